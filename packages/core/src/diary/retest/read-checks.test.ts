import { describe, expect, it } from 'vitest';
import { checkOn, loose, read, repeatOn, thomas, tight } from '../testing/checks.ts';
import type { ReadCheck } from './read-checks.ts';

const both = (answer: typeof tight): { readonly halfKneeling: { readonly left: typeof tight; readonly right: typeof tight } } => ({ halfKneeling: { left: answer, right: loose } });
const before = checkOn(0, { tests: both(tight) });
const after = checkOn(28, { tests: both(loose) });
const left = (checks: readonly ReadCheck[]): readonly unknown[] => [checks.at(-1)?.findings.left.result, checks.at(-1)?.kept.left];

describe('[D-06] a change that half-kneeling alone made', () => {
  it('does not count before it is done again on another day', () => {
    expect(left(read([before, after]))).toEqual(['tight', { because: 'repeat-due' }]);
    expect(left(read([before, after], [repeatOn(28, 28, loose)]))).toEqual(['tight', { because: 'repeat-due' }]);
  });

  it('counts when the repeat says the same', () => {
    expect(left(read([before, after], [repeatOn(29, 28, loose)]))).toEqual(['neither', undefined]);
    expect(left(read([before, after], [repeatOn(29, 28, { felt: 'deep-front-hip', when: 'end-range' })]))).toEqual(['neither', undefined]);
  });

  it('does not count when the repeat says otherwise, or cannot tell', () => {
    const disagreed = ['tight', { because: 'repeat-disagreed' }];
    expect(left(read([before, after], [repeatOn(29, 28, tight)]))).toEqual(disagreed);
    expect(left(read([before, after], [repeatOn(29, 28, { felt: 'low-back' })]))).toEqual(disagreed);
  });

  it('the last repeat counts; one of another check or side does not', () => {
    expect(left(read([before, after], [repeatOn(29, 28, tight), repeatOn(30, 28, loose)]))).toEqual(['neither', undefined]);
    expect(left(read([before, after], [repeatOn(29, 0, loose), repeatOn(30, 28, { ...loose, side: 'right' })]))).toEqual(['tight', { because: 'repeat-due' }]);
  });

  it('holds for worse as for better', () => {
    expect(left(read([after, checkOn(56, { tests: both(tight) })]))).toEqual(['neither', { because: 'repeat-due' }]);
  });

  it('the next check is compared with the reading that counted', () => {
    expect(left(read([before, after, checkOn(56, { tests: both(loose) })]))).toEqual(['tight', { because: 'repeat-due' }]);
    expect(left(read([before, after, checkOn(56, { tests: both(tight) })]))).toEqual(['tight', undefined]);
  });

  it('concerns one side only', () => {
    const [, check] = read([checkOn(0, { tests: { halfKneeling: { left: tight, right: tight } } }), checkOn(28, { tests: { halfKneeling: { left: tight, right: loose } } })]);
    expect(check?.kept).toEqual({ right: { because: 'repeat-due' } });
  });
});

