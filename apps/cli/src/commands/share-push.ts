import text from '@psoas/knowledge/text/cli-share';
import { isOn, printJson, printLines, type Command } from '../io.ts';
import { pushAllShares, pushedLines } from '../share/push-all.ts';
import { atShareDesk } from '../share/share-desk.ts';

/** Brings every open share up to date. */
export const sharePush: Command = (input, io) =>
  atShareDesk(input, io, async (desk) => {
    const pushed = await pushAllShares(desk);
    if (isOn(input, 'json')) printJson(io, pushed);
    else printLines(io, pushed.length === 0 ? [text.push.nothing] : pushedLines(pushed, true));
    return pushed.every(({ isPushed }) => isPushed) ? 0 : 1;
  });
