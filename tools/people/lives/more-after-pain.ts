import type { Run } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import type { Life } from './live-life.ts';

/** A plan that gave more of an exercise than on the day that said less. */
type More = { readonly day: string; readonly since: string; readonly given: PlanItem; readonly planned: PlanItem };

/**
 * [D-04] Everything that was planned beyond what was given on a day of amber, red or a bad day after, until two good
 * sessions. Each set's amount, all sets together and the load count.
 */
export function moreAfterPain({ days, state }: Life): readonly More[] {
  const found: More[] = [];
  const most = new Map<string, { readonly item: PlanItem; readonly day: string; greens: number }>();
  for (const { day, today, done } of days) {
    const planned = today.sessions.flatMap(({ items }) => items).filter(({ side }) => side === 'both');
    for (const item of planned) {
      const limit = most.get(item.exercise);
      if (limit !== undefined && limit.greens < 2 && isMore(item, limit.item)) found.push({ day, since: limit.day, given: limit.item, planned: item });
    }
    for (const { run } of done) {
      const walked = state.runs.find((each) => each.run === run);
      if (walked !== undefined) for (const item of walked.items.filter(({ side }) => side === 'both')) learn(most, walked, item);
    }
  }
  return found;
}

function learn(most: Map<string, { readonly item: PlanItem; readonly day: string; greens: number }>, run: Run, item: PlanItem): void {
  const sets = run.sets.filter(({ exercise }) => exercise === item.exercise);
  const pain = Math.max(0, ...sets.map((set) => set.pain ?? 0));
  const isBad = pain >= 4 || (run.nextDay?.comparedWithBefore === 'worse' && run.nextDay.soreness !== 'both-sides');
  const limit = most.get(item.exercise);
  if (isBad) most.set(item.exercise, { item, day: run.startedDay, greens: 0 });
  else if (limit !== undefined) limit.greens += 1;
}

function isMore(planned: PlanItem, given: PlanItem): boolean {
  const amount = ({ reps, holdSeconds }: PlanItem): number => reps ?? holdSeconds ?? 0;
  return amount(planned) > amount(given) || amount(planned) * planned.sets > amount(given) * given.sets || (planned.loadKilograms ?? 0) > (given.loadKilograms ?? 0);
}
