import { addDays } from '@psoas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDiary } from '../diary/index.ts';
import { day, entry, healthyAnswers } from '../diary/testing/sample-events.ts';
import { smallCatalogue } from '../diary/testing/small-catalogue.ts';
import { headlineOf } from './headline.ts';
import { progressOf, type Progress } from './progress.ts';
import { minutesOf, sessionEntries } from './testing/session-entries.ts';

const first = day('2026-03-02');
const later = (days: number) => addDays(first, days);
const read = (entries: readonly unknown[], on = later(200)): Progress => progressOf(foldDiary(entries), { catalogue: smallCatalogue, today: on, programme: null });

let count = 0;
function thomas(days: number, value: number, parts: { readonly [field: string]: unknown } = {}) {
  const data = { test: 'thomas', side: 'left', method: 'tape', measuredBy: 'me', trials: [value], value, pelvisHeld: true, ...parts };
  return entry('measurement', data, { id: `m-${(count += 1)}`, at: minutesOf(later(days)), on: later(days) });
}
const raises = (days: number, value: number, side = 'left') => thomas(days, value, { test: 'seated-raises', method: 'counted', side });
const check = (days: number, answers: unknown = healthyAnswers) => entry('check-completed', { answers }, { id: `check-${days}`, at: minutesOf(later(days)), on: later(days) });

const oneSided = { ...healthyAnswers, tests: { ...healthyAnswers.tests, halfKneeling: { ...healthyAnswers.tests.halfKneeling, right: { felt: 'nothing' } } } };

// [D-06] What half-kneeling alone has changed counts once it was seen twice.
const again = (days: number) => entry('test-repeated', { check: `check-${days}`, side: 'right', felt: 'nothing' }, { id: `again-${days}`, at: minutesOf(later(days + 1)), on: later(days + 1) });

describe('what was measured', () => {
  it('[PR-05] carries 5 degrees, and 10 where the method or the measurer is another', () => {
    const { measured } = read([thomas(0, 8), thomas(28, 6), thomas(56, 4, { measuredBy: 'Ben' }), thomas(84, 3, { method: 'phone' })]);
    expect(measured[0]?.left.map(({ error }) => error)).toEqual([5, 5, 10, 10]);
  });

  it('[PR-05] keeps and does not use a Thomas test whose pelvis was not held, or not said to be', () => {
    const { measured } = read([thomas(0, 8, { pelvisHeld: false }), thomas(1, 8, { pelvisHeld: undefined }), thomas(2, 8)]);
    expect([measured[0]?.left.length, measured[0]?.notUsed]).toEqual([1, 2]);
  });

  it('[PR-05] takes the values of the check too, once a day', () => {
    const tests = { ...healthyAnswers.tests, thomas: { left: { heightCentimetres: 4, thighCentimetres: 40, pelvisHeld: true } }, seatedLifts: { right: { repetitions: 30 } } };
    const { measured } = read([check(0, { ...healthyAnswers, tests }), thomas(0, 3)]);
    expect(measured[0]?.left.map(({ value }) => value)).toEqual([3]);
    expect(measured[1]?.right.map(({ value }) => value)).toEqual([30]);
  });

  it.each([
    [[thomas(0, 8)], 'too-early'],
    [[thomas(0, 8), thomas(27, -8)], 'too-early'],
    [[thomas(0, 8), thomas(28, 3)], 'no-change'],
    [[thomas(0, -4.3), thomas(28, -9.3)], 'no-change'],
    [[thomas(0, 8), thomas(28, 2.9)], 'better'],
    [[thomas(0, 2.9), thomas(28, 8)], 'worse'],
    [[thomas(0, 8), thomas(28, 0, { method: 'phone' })], 'no-change'],
    [[thomas(0, 8), thomas(28, -2.1, { method: 'phone' })], 'better'],
  ])('[PR-07] speaks of a change only beyond the error and after four weeks (%#)', (entries, kind) => {
    expect(read(entries).changes.thomas.left.kind).toBe(kind);
  });

  it('[PR-07] lifts change beyond a quarter of the first value', () => {
    expect(read([raises(0, 20), raises(30, 25)]).changes['seated-raises'].left.kind).toBe('no-change');
    expect(read([raises(0, 20), raises(30, 26)]).changes['seated-raises'].left).toMatchObject({ kind: 'better', from: 20, to: 26, by: 6, error: 5 });
  });

  it('[PR-07] what is beyond the error one way is beyond it the other way, and never both better', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }), (from, to) => {
        const forth = read([thomas(0, from), thomas(40, to)]).changes.thomas.left.kind;
        const back = read([thomas(0, to), thomas(40, from)]).changes.thomas.left.kind;
        expect([forth, back].toSorted()).toEqual(Math.abs(from - to) > 5 ? ['better', 'worse'] : ['no-change', 'no-change']);
      }),
    );
  });
});

