import { sides, type LocalDate } from '@psoas/kernel';
import type { Settings } from '../../programme/index.ts';
import { withoutLaterWords } from '../clinician-words.ts';
import type { DiaryState } from '../diary-state.ts';
import { painSaysStop } from '../pain-over-time.ts';
import { deloadCalendar } from './deload.ts';
import { foldSteps, greensForProgress, type StepState } from './fold-steps.ts';
import { stepContext, type StepsInput } from './step-context.ts';
import { forwardKeys, type NextStep } from './step-change.ts';
import { strengthLimit } from './strength-limit.ts';
import { trainingDays } from './training-days.ts';

/** [D-02] Where every exercise has come to by today, and all changes on the way. Deterministic. */
export function stepsOf(state: DiaryState, input: StepsInput): StepState {
  return foldSteps(trainingDays(state.runs), stepContext(state, input));
}

/** [D-02] What comes next for each exercise and side that was done: stop, step back, hold or progress, in that order. */
export function nextSteps(state: DiaryState, input: StepsInput): readonly NextStep[] {
  const context = stepContext(state, input);
  const { progressByExercise, changes } = foldSteps(trainingDays(state.runs), context);
  const stops = painSaysStop(withoutLaterWords(state, input.today));
  const pause = context.pauseOn(input.today);
  return [...progressByExercise].flatMap(([exercise, { greens, latest }]) =>
    sides.flatMap((side): readonly NextStep[] => {
      const verdict = latest[side];
      if (verdict === undefined) return [];
      const { day, pain } = verdict;
      const base = { exercise, side, day, greens: greens[side] ?? 0, ...(pain !== undefined && { pain }) };
      if (stops) return [{ ...base, step: 'stop', rule: 'D-05' }];
      if (verdict.verdict === 'back') return [{ ...base, step: 'step-back', rule: verdict.rule }];
      if (pause !== undefined && verdict.verdict === 'green') return [{ ...base, step: 'hold', rule: pause }];
      const grew = changes.some((change) => change.exercise === exercise && change.day === day && forwardKeys.has(change.key));
      const step = grew || base.greens >= greensForProgress ? 'progress' : 'hold';
      return [{ ...base, step, rule: verdict.rule }];
    }),
  );
}

/** The steps as the programme takes them. */
export function settingsOf(
  steps: StepState,
  state: DiaryState,
  { today, freshStarts }: { readonly today: LocalDate; readonly freshStarts: number },
): Settings {
  const strengthSetsAtMost = strengthLimit(trainingDays(state.runs), steps);
  return {
    ...(strengthSetsAtMost !== undefined && { strengthSetsAtMost }),
    settingByExercise: new Map([...steps.progressByExercise].map(([id, { setting }]) => [id, setting])),
    isDeload: deloadCalendar(state)(today),
    freshStarts,
  };
}
