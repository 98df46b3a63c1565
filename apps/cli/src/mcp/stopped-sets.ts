import type { LoggedRunSet } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import {
  decideStop,
  isStop,
  signOfFelt,
  stopSigns,
  type FeltVerdict,
  type SignPlace,
  type StopDecision,
  type StopInput,
  type StopSign,
} from '@psoas/core/session';
import { exerciseOf } from '../exercise-name.ts';

/** What a set reports, in the words of the diary or of a person. */
export type SetReport = {
  readonly pain?: number | undefined;
  readonly felt?: string | undefined;
  readonly sign?: StopSign | undefined;
  readonly place?: SignPlace | undefined;
};

/** [D-01] to [D-05] What the stop rules make of a set. */
export function decideSet(
  { exercise, class: exerciseClass }: Pick<PlanItem, 'exercise' | 'class'>,
  report: SetReport,
  around: Pick<StopInput, 'redsInLastWeek' | 'workRemains'>,
): StopDecision {
  const { pain, felt } = report;
  const verdict = felt === undefined ? undefined : verdictOf(exercise, felt);
  const sign = report.sign ?? (felt === undefined ? undefined : signOfWord(felt, verdict ?? 'right', exerciseClass));
  const place = report.place ?? (felt === 'tingling-elsewhere' ? 'elsewhere' : undefined);
  return decideStop({
    ...(pain !== undefined && { pain }),
    ...(verdict !== undefined && { verdict }),
    ...(sign !== undefined && { sign }),
    ...(place !== undefined && { place }),
    exerciseClass,
    ...around,
  });
}

/** The sign that a set of a report tells of, by itself or by where it was felt. */
export function signOfReport({ exercise, class: exerciseClass }: Pick<PlanItem, 'exercise' | 'class'>, { sign, felt }: SetReport): StopSign | undefined {
  return sign ?? (felt === undefined ? undefined : signOfWord(felt, verdictOf(exercise, felt) ?? 'right', exerciseClass));
}

/** What stopped an exercise in sets of the same walk; undefined while it is open. The last word counts. */
export function closedBy(
  wanted: Pick<PlanItem, 'exercise' | 'class'>,
  sets: readonly LoggedRunSet[],
  items: readonly PlanItem[],
): StopDecision | undefined {
  return stopsOf(sets, items).findLast(
    ({ of, decision }) =>
      of.exercise === wanted.exercise ||
      decision.closes.includes(wanted.exercise) ||
      (decision.action === 'stop-stretches' && wanted.class === 'stretch'),
  )?.decision;
}

/** Every stop that the sets of a walk came to, in their order. */
export function stopsOf(
  sets: readonly LoggedRunSet[],
  items: readonly PlanItem[],
): readonly { readonly of: PlanItem; readonly decision: StopDecision }[] {
  return sets.flatMap((set) => {
    const of = items[set.item];
    if (of === undefined) return [];
    const decision = decideSet(of, set, { redsInLastWeek: 0, workRemains: true });
    return isStop(decision) ? [{ of, decision }] : [];
  });
}

function verdictOf(exercise: string, felt: string): FeltVerdict | undefined {
  return exerciseOf(exercise)?.feel.answers.find(({ where }) => where === felt)?.verdict;
}

// The diary keeps a sign as where it was felt.
function signOfWord(felt: string, verdict: FeltVerdict, exerciseClass: PlanItem['class']): StopSign | undefined {
  if (felt === 'tingling-elsewhere') return 'tingling';
  return stopSigns.find((sign) => sign === felt) ?? signOfFelt(felt, verdict, exerciseClass);
}
