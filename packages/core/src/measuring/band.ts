import type { MeasuredTest, Measurement } from '../diary/event.ts';
import { toTenth } from './to-tenth.ts';

/** Error of an angle with the same person and way of measuring, and when one of them changed (source S12: 3.9 and 9.6). */
export const sameWayDegrees = 5;
const otherWayDegrees = 10;
/** Error of lifts and holds as a share; borrowed from strength measured with a device (source S15: 22 to 25 %). */
const countedShare = 0.25;

/** A value with how far it can be off. */
export type Band = { readonly low: number; readonly value: number; readonly high: number };

/** [ME-07] Whether a value is used: a Thomas test without the pelvis held flat is kept and not used (F-14). */
export function isUsed({ test, pelvisHeld }: Measurement): boolean {
  return test !== 'thomas' || pelvisHeld === true;
}

/**
 * [ME-07] How far a value can be off, in its own unit: degrees, repetitions or seconds. `isOtherWay`: the method or
 * the person who measures differs from what it is compared with, which widens an angle's error.
 */
export function errorOf({ test, value }: Pick<Measurement, 'test' | 'value'>, isOtherWay = false): number {
  if (test === 'thomas') return isOtherWay ? otherWayDegrees : sameWayDegrees;
  return toTenth(countedShare * Math.abs(value));
}

/** What a value needs to be compared with another. */
export type Reading = Pick<Measurement, 'value' | 'method' | 'measuredBy'>;

/**
 * [ME-09] The change from `before` to `now` up to which nothing can be told, in the unit of the value. An angle's is
 * wider when the method or the measurer changed; of lifts and seconds a single one is never a change.
 */
export function detectableChange(test: MeasuredTest, now: Reading, before: Reading): number {
  const isOtherWay = now.method !== before.method || !isSamePerson(now.measuredBy, before.measuredBy);
  const least = test === 'thomas' ? 0 : 1;
  return Math.max(least, errorOf({ test, value: before.value }, isOtherWay));
}

/** Names are typed by hand: case and spaces around them do not make another person. */
export function isSamePerson(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** [ME-07] The value between the ends of its error; lifts and seconds never go below nothing. */
export function bandOf(measurement: Pick<Measurement, 'test' | 'value'>, isOtherWay = false): Band {
  const { test, value } = measurement;
  const error = errorOf(measurement, isOtherWay);
  const low = toTenth(value - error);
  return { low: test === 'thomas' ? low : Math.max(0, low), value, high: toTenth(value + error) };
}

/** Where a thigh lies, as far as this way of measuring can tell. */
export type ThighPlace = 'above' | 'level' | 'below';

/** [ME-08] Above or below horizontal only beyond the error; nearer it counts as level. */
export function placeOfThigh(degrees: number): ThighPlace {
  if (degrees > sameWayDegrees) return 'above';
  return degrees < -sameWayDegrees ? 'below' : 'level';
}
