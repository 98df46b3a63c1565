import type { Side } from '@psoas/kernel';
import type { BodyProperty, ExerciseClass, HipProperty } from '../catalogue/index.ts';

/** What somebody must not do for now, and by which reason. Acts on properties, never on names (S-06). */
export type Exclusion =
  | { readonly by: string; readonly body: BodyProperty }
  | { readonly by: string; readonly hip: HipProperty; readonly sides: readonly Side[] }
  | { readonly by: string; readonly class: ExerciseClass };

/** The part of an exercise or a self-test that exclusions look at. */
export type Demands = {
  readonly class?: ExerciseClass;
  readonly properties: readonly BodyProperty[];
  readonly hips: { readonly target: readonly HipProperty[]; readonly other: readonly HipProperty[] };
};

/** [S-06] The exclusions that forbid something when `targetSide` is its target: both hips count, the helping one too. */
export function blockingExclusions(demands: Demands, targetSide: Side, exclusions: readonly Exclusion[]): readonly Exclusion[] {
  const propertiesOf = (side: Side): readonly HipProperty[] => (side === targetSide ? demands.hips.target : demands.hips.other);
  return exclusions.filter((exclusion) => {
    if ('body' in exclusion) return demands.properties.includes(exclusion.body);
    if ('class' in exclusion) return demands.class === exclusion.class;
    return exclusion.sides.some((side) => propertiesOf(side).includes(exclusion.hip));
  });
}

/** Both sides, when `side` is both or not known: the cautious reading (S-02). */
export function sidesOf(side: Side | 'both' | undefined): readonly Side[] {
  return side === undefined || side === 'both' ? ['left', 'right'] : [side];
}

