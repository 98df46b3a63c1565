import { err, ok, type Result } from '@psoas/kernel';
import type { MeasuredTest, Measurement } from '../diary/event.ts';
import { methodsOf } from './offer.ts';
import { summariseTrials, trialsOf } from './trials.ts';

/** What was measured on one side, before it is one record. */
export type MeasuredTrials = Omit<Measurement, 'value'>;

/** Why trials are no measurement, with what would be one. */
export type MeasurementFault =
  | { readonly field: 'trials'; readonly kind: 'count'; readonly found: number; readonly needed: number }
  | { readonly field: 'trials'; readonly kind: 'range'; readonly found: number; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly field: 'method'; readonly kind: 'method'; readonly found: string; readonly allowed: readonly string[] }
  | { readonly field: 'measuredBy'; readonly kind: 'empty' };

/** What each test can read: degrees, lifts in a minute, seconds. */
const rangeByTest = {
  thomas: { min: -90, max: 90, whole: false },
  'seated-raises': { min: 0, max: 120, whole: true },
  'seated-hold': { min: 0, max: 600, whole: false },
} as const satisfies { readonly [test in MeasuredTest]: object };

/** [ME-03, ME-11] The record of one side, the same whichever way it was measured; what cannot be is named with what is allowed. */
export function measurementOf(measured: MeasuredTrials): Result<Measurement, MeasurementFault> {
  const { test, method, measuredBy, trials } = measured;
  const allowed = methodsOf(test);
  if (!allowed.includes(method)) return err({ field: 'method', kind: 'method', found: method, allowed });
  if (measuredBy.trim() === '') return err({ field: 'measuredBy', kind: 'empty' });
  const needed = trialsOf(test);
  const summary = summariseTrials(trials);
  if (summary === undefined || trials.length < needed) return err({ field: 'trials', kind: 'count', found: trials.length, needed });
  const range = rangeByTest[test];
  const outside = trials.find((trial) => !(trial >= range.min && trial <= range.max) || (range.whole && !Number.isInteger(trial)));
  if (outside !== undefined) return err({ field: 'trials', kind: 'range', found: outside, ...range });
  return ok({ ...measured, measuredBy: measuredBy.trim(), value: summary.median });
}
