import { defaultBreakSettings } from '@psoas/core/breaks';
import { foldDiary } from '@psoas/core/diary';
import { calendarToIcs, planCalendar } from '@psoas/exchange/calendar';
import { fillTemplate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import words from '@psoas/knowledge/text/calendar';
import text from '@psoas/knowledge/text/cli';
import watchText from '@psoas/knowledge/text/watch';
import { complainNoProgramme } from '../complain-no-programme.ts';
import { complain, textOption, type Command } from '../io.ts';
import { readEntries } from '../open-diary.ts';

/** Where a session stands without a wish: after work, before dinner, as in the app. */
const usualTime = '18:00';

/** The plan as a calendar file, to standard output. */
export const exportCalendar: Command = async (input, io) => {
  if (input.words.length > 1) {
    complain(io, fillTemplate(text.diary.exportForm, { tables: 'sets, pain, measurements', found: input.words.join(' ') }));
    return 2;
  }
  const at = textOption(input, 'at') ?? usualTime;
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(at) ?? [];
  if (hours === undefined) {
    complain(io, fillTemplate(watchText.time, { found: at }));
    return 2;
  }
  const read = await readEntries(io.openDiary(textOption(input, 'diary')), io);
  if (!read.ok) return 1;
  const { entries } = read.value;
  const state = foldDiary(entries);
  const startMinute = Number(hours) * 60 + Number(minutes);
  const plan = planCalendar(
    {
      state,
      catalogue,
      today: io.clock.today(),
      nowMillis: io.clock.nowMillis(),
      entryCount: entries.length,
      startMinuteOf: () => startMinute,
      breakSettings: defaultBreakSettings,
    },
    words,
  );
  if (!plan.ok) {
    if (plan.error.id === 'no-check') complain(io, text.errors.noDiary);
    else complainNoProgramme(words.noProgramme, state, io);
    return 2;
  }
  await io.outAndWait(calendarToIcs(plan.value));
  return 0;
};
