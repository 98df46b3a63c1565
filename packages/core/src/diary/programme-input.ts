import { parseAnswers, type Answers } from '../answers/index.ts';
import type { Assessment } from '../assessment/index.ts';
import type { ProgrammeInput } from '../programme/index.ts';
import { exclusionsOfFindings } from '../selfcheck/index.ts';
import type { DiaryContext } from './assess-from-diary.ts';
import type { DiaryState } from './diary-state.ts';
import { openedExercises } from './opened-exercises.ts';
import { wishesOf } from './wishes.ts';

/** What the programme was made from, for asking what else would be allowed. Undefined without findings. */
export function programmeInputOf(
  state: DiaryState,
  { triage, findings }: Assessment,
  { catalogue, order }: Omit<DiaryContext, 'today'>,
): ProgrammeInput | undefined {
  const answers = answersOf(state);
  if (answers === undefined || findings === null) return undefined;
  return {
    about: answers.about,
    findings,
    exclusions: [...triage.exclusions, ...exclusionsOfFindings(findings)],
    conduct: triage.conduct,
    catalogue,
    openedExercises: openedExercises(catalogue, state),
    wishes: { ...wishesOf(state.preferences), ...(order && { order }) },
  };
}

/** The answers of the latest check, when they are complete. */
export function answersOf({ latestCheck }: Pick<DiaryState, 'latestCheck'>): Answers | undefined {
  return latestCheck === undefined ? undefined : parseAnswers(latestCheck.answers).complete;
}
