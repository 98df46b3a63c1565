import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorse, lossShare, quantileOf, summaryOf } from './statistics.ts';

const positive = fc.double({ min: 0.001, max: 1e6, noNaN: true });
const runs = fc.array(positive, { minLength: 1, maxLength: 40 });
const better = fc.constantFrom('less' as const, 'more' as const);
const level = fc.record({ median: positive, spread: fc.double({ min: 0, max: 1e3, noNaN: true }) });

describe('summaryOf', () => {
  it.each([
    [[3], { runs: 1, median: 3, min: 3, max: 3, spread: 0 }],
    [[4, 1], { runs: 2, median: 2.5, min: 1, max: 4, spread: 1.5 }],
    [[5, 1, 3, 2, 4], { runs: 5, median: 3, min: 1, max: 5, spread: 2 }],
    // One run that something disturbed.
    [[100, 1, 3, 2, 4], { runs: 5, median: 3, min: 1, max: 100, spread: 2 }],
  ])('sums %j up', (values, expected) => expect(summaryOf(values)).toEqual(expected));

  it('refuses to speak of nothing', () => expect(() => summaryOf([])).toThrow('nothing was measured'));

  it('says the same whatever the order', () => {
    fc.assert(
      fc.property(runs, (values) => {
        expect(summaryOf(values.toReversed())).toEqual(summaryOf(values));
      }),
    );
  });

  it('has the least, the median and the most in this order, and half of the runs on each side of the median', () => {
    fc.assert(
      fc.property(runs, (values) => {
        const { min, median, max, spread } = summaryOf(values);
        expect(min).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(max);
        expect(spread).toBeLessThanOrEqual(max - min);
        expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  it('rises with the share', () => {
    fc.assert(
      fc.property(runs, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (values, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(quantileOf(values, low)).toBeLessThanOrEqual(quantileOf(values, high) * (1 + 1e-9));
      }),
    );
  });
});

describe('isWorse', () => {
  const stored = { median: 2, spread: 0.1 };
  it.each([
    ['just as it was', { median: 2, spread: 0.1 }, 'less', false],
    ['better', { median: 1, spread: 0.1 }, 'less', false],
    ['worse by less than a tenth', { median: 2.19, spread: 0.1 }, 'less', false],
    ['worse by a little more than a tenth of the stored one', { median: 2.21, spread: 0.1 }, 'less', true],
    ['worse by more than a tenth and than the spread', { median: 2.3, spread: 0.1 }, 'less', true],
    ['worse by more than a tenth, within the spread of now', { median: 2.3, spread: 0.4 }, 'less', false],
    ['less where more is better', { median: 1.7, spread: 0.1 }, 'more', true],
    ['more where more is better', { median: 2.3, spread: 0.1 }, 'more', false],
  ] as const)('%s', (_, found, way, expected) => expect(isWorse(stored, found, way)).toBe(expected));

  it('also looks at the stored spread', () => expect(isWorse({ median: 2, spread: 0.4 }, { median: 2.3, spread: 0 }, 'less')).toBe(false));

  it('is never said of what did not change', () => {
    fc.assert(
      fc.property(level, better, (one, way) => {
        expect(isWorse(one, one, way)).toBe(false);
      }),
    );
  });

  it('is said of one way at most', () => {
    fc.assert(
      fc.property(level, level, (one, other) => {
        expect(isWorse(one, other, 'less') && isWorse(one, other, 'more')).toBe(false);
      }),
    );
  });

  it('needs both: more than a tenth, and more than either spread', () => {
    fc.assert(
      fc.property(level, level, better, (one, other, way) => {
        const change = way === 'less' ? other.median - one.median : one.median - other.median;
        const isBeyond = change > one.median * 0.1 && change > one.spread && change > other.spread;
        expect(isWorse(one, other, way)).toBe(isBeyond);
        if (isBeyond) expect(lossShare(one, other, way)).toBeGreaterThan(0.1 - 1e-9);
      }),
    );
  });

  it('stays said when it gets worse still', () => {
    fc.assert(
      fc.property(level, level, positive, (one, other, more) => {
        fc.pre(isWorse(one, other, 'less'));
        expect(isWorse(one, { ...other, median: other.median + more }, 'less')).toBe(true);
      }),
    );
  });

  it('does not depend on the unit', () => {
    // Powers of two, so that nothing is rounded.
    fc.assert(
      fc.property(level, level, better, fc.integer({ min: -8, max: 8 }), (one, other, way, power) => {
        const scaled = ({ median, spread }: typeof one): typeof one => ({ median: median * 2 ** power, spread: spread * 2 ** power });
        expect(isWorse(scaled(one), scaled(other), way)).toBe(isWorse(one, other, way));
      }),
    );
  });

  it('is blind to one disturbed run of many', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.99, max: 1.01, noNaN: true }), { minLength: 5, maxLength: 20 }), fc.double({ min: 2, max: 100, noNaN: true }), (values, outlier) => {
        const calm = summaryOf(values);
        expect(isWorse(calm, summaryOf([...values, outlier]), 'less')).toBe(false);
        // And such a run does not hide that all others got slower.
        expect(isWorse(calm, summaryOf([...values.map((value) => value * 1.5), outlier * 1.5]), 'less')).toBe(true);
      }),
    );
  });
});
