import type { DiaryState } from './diary-state.ts';
import { settingsOf, stepsOf } from './steps/next-steps.ts';
import type { StepsInput } from './steps/step-context.ts';
import { isHeld } from './steps/take-proposal.ts';

/** [SH-13] What pain or a step back holds for now: no more comes of it until two good sessions (D-04). */
export type HeldBack = { readonly exercises: readonly string[]; readonly strengthSetsAtMost?: number };

/** [SH-13] The exercises that are held on a day, and how many sets of strength a session may have at most. */
export function heldBack(state: DiaryState, input: StepsInput): HeldBack {
  const steps = stepsOf(state, input);
  const { strengthSetsAtMost } = settingsOf(steps, state, { today: input.today, freshStarts: 0 });
  const exercises = [...steps.progressByExercise].flatMap(([id, progress]) => (isHeld(progress) ? [id] : []));
  return { exercises, ...(strengthSetsAtMost !== undefined && { strengthSetsAtMost }) };
}
