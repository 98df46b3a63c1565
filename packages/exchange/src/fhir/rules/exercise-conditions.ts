import type { CatalogueExercise, HipProperty } from '@psoas/core/catalogue';
import { otherSide, sides, type Side } from '@psoas/kernel';
import { aboutPlace } from '../link-ids.ts';
import { forbiddersOf } from './exclusion-conditions.ts';
import { allOf, anyOf, choose, isNo, isOneOf, isTrue, isYes } from './expression.ts';
import { hurtName } from './finding-conditions.ts';

/** True where a person has the things and the room for an exercise, and stands safely in it (P-05, P-08). */
export function suitsWhen({ equipment, properties }: Pick<CatalogueExercise, 'equipment' | 'properties'>): string {
  const hasThings = equipment.needed.map((alternatives) => isOneOf(aboutPlace('equipment'), alternatives));
  const asks = (...wanted: readonly string[]): boolean => properties.some((property) => wanted.includes(property));
  const against = [
    ...(asks('floor') ? [isNo(aboutPlace('canUseFloor'))] : []),
    ...(asks('kneeling') ? [isNo(aboutPlace('canKneel'))] : []),
    ...(asks('on-box', 'loaded-single-leg-standing', 'bed-edge') ? [isYes(aboutPlace('needsBalanceSupport'))] : []),
  ];
  const isFree = against.length === 0 ? [] : [choose(anyOf(against), 'false', 'true')];
  const all = [...hasThings, ...isFree];
  return all.length === 0 ? 'true' : isTrue(allOf(all));
}

/** True where an exercise may have this target side: nothing forbids it there (S-06, F-06, F-10). */
export function allowedOnWhen(exercise: CatalogueExercise, side: Side): string {
  // A movement of both legs at once cannot spare one of them.
  const targets = exercise.side.model === 'bilateral' ? sides : [side];
  const against = targets.flatMap((target) => [
    ...forbiddersOf(exercise, target),
    ...painForbidders(exercise.hips.target, target),
    ...painForbidders(exercise.hips.other, otherSide(target)),
  ]);
  return choose(anyOf([...new Set(against)]), 'false', 'true');
}

// [F-06] Pain on the half-kneel forbids end-range stretches of that side, [F-10] pain on the knee lift going above 90.
function painForbidders(properties: readonly HipProperty[], side: Side): readonly string[] {
  const isEndRange = properties.some((property) => property === 'static-end-range-stretch' || property === 'end-range-hip-extension');
  return [
    ...(isEndRange ? [`%${hurtName('halfKneeling', side)}`] : []),
    ...(properties.includes('hip-flexion-over-90') ? [`%${hurtName('kneeLift', side)}`] : []),
  ];
}
