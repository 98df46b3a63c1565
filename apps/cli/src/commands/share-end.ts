import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-share';
import { revokeShare } from '@psoas/sync/client';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { record } from '../open-diary.ts';
import { dayText } from '../print/day-text.ts';
import { printable } from '../print/printable.ts';
import { atShareDesk, findShare } from '../share/share-desk.ts';
import { openShareFeed } from '../share/share-feed.ts';
import { partsOf, sayFault } from '../sync/sync-desk.ts';

/** Ends a share at the relay, then in the diary. */
export const shareEnd: Command = (input, io) =>
  atShareDesk(input, io, async (desk) => {
    const found = findShare(input.words[0] ?? '', desk.state);
    if (!found.ok) {
      complain(io, found.error);
      return 2;
    }
    const { share, label, ended } = found.value;
    const name = printable(label);
    if (ended !== undefined) {
      complain(io, fillTemplate(text.end.already, { name, day: dayText(ended.day) }));
      return 2;
    }
    const { relay } = desk.own;
    const reply = await openShareFeed(desk, share, 'reply');
    if (!reply.ok) return sayFault(io, reply.error, relay);
    const revoked = await revokeShare(partsOf(desk, relay), { identity: desk.root, shareId: share }, reply.value);
    if (!revoked.ok) return sayFault(io, revoked.error, relay);
    const written = await record(desk.diary, io, [{ kind: 'share-ended', data: { share } }]);
    if (!written.ok) return 1;
    if (isOn(input, 'json')) printJson(io, { ended: share });
    else printLines(io, [fillTemplate(text.end.done, { name })]);
    return 0;
  });