describe('[D-06] caution is never put off', () => {
  it('pain on the half-kneel counts at once, whatever was before', () => {
    expect(left(read([before, checkOn(28, { tests: both({ felt: 'pain' }) })]))).toEqual(['cannot-tell', undefined]);
  });

  it('pain on the half-kneel counts though the Thomas test changed too little', () => {
    const hurts = { halfKneeling: { left: { felt: 'pain' }, right: loose } } as const;
    const [, check] = read([checkOn(0, { tests: { ...both(tight), thomas: { left: thomas(1) } } }), checkOn(28, { tests: { ...hurts, thomas: { left: thomas(-1) } } })]);
    expect(check?.kept.left).toMatchObject({ because: 'within-error' });
    expect(check?.answers.tests.halfKneeling.left.felt).toBe('pain');
    expect(check?.findings.left.trace).toContainEqual(expect.objectContaining({ test: 'halfKneeling', answer: 'pain' }));
  });

  it('pain in the repeat counts, though the earlier reading stays', () => {
    const [, check] = read([before, after], [repeatOn(29, 28, { felt: 'pain' })]);
    expect(check?.answers.tests.halfKneeling.left.felt).toBe('pain');
    expect(check?.findings.left.result).toBe('cannot-tell');
  });

  it('what can be told for the first time, or no longer, counts at once', () => {
    const unknown = checkOn(0, { tests: both({ felt: 'low-back' }) });
    expect(left(read([unknown, after]))).toEqual(['neither', undefined]);
    expect(left(read([before, checkOn(28, { tests: both({ felt: 'inner-thigh' }) })]))).toEqual(['cannot-tell', undefined]);
  });

  it('pain in the repeat counts though it was done once more without', () => {
    const [, check] = read([before, after], [repeatOn(29, 28, { felt: 'pain' }), repeatOn(30, 28, tight)]);
    expect(check?.answers.tests.halfKneeling.left.felt).toBe('pain');
  });

  it('the knee lift, pain at rest and everything else are as they are now', () => {
    const weak = { result: 'below-90' } as const;
    const [, check] = read([before, checkOn(28, { pain: 3, tests: { ...both(loose), kneeLift: { left: weak, right: weak } } })]);
    expect(check?.findings.left.result).toBe('both');
    expect(check?.answers.pain.now).toBe(3);
  });
});

describe('[D-06] the error of the Thomas test', () => {
  const angle = (centimetres: number, day: number): ReturnType<typeof checkOn> => checkOn(day, { tests: { ...both(tight), thomas: { left: thomas(centimetres) } } });
  it.each([
    { from: 1, to: -1, kept: true, why: '2.9 degrees' },
    { from: 1.7, to: -1.7, kept: true, why: '4.9 degrees' },
    { from: 2, to: -2, kept: false, why: '5.7 degrees' },
    { from: -2, to: 2, kept: false, why: '5.7 degrees the other way' },
    { from: 1, to: 8, kept: undefined, why: 'much, and still tight' },
  ])('a change of $why is kept: $kept', ({ from, to, kept }) => {
    const [, check] = read([angle(from, 0), angle(to, 28)]);
    expect(check?.kept.left?.because).toBe(kept === true ? 'within-error' : undefined);
    if (kept === true) expect(check?.findings.left.result).toBe('tight');
    if (kept === false) expect(check?.findings.left.result).toBe(to > 0 ? 'tight' : 'neither');
  });

  it('small changes do not add up unseen: each is compared with the reading that counted', () => {
    const checks = read([angle(1.5, 0), angle(-1, 28), angle(-3, 56)]);
    expect(checks.map(({ findings }) => findings.left.result)).toEqual(['tight', 'tight', 'neither']);
  });

  it('a better test that is new counts', () => {
    expect(left(read([before, angle(-1, 28)]))).toEqual(['neither', undefined]);
  });

  it('without it at the second check half-kneeling alone has changed', () => {
    expect(left(read([angle(4, 0), after]))).toEqual(['tight', { because: 'repeat-due' }]);
  });

  it('without a held pelvis it is no test', () => {
    const loosely = checkOn(28, { tests: { ...both(loose), thomas: { left: { ...thomas(-6), pelvisHeld: false } } } });
    expect(left(read([before, loosely]))).toEqual(['tight', { because: 'repeat-due' }]);
  });

  it.each([
    { from: 60, to: 79, kept: true },
    { from: 60, to: 80, kept: false },
  ])('[D-06] the hanging knee from $from to $to degrees is kept: $kept', ({ from, to, kept }) => {
    const knee = (degrees: number, day: number): ReturnType<typeof checkOn> => checkOn(day, { tests: { ...both(loose), thomas: { left: thomas(-3, degrees) } } });
    const [, check] = read([knee(from, 0), knee(to, 28)]);
    expect(check?.kept.left?.because).toBe(kept ? 'within-error' : undefined);
    expect(check?.findings.left.rectusFemoris).toBe(kept ? 'yes' : 'no');
  });
});

describe('checks that cannot be read', () => {
  it('are passed over', () => {
    expect(read([before, { ...after, answers: 'damaged' }, checkOn(56, { tests: both(tight) })]).map(({ id }) => id)).toEqual(['check-0', 'check-56']);
    expect(read([])).toEqual([]);
  });
});
