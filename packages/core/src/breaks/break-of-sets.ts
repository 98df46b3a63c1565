import { perSide } from '@psoas/kernel';
import type { BreakOccasion, BreakTaken, SetLogged } from '../diary/index.ts';
import type { Ending } from '../session/index.ts';

/** What the diary needs of a set. */
type WorkedSet = Pick<SetLogged, 'exercise' | 'side' | 'seconds' | 'pain'>;

/** [BR-10] What was held in a guided break, as one event; undefined when nothing was held and nothing said. */
export function breakOfSets(
  occasion: BreakOccasion,
  sets: readonly WorkedSet[],
  ending?: Ending,
): BreakTaken | undefined {
  const first = sets[0];
  if (first === undefined) return undefined;
  const held = perSide((side) =>
    sets
      .filter((set) => set.side === side || set.side === 'both')
      .reduce((total, { seconds }) => total + seconds, 0),
  );
  const pains = sets.flatMap(({ pain }) => pain ?? []);
  return {
    occasion,
    exercise: first.exercise,
    ...held,
    ...(pains.length > 0 && { pain: Math.max(...pains) }),
    ...(ending?.because !== undefined && { because: ending.because }),
  };
}

/** [BR-10] A break on one's feet without a stretch. */
export function breakOnFeet(occasion: BreakOccasion): BreakTaken {
  return { occasion, left: 0, right: 0 };
}
