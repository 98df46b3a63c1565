import { parseAnswers } from '../../answers/index.ts';
import type { Assessment } from '../../assessment/index.ts';
import { openedExercises, wishesOf, type DiaryContext, type DiaryState } from '../../diary/index.ts';
import type { ProgrammeInput } from '../../programme/index.ts';
import { exclusionsOfFindings } from '../../selfcheck/index.ts';

/** What the programme of today was made from, for asking what else would be allowed; undefined where nothing was found. */
export function programmeInputOf(state: DiaryState, { triage, findings }: Assessment, { catalogue, order }: DiaryContext): ProgrammeInput | undefined {
  const answers = parseAnswers(state.latestCheck?.answers).complete;
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
