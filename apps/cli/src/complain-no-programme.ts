import { assessFromDiary, todayOf, type DiaryState } from '@psoas/core/diary';
import { catalogue } from '@psoas/knowledge/rules';
import { complain, type Io } from './io.ts';
import { whyNotLines } from './print/why-not-lines.ts';

/** [S-03] Says that there is nothing to give out; what stops the programme stands before it, as `psoas today` says it. */
export function complainNoProgramme(sentence: string, state: DiaryState, io: Io): void {
  const day = io.clock.today();
  const assessment = assessFromDiary(state, { catalogue, today: day });
  const now = todayOf(state, assessment, day);
  const why = now.kind === 'stopped' ? [...whyNotLines(now, { assessment, day }, io.screen), ''] : [];
  complain(io, ...why, sentence);
}
