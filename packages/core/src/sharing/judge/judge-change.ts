import { sides, type Side } from '@psoas/kernel';
import type { CatalogueExercise } from '../../catalogue/index.ts';
import { amountRange } from '../../diary/index.ts';
import { blockingExclusions } from '../../safety/index.ts';
import type { ProposedAmount, ProposedChange, ProposedSide, ProposedSwap } from '../reply/proposal.ts';
import type { JudgedAmount, JudgedChange, Refusal } from './judgement.ts';
import type { ProposalFacts } from './proposal-facts.ts';

const amountNames = ['sets', 'reps', 'holdSeconds'] as const;

/** [SH-08] What psoas says of each change, one after the other: an exercise that comes by a swap can have amounts of its own. */
export function judgeChanges(changes: readonly ProposedChange[], facts: ProposalFacts): readonly JudgedChange[] {
  const judged: JudgedChange[] = [];
  let now = facts;
  for (const change of changes) {
    const one = judgeChange(change, now);
    judged.push(one);
    if (one.verdict !== 'refused') now = factsAfter(change, now);
  }
  return judged;
}

function factsAfter(change: ProposedChange, facts: ProposalFacts): ProposalFacts {
  const item = facts.itemByExercise.get(change.exercise);
  if (item === undefined || change.kind === 'amount') return facts;
  const items = new Map(facts.itemByExercise);
  if (change.kind === 'side') return { ...facts, itemByExercise: items.set(change.exercise, { ...item, side: change.side }) };
  items.delete(change.exercise);
  const sidesOf = facts.sidesByExercise.get(change.exercise) ?? [];
  return {
    ...facts,
    itemByExercise: items.set(change.by, { exercise: change.by, side: item.side, sets: item.sets }),
    sidesByExercise: new Map([...facts.sidesByExercise, [change.by, sidesOf]]),
  };
}

// Safety speaks first, then gates and level, then doses.
function judgeChange(change: ProposedChange, facts: ProposalFacts): JudgedChange {
  const refuse = (because: Refusal, by: readonly string[] = []): JudgedChange => ({ change, verdict: 'refused', because, by });
  if (facts.closed !== undefined) return refuse(facts.closed);
  const exercise = facts.exerciseById.get(change.exercise);
  if (exercise === undefined) return refuse('unknown-exercise');
  const item = facts.itemByExercise.get(change.exercise);
  if (item === undefined) return refuse('not-in-plan');
  switch (change.kind) {
    case 'amount':
      return judgeAmount(change, exercise, facts);
    case 'swap':
      return judgeSwap(change, exercise, facts);
    case 'side':
      return judgeSide(change, exercise, facts);
  }
}

function judgeAmount(change: ProposedAmount, exercise: CatalogueExercise, facts: ProposalFacts): JudgedChange {
  const item = facts.itemByExercise.get(exercise.id);
  // [P-04] Both sides get the same; what works on one side only has only that one.
  if (change.side !== undefined && item?.side !== change.side) return { change, verdict: 'refused', because: 'sides-stay-equal', by: ['P-04'] };
  const asked = amountNames.filter((name) => change[name] !== undefined);
  if (asked.some((name) => amountRange(name, exercise) === undefined)) return { change, verdict: 'refused', because: 'counted-otherwise', by: ['SH-09'] };
  const isHeld = facts.held.has(exercise.id);
  const amounts = asked.flatMap((amount): readonly JudgedAmount[] => {
    const wanted = change[amount];
    const range = amountRange(amount, exercise);
    if (wanted === undefined || range === undefined) return [];
    const from = item?.[amount];
    const inside = Math.min(range.max, Math.max(range.min, wanted));
    const about = { amount, asked: wanted, ...(from !== undefined && { from }) };
    if (isHeld && from !== undefined && inside > from) return [{ ...about, to: from, rule: 'D-04' }];
    // [P-03] The plan decides how many holds a stretch has; what is proposed only takes away.
    if (amount === 'sets' && exercise.class === 'stretch' && from !== undefined && inside > from) return [{ ...about, to: from, rule: 'P-03' }];
    return [{ ...about, to: inside, ...(inside !== wanted && { rule: 'SH-09' }) }];
  });
  const verdict = amounts.some(({ rule }) => rule === 'D-04') ? 'waits' : amounts.some(({ rule }) => rule !== undefined) ? 'limited' : 'fits';
  return { change, verdict, amounts };
}

function judgeSwap(change: ProposedSwap, exercise: CatalogueExercise, facts: ProposalFacts): JudgedChange {
  const refuse = (because: Refusal, by: readonly string[] = []): JudgedChange => ({ change, verdict: 'refused', because, by });
  const other = facts.exerciseById.get(change.by);
  if (other === undefined) return refuse('unknown-exercise');
  const excluded = excludedBy(other, facts);
  if (excluded.length > 0) return refuse(excluded.every((id) => id.startsWith('P-')) ? 'not-here' : 'excluded', excluded);
  const gates = facts.gatesByExercise.get(other.id);
  if (gates !== undefined) return refuse('locked', gates);
  if (!other.planned) return refuse('not-for-plans');
  if (other.class !== exercise.class) return refuse('other-kind', ['P-11']);
  if (facts.itemByExercise.has(other.id)) return refuse('already-there');
  if (facts.alternativesByExercise.get(exercise.id)?.includes(other.id) === true) return { change, verdict: 'fits', amounts: [] };
  const blocked = sides.flatMap((side) => blockingExclusions(other, side, facts.exclusions).map(({ by }) => by));
  return blocked.length > 0 ? refuse('fewer-sides', [...new Set(blocked)]) : refuse('too-hard', ['P-05']);
}

// With the findings the flags are known by name; without them only that there is a reason.
function excludedBy(exercise: CatalogueExercise, facts: ProposalFacts): readonly string[] {
  const leftOut = facts.leftOutByExercise.get(exercise.id) ?? [];
  if (leftOut.length === 0) return [];
  const named = sides.flatMap((side) => blockingExclusions(exercise, side, facts.exclusions).map(({ by }) => by));
  return [...new Set([...(named.length > 0 ? leftOut.filter((id) => id !== 'S-06') : leftOut), ...named])];
}

function judgeSide(change: ProposedSide, exercise: CatalogueExercise, facts: ProposalFacts): JudgedChange {
  const asked: readonly Side[] = change.side === 'both' ? sides : [change.side];
  const allowed = facts.sidesByExercise.get(exercise.id) ?? [];
  if (exercise.side.model === 'bilateral' && change.side !== 'both') return { change, verdict: 'refused', because: 'both-legs', by: ['SH-11'] };
  const missing = asked.filter((side) => !allowed.includes(side));
  if (missing.length === 0) return { change, verdict: 'fits', amounts: [] };
  const by = [...new Set(missing.flatMap((side) => blockingExclusions(exercise, side, facts.exclusions).map((exclusion) => exclusion.by)))];
  return { change, verdict: 'refused', because: 'excluded', by: by.length > 0 ? by : ['S-06'] };
}
