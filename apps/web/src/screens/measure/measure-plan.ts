import { perSide, sides, type LocalDate, type PerSide, type Side } from '@psoas/kernel';
import type { DiaryState, MeasuredTest, MeasuringMethod, TakenMeasurement } from '@psoas/core/diary';
import { compareMeasurements, compareSides, lastBefore, methodsOf, type Comparison, type MeasuringOffer } from '@psoas/core/measuring';

/** What is being measured: each side in turn, in one way, read by one person. */
export type MeasurePlan = {
  readonly test: MeasuredTest;
  readonly method: MeasuringMethod;
  readonly measuredBy: string;
  readonly sides: readonly Side[];
  /** When it began: what was measured before is what it is compared with. */
  readonly startedMillis: number;
};

/** One side that was measured, and what it is compared with. */
export type MeasuredSide = { readonly measured: TakenMeasurement; readonly earlier?: TakenMeasurement; readonly change?: Comparison };

/** The sides on which a test may be measured today. */
export function openSides(offer: MeasuringOffer, test: MeasuredTest): readonly Side[] {
  return offer.kind === 'offered' ? sides.filter((side) => offer.reasons[test][side].length === 0) : [];
}

/** Who read the values the last time a test was measured in a way that needs the same kind of person. */
export function lastMethod({ measurements }: DiaryState, test: MeasuredTest): Pick<MeasurePlan, 'method' | 'measuredBy'> | undefined {
  const last = measurements.findLast((one) => one.test === test);
  return last === undefined || !methodsOf(test).includes(last.method) ? undefined : { method: last.method, measuredBy: last.measuredBy };
}

/** The latest used value of each side, and the later one's day. */
export function lastValues({ measurements }: DiaryState, test: MeasuredTest): { readonly values: PerSide<TakenMeasurement | undefined>; readonly day: LocalDate } | undefined {
  const values = perSide((side) => lastBefore(measurements, { test, side }));
  const day = [values.left?.day, values.right?.day].filter((one) => one !== undefined).toSorted().at(-1);
  return day === undefined ? undefined : { values, day };
}

/** What this plan has measured so far, each side beside what came before it. */
export function measuredSides({ measurements }: DiaryState, { test, sides: planned, startedMillis }: MeasurePlan): readonly MeasuredSide[] {
  return planned.flatMap((side): readonly MeasuredSide[] => {
    const measured = measurements.findLast((one) => one.test === test && one.side === side && one.atMillis >= startedMillis);
    if (measured === undefined) return [];
    const earlier = lastBefore(measurements, { test, side, beforeMillis: startedMillis });
    const change = earlier === undefined ? undefined : compareMeasurements(earlier, measured);
    return [{ measured, ...(earlier && { earlier }), ...(change?.ok === true && { change: change.value }) }];
  });
}

/** Right against left, where both were measured and can be used. */
export function betweenSides(measured: readonly MeasuredSide[]): Comparison | undefined {
  const [left, right] = sides.map((side) => measured.find((one) => one.measured.side === side)?.measured);
  const compared = left === undefined || right === undefined ? undefined : compareSides(left, right);
  return compared?.ok === true ? compared.value : undefined;
}
