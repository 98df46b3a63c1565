import { useMemo } from 'preact/hooks';
import type { LocalDate } from '@psoas/kernel';
import type { Assessment } from '@psoas/core/assessment';
import { assessFromDiary, programmeInputOf, todayOf, triageOn, type DiaryState, type SteppedAssessment, type Today } from '@psoas/core/diary';
import type { ProgrammeInput } from '@psoas/core/programme';
import type { Triage } from '@psoas/core/safety';
import { catalogue } from '@psoas/knowledge/rules';
import type { Settings } from '../adapters/settings.ts';
import type { Diary } from '../diary/diary.ts';
import { useServices } from './services.ts';
import { useDiary } from './use-diary.ts';
import { useSettings } from './use-settings.ts';

/** Where the person stands today: computed from the diary, never stored. */
export type Standing = {
  readonly diary: Diary;
  readonly state: DiaryState;
  readonly day: LocalDate;
  readonly assessment: SteppedAssessment | undefined;
  readonly today: Today;
  /** The screening with everything that was reported since the check. */
  readonly triage: Triage | undefined;
};

/** The standing of today; undefined until the diary is open. */
export function useStanding(): Standing | undefined {
  const { clock } = useServices();
  const diary = useDiary();
  const day = clock.today();
  const state = diary?.folded();
  // One side first takes other changes of side than side by side, so the order decides what fits the minutes.
  const [{ order }] = useSettings();
  return useMemo(() => {
    if (diary === undefined || state === undefined) return undefined;
    const assessment = assessFromDiary(state, { catalogue, today: day, order });
    return { diary, state, day, assessment, today: todayOf(state, assessment, day), triage: triageOn(state, assessment, day) };
  }, [diary, state, day, order]);
}

/** What the programme was made from, for asking what else would be allowed. */
export function programmeInput(state: DiaryState, assessment: Assessment, order: Settings['order']): ProgrammeInput | undefined {
  return programmeInputOf(state, assessment, { catalogue, order });
}
