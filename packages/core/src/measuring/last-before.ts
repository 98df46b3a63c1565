import type { Side } from '@psoas/kernel';
import type { TakenMeasurement } from '../diary/diary-state.ts';
import type { MeasuredTest } from '../diary/event.ts';
import { isUsed } from './band.ts';

/** [ME-10] The latest used value of a test on a side that was taken before a moment: what a new one is compared with. */
export function lastBefore(
  measurements: readonly TakenMeasurement[],
  { test, side, beforeMillis = Infinity }: { readonly test: MeasuredTest; readonly side: Side; readonly beforeMillis?: number },
): TakenMeasurement | undefined {
  return measurements.findLast((one) => one.test === test && one.side === side && isUsed(one) && one.atMillis < beforeMillis);
}
