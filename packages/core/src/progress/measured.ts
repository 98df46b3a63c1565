import { sides, type LocalDate, type PerSide, type Side } from '@psoas/kernel';
import { parseAnswers } from '../answers/index.ts';
import type { DiaryState, MeasuredTest, MeasuringMethod } from '../diary/index.ts';
import { detectableChange, isUsed, toTenth, type Reading } from '../measuring/index.ts';
import { thighAngleDegrees } from '../selfcheck/index.ts';

/** [PR-05] One value of one side, with the change below which nothing can be told. */
export type MeasuredPoint = {
  readonly day: LocalDate;
  readonly atMillis: number;
  /** Thomas: degrees above (+) or below (-) level; raises: repetitions; hold: seconds. */
  readonly value: number;
  /** In the unit of the value; wider where the method or the measurer changed. */
  readonly error: number;
  readonly method: MeasuringMethod;
  readonly measuredBy: string;
};

/** [PR-05] What was measured of one test, each side oldest first. */
export type MeasuredSeries = PerSide<readonly MeasuredPoint[]> & {
  readonly test: MeasuredTest;
  /** Thomas tests without the pelvis held flat: kept, not used (F-14). */
  readonly notUsed: number;
};

type Taken = Reading & { readonly day: LocalDate; readonly atMillis: number; readonly id: string; readonly side: Side };

/**
 * [PR-05] All values of a test, those of the self-check too. Where a day has both, the measurement counts: it holds
 * all trials.
 */
export function measuredSeries(state: DiaryState, test: MeasuredTest): MeasuredSeries {
  const own = state.measurements.filter((measurement) => measurement.test === test);
  const used = own.filter(isUsed);
  const taken = [...used, ...fromChecks(state, test).filter((check) => !own.some(({ day, side }) => day === check.day && side === check.side))];
  const ofSide = (side: Side): readonly MeasuredPoint[] => withErrors(test, taken.filter((each) => each.side === side));
  return { test, left: ofSide('left'), right: ofSide('right'), notUsed: own.length - used.length };
}

function withErrors(test: MeasuredTest, taken: readonly Taken[]): readonly MeasuredPoint[] {
  const sorted = taken.toSorted((first, second) => first.atMillis - second.atMillis || (first.id < second.id ? -1 : 1));
  return sorted.map(({ day, atMillis, value, method, measuredBy }, index) => {
    const reading = { value, method, measuredBy };
    const against = [sorted[0], sorted[index - 1]].filter((other) => other !== undefined);
    return { day, atMillis, ...reading, error: Math.max(...against.map((other) => detectableChange(test, reading, other))) };
  });
}

// The self-check asks for one value a side, by tape or by counting, and not who read it.
function fromChecks({ checks }: DiaryState, test: MeasuredTest): readonly Taken[] {
  if (test === 'seated-hold') return [];
  return checks.flatMap(({ id, day, atMillis, answers }) => {
    const tests = parseAnswers(answers).complete?.tests;
    return sides.flatMap((side): readonly Taken[] => {
      const about = { id, day, atMillis, side, measuredBy: 'me' };
      const thomas = tests?.thomas?.[side];
      const lifts = tests?.seatedLifts?.[side];
      if (test === 'thomas') return thomas?.pelvisHeld === true ? [{ ...about, method: 'tape', value: toTenth(thighAngleDegrees(thomas)) }] : [];
      return lifts === undefined ? [] : [{ ...about, method: 'counted', value: lifts.repetitions }];
    });
  });
}
