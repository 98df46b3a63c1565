import type { Catalogue } from '../../catalogue/index.ts';
import type { PlanItem, Programme } from '../../programme/index.ts';
import type { JudgedAmount, JudgedChange } from './judgement.ts';
import { ownAmountKinds } from './proposal-facts.ts';

/** [SH-08] A judged change beside the week that would come of it: minutes, the weekly stretch and limits may leave less. */
export function asItComes(judged: JudgedChange, programme: Programme, catalogue: Catalogue): JudgedChange {
  if (judged.verdict === 'refused') return judged;
  const { change } = judged;
  if (change.kind === 'amount') {
    const items = itemsOf(programme, change.exercise).filter(({ because }) => !isExtra(because));
    const amounts = judged.amounts.map((amount) => withWhatComes(amount, items));
    const isLess = amounts.some(({ rule }) => rule !== undefined);
    return judged.verdict === 'fits' && isLess ? { ...judged, verdict: 'limited', amounts } : { ...judged, amounts };
  }
  const comes = change.kind === 'swap' ? change.by : change.exercise;
  const items = programme.sessions.flatMap((session) => session.items).filter(({ exercise }) => exercise === comes);
  const isBilateral = catalogue.exercises.some(({ id, side }) => id === comes && side.model === 'bilateral');
  const isThere = items.some((item) => change.kind === 'swap' || isBilateral || item.side === change.side);
  return isThere ? judged : { change, verdict: 'refused', because: 'no-place', by: ['P-01'] };
}

function itemsOf({ sessions }: Programme, exercise: string): readonly PlanItem[] {
  return sessions.filter(({ kind }) => ownAmountKinds.includes(kind)).flatMap(({ items }) => items.filter((item) => item.exercise === exercise));
}

// [P-04] One set more for the side that needs it stands beside the item of both.
function isExtra(because: readonly string[]): boolean {
  return because[0] === 'P-04';
}

function withWhatComes(judged: JudgedAmount, items: readonly PlanItem[]): JudgedAmount {
  const { amount, to } = judged;
  // [D-08] In a lighter week a set is missing that comes back by itself.
  const lighter = (item: PlanItem): number => (amount === 'sets' && item.because.includes('D-08') ? 1 : 0);
  const fullest = items.toSorted((first, second) => (second[amount] ?? 0) - (first[amount] ?? 0))[0];
  const comes = fullest === undefined ? 0 : (fullest[amount] ?? 0) + lighter(fullest);
  if (comes >= to || judged.rule === 'D-04') return judged;
  return { ...judged, to: comes, rule: ruleOf(amount, fullest) };
}

function ruleOf(amount: JudgedAmount['amount'], item: PlanItem | undefined): string {
  if (item?.because.includes('D-04') === true) return 'D-04';
  if (item?.because.includes('P-07') === true) return 'P-07';
  return item?.class === 'stretch' && amount !== 'reps' ? 'P-03' : 'P-01';
}
