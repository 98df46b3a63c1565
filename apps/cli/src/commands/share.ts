import { fillTemplate } from '@psoas/kernel';
import type { MadeShare } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/cli-share';
import { isOn, printJson, printLines, textOption, type Command } from '../io.ts';
import { readDiary } from '../open-diary.ts';
import { dayText } from '../print/day-text.ts';
import { columns, textWidth, wrap } from '../print/layout.ts';
import { printable } from '../print/printable.ts';
import { lastDayOf } from '../share/push-share.ts';
import { partWords } from '../share/list-words.ts';
import { isOpenShare, shortId } from '../share/share-desk.ts';

/** Whom the person lets see what. It asks nobody. */
export const share: Command = async (input, io) => {
  const state = await readDiary(io.openDiary(textOption(input, 'diary')), io);
  if (!state.ok) return 1;
  const now = io.clock.nowMillis();
  const { shares } = state.value;
  if (isOn(input, 'json')) {
    printJson(io, shares.map((made) => ({ ...made, isOpen: isOpenShare(made, now) })));
    return 0;
  }
  if (shares.length === 0) {
    printLines(io, wrap(text.list.none, textWidth(io.screen)));
    return 0;
  }
  const names = text.list.columns;
  const rows = shares.map((made) => [shortId(made.share), printable(made.label), stateText(made, now), partWords(made.parts)]);
  printLines(io, columns([[names.id, names.name, names.state, names.parts], ...rows]));
  return 0;
};

function stateText(made: MadeShare, nowMillis: number): string {
  const last = lastDayOf(made);
  if (made.ended !== undefined) return fillTemplate(text.list.ended, { day: dayText(made.ended.day) });
  if (last === undefined) return text.list.open;
  return fillTemplate(isOpenShare(made, nowMillis) ? text.list.until : text.list.over, { day: dayText(last) });
}
