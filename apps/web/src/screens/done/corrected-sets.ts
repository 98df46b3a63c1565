import type { Side } from '@psoas/kernel';
import type { SetForm, SetLogged } from '@psoas/core/diary';

/** What the person says about the sets of one exercise; what is absent stays as it was. */
export type SetAnswers = {
  /** Repetitions or seconds of each set, in the order of the sets. */
  readonly amounts: readonly number[];
  readonly pain: { readonly [side in Side | 'both']?: number };
  readonly repsInReserve?: number;
  readonly form?: SetForm;
};

/** Repetitions of a set where they are counted, else whole seconds. */
export function amountOf({ reps, seconds }: SetLogged): number {
  return reps ?? Math.round(seconds);
}

/** [E-02] The sets that change, with their whole data anew. Reserve and form belong to the last set of each side. */
export function correctedSets(sets: readonly SetLogged[], answers: SetAnswers): readonly SetLogged[] {
  return sets.flatMap((set, index) => {
    const amount = answers.amounts[index] ?? amountOf(set);
    const pain = answers.pain[set.side];
    const isLast = sets.findLast(({ side }) => side === set.side) === set;
    const now: SetLogged = {
      ...set,
      ...(amount !== amountOf(set) && (set.reps === undefined ? { seconds: amount } : { reps: amount })),
      ...(pain !== undefined && { pain }),
      ...(isLast && answers.repsInReserve !== undefined && { repsInReserve: answers.repsInReserve }),
      ...(isLast && answers.form !== undefined && { form: answers.form }),
    };
    return isSame(set, now) ? [] : [now];
  });
}

function isSame(before: SetLogged, now: SetLogged): boolean {
  return (['seconds', 'reps', 'pain', 'repsInReserve', 'form'] as const).every((key) => before[key] === now[key]);
}
