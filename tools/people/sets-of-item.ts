import type { SetLogged } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import { sides } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';

/** What a person says of the sets of one exercise on one side. */
export type Report = { readonly pain: number; readonly repsInReserve: number; readonly felt: string };

/** Where the item stands: its walk, its place in the session, and how many sets are done; all when not said. */
type Place = { readonly run: string; readonly index: number; readonly doneSets?: number };

const bilateral: ReadonlySet<string> = new Set(catalogue.exercises.filter(({ side }) => side.model === 'bilateral').map(({ id }) => id));
/** A set of repetitions takes about so long. */
const repsSeconds = 40;

/** The sets of a plan item as a made-up person logs them; the reserve is told after the last one. */
export function setsOfItem(item: PlanItem, { run, index, doneSets = item.sets }: Place, report: (item: PlanItem, side: SetLogged['side']) => Report): readonly SetLogged[] {
  const worked = item.side !== 'both' ? [item.side] : bilateral.has(item.exercise) ? (['both'] as const) : sides;
  return worked.flatMap((side) => {
    const { pain, felt, repsInReserve } = report(item, side);
    return Array.from({ length: doneSets }, (_, set): SetLogged => ({
      run,
      item: index,
      exercise: item.exercise,
      side,
      set: set + 1,
      seconds: item.holdSeconds ?? repsSeconds,
      ...(item.reps !== undefined && { reps: item.reps, ...(set + 1 === item.sets && { repsInReserve }) }),
      pain,
      felt,
    }));
  });
}