describe('left against right', () => {
  it('[PR-09] counts a difference only beyond the error, and only of the same fortnight', () => {
    const near = read([thomas(0, 8), thomas(0, 3, { side: 'right' }), raises(0, 20), raises(14, 30, 'right')]).leftAgainstRight.measured;
    expect(near.map(({ test, by, isBeyondError }) => [test, by, isBeyondError])).toEqual([
      ['thomas', 5, false],
      ['seated-raises', 10, true],
    ]);
    expect(read([thomas(0, -4.3), thomas(0, -9.3, { side: 'right' })]).leftAgainstRight.measured[0]?.isBeyondError).toBe(false);
    expect(read([thomas(0, 8), thomas(15, -9, { side: 'right' })]).leftAgainstRight.measured).toEqual([]);
  });

  it('[PR-09] does not depend on which side is named first', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (one, other) => {
        const differs = (left: number, right: number) => read([raises(0, left), raises(0, right, 'right')]).leftAgainstRight.measured[0]?.isBeyondError;
        expect(differs(one, other)).toBe(differs(other, one));
      }),
    );
  });

  it('[PR-08] [PR-09] shows what each check came to, and whether the sides differ in the latest', () => {
    const asked = read([check(0), check(28, oneSided)]);
    expect(asked.leftAgainstRight.findings).toEqual({ left: 'both', right: 'both', differ: false });
    const { checks, leftAgainstRight } = read([check(0), check(28, oneSided), again(28)]);
    expect(checks.map(({ left, right }) => [left, right])).toEqual([
      ['both', 'both'],
      ['both', 'weak'],
    ]);
    expect(leftAgainstRight.findings).toEqual({ left: 'both', right: 'weak', differ: true });
  });
});

describe('pain', () => {
  it('[PR-04] takes the highest of a session with its zone, and the day after', () => {
    const { pain } = read([...sessionEntries(first, 'a', 4), entry('break-taken', { occasion: 'desk', left: 30, right: 30, pain: 6 }, { id: 'b', at: 700 })]);
    expect(pain.map(({ of, highest, zone, nextDay }) => [of, highest, zone, nextDay?.comparedWithBefore])).toEqual([
      ['session', 4, 'amber', 'same'],
      ['break', 6, 'red', undefined],
    ]);
  });

  it('[PR-04] compares the means of the first and the last two weeks, beyond 2 points', () => {
    const weeks = (from: number, to: number) => [0, 3, 7, 40, 43, 50].flatMap((days, index) => sessionEntries(later(days), `r${index}`, index < 3 ? from : to));
    expect(read(weeks(5, 2)).painChange.kind).toBe('better');
    expect(read(weeks(1, 4)).painChange.kind).toBe('worse');
    expect(read(weeks(3, 1)).painChange.kind).toBe('no-change');
  });
});

describe('the first sentence', () => {
  it.each([
    ['empty', []],
    ['notMeasured', [entry('note', { text: 'x' }, { id: 'n' }), check(0)]],
    ['tooEarly', [thomas(0, 8)]],
    ['noChange', [thomas(0, 8), thomas(30, 6)]],
    ['noChange', [thomas(0, 8), thomas(30, 6), check(0), check(28)]],
    ['nothingMeasuredTwice', [check(0), check(28)]],
    ['nothingMeasuredTwice', [thomas(0, 8), ...sessionEntries(first, 'a', 5), ...sessionEntries(later(40), 'b', 5)]],
    ['notMeasured', [check(0), check(1)]],
    ['findingChanged', [check(0), check(28, oneSided), again(28)]],
    ['nothingMeasuredTwice', [check(0), check(28, oneSided)]],
    ['notMeasured', [check(0), check(3, oneSided)]],
    ['measuredBetter', [thomas(0, 8), thomas(30, -6)]],
    ['measuredWorse', [thomas(0, 8), thomas(30, 18)]],
    ['measuredMixed', [thomas(0, 8), thomas(30, 18), thomas(0, 8, { side: 'right' }), thomas(30, -6, { side: 'right' })]],
    ['painWorse', [thomas(0, 8), thomas(30, -6), ...sessionEntries(first, 'a', 1), ...sessionEntries(later(40), 'b', 5)]],
    ['painBetter', [...sessionEntries(first, 'a', 5), ...sessionEntries(later(40), 'b', 1)]],
  ] as const)('[PR-10] %s', (key, entries) => {
    expect(headlineOf(read(entries)).key).toBe(key);
  });

  it('[PR-10] one side is named, two are both', () => {
    expect(headlineOf(read([thomas(0, 8), thomas(30, -6)]))).toMatchObject({ side: 'left', from: 8, to: -6, by: 14, error: 5 });
    expect(headlineOf(read([thomas(0, 8), thomas(30, -6), thomas(0, 8, { side: 'right' }), thomas(30, -9, { side: 'right' })]))).toMatchObject({ side: 'both', to: -9 });
  });
});

it('the order in which events were appended does not matter', () => {
  const entries = [check(0), ...sessionEntries(later(1), 'a', 2), ...sessionEntries(later(40), 'b', 5), thomas(0, 8), thomas(35, 1), thomas(35, 2, { side: 'right' }), raises(3, 12)];
  const sorted = read(entries);
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      expect(read(shuffled)).toEqual(sorted);
    }),
  );
});
