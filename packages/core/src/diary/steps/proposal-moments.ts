import type { LocalDate } from '@psoas/kernel';
import type { Amounts } from '../../programme/index.ts';
import type { DiaryState } from '../diary-state.ts';
import type { Moment } from '../moment.ts';

/** [SH-10] Proposed amounts of one exercise that begin to count, or no longer do (SH-12). */
export type ProposalMoment = Moment & {
  readonly proposal: string;
  readonly by: string;
  readonly exercise: string;
  /** Absent when the person took it back. */
  readonly amounts?: Amounts;
};

/** [SH-10] What accepted proposals say about amounts, in the order in which they were answered. */
export function proposalMoments(answers: DiaryState['proposalAnswers']): readonly ProposalMoment[] {
  return answers
    .flatMap((answered): readonly ProposalMoment[] => {
      if (answered.answer !== 'accepted') return [];
      const { share, proposal, atMillis, day, takenBack } = answered;
      const by = proposal.data.from;
      const id = `${share} ${proposal.id}`;
      return [...amountsByExercise(proposal.data.changes)].flatMap(([exercise, amounts]): readonly ProposalMoment[] => {
        const about = { proposal: id, by, exercise };
        return [{ ...about, amounts, atMillis, day }, ...(takenBack === undefined ? [] : [{ ...about, atMillis: takenBack.atMillis, day: takenBack.day }])];
      });
    })
    .toSorted((first, second) => compareDays(first.day, second.day) || first.atMillis - second.atMillis);
}

// Several changes of one exercise in one proposal are one: the later amount counts.
function amountsByExercise(changes: DiaryState['proposalAnswers'][number]['proposal']['data']['changes']): ReadonlyMap<string, Amounts> {
  const byExercise = new Map<string, Amounts>();
  for (const change of changes) {
    if (change.kind !== 'amount') continue;
    const { exercise, sets, reps, holdSeconds } = change;
    byExercise.set(exercise, { ...byExercise.get(exercise), ...(sets !== undefined && { sets }), ...(reps !== undefined && { reps }), ...(holdSeconds !== undefined && { holdSeconds }) });
  }
  return byExercise;
}

function compareDays(first: LocalDate, second: LocalDate): number {
  return first === second ? 0 : first < second ? -1 : 1;
}
