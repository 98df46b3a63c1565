import type { LocalDate, Side } from '@psoas/kernel';
import type { Amounts } from '../../programme/index.ts';
import type { ProposedChange } from '../../sharing/reply/proposal.ts';
import type { DiaryState } from '../diary-state.ts';
import type { Moment } from '../moment.ts';

/** [SH-10] Proposed amounts of one exercise that begin to count, or no longer do (SH-12). */
export type ProposalMoment = Moment & {
  readonly proposal: string;
  readonly by: string;
  readonly exercise: string;
  /** Absent when the person took it back. */
  readonly amounts?: Amounts;
  /** [P-04] Said for one side alone: it counts only while the exercise is done on that side only. */
  readonly onlyOn?: Side;
};

/** [SH-10] What accepted proposals say about amounts, in the order in which they were answered. */
export function proposalMoments(answers: DiaryState['proposalAnswers']): readonly ProposalMoment[] {
  return answers
    .flatMap((answered): readonly ProposalMoment[] => {
      if (answered.answer !== 'accepted') return [];
      const { share, proposal, atMillis, day, takenBack } = answered;
      const by = proposal.data.from;
      const id = `${share} ${proposal.id}`;
      return [...amountsByExercise(proposal.data.changes)].flatMap(([exercise, { amounts, onlyOn }]): readonly ProposalMoment[] => {
        const about = { proposal: id, by, exercise };
        const begins = { ...about, amounts, ...(onlyOn && { onlyOn }), atMillis, day };
        return [begins, ...(takenBack === undefined ? [] : [{ ...about, atMillis: takenBack.atMillis, day: takenBack.day }])];
      });
    })
    .toSorted((first, second) => compareDays(first.day, second.day) || first.atMillis - second.atMillis);
}

type Together = { readonly amounts: Amounts; readonly onlyOn?: Side };

// Several changes of one exercise in one proposal are one: the later amount counts.
function amountsByExercise(changes: readonly ProposedChange[]): ReadonlyMap<string, Together> {
  const byExercise = new Map<string, Together>();
  for (const change of changes) {
    if (change.kind !== 'amount') continue;
    const { exercise, side, sets, reps, holdSeconds } = change;
    const amounts = { ...(sets !== undefined && { sets }), ...(reps !== undefined && { reps }), ...(holdSeconds !== undefined && { holdSeconds }) };
    // The same proposal asks for that side alone.
    const isWished = changes.some((other) => other.kind === 'side' && other.exercise === exercise && other.side === side);
    const onlyOn = side === undefined || isWished ? byExercise.get(exercise)?.onlyOn : side;
    byExercise.set(exercise, { amounts: { ...byExercise.get(exercise)?.amounts, ...amounts }, ...(onlyOn && { onlyOn }) });
  }
  return byExercise;
}

function compareDays(first: LocalDate, second: LocalDate): number {
  return first === second ? 0 : first < second ? -1 : 1;
}
