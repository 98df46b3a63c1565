import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { sides } from '@psoas/kernel';
import type { NextDayAnswer, SetLogged } from './event.ts';
import { nextDayComparisons, sorenessKinds } from './event.ts';
import type { Run } from './diary-state.ts';
import { holdReasons } from './hold-reasons.ts';
import { longGap } from './long-gap.ts';
import { nextDayEffect } from './next-day-effect.ts';
import { putOffUntil, retestPutOffOn } from './retest-put-off.ts';
import { formText, stepSentence, type StepWords, type ToldExercise } from './step-sentence.ts';
import { verdictOf } from './steps/day-verdict.ts';
import { stepKeys, type NextStep, type StepChange } from './steps/step-change.ts';
import { testExercise } from '../catalogue/test-catalogue.ts';
import { day } from './testing/sample-events.ts';

const causes = ['calmReps', 'calmHold', 'pain', 'worse', 'stopSign', 'stops', 'gap', 'ill', 'lighterWeek', 'retest', 'crashes', 'unchanged'] as const;
const words = {
  sentence: '{because}: {what}',
  because: { ...Object.fromEntries(causes.map((cause) => [cause, cause])), pain: 'pain of {pain}{place}' } as StepWords['because'],
  place: { left: ' on the left', right: ' on the right', both: '' },
  units: { reps: 'reps', hold: 's' },
  what: { ...Object.fromEntries(stepKeys.map((key) => [key, key])), trim: '{from} {units} become {to}', variantUp: '{variant}', loadUp: '{from} to {to}' } as StepWords['what'],
  special: { firstLoad: 'first {to}', someLoad: 'some', loadedVariant: '{variant} {to}', easierForm: 'easier' },
} satisfies StepWords;

const march: ToldExercise = { doses: { default: { reps: { min: 1 } } }, variants: [{ id: 'band', name: 'With a band' }] };
const lunge: ToldExercise = { doses: { default: {} }, variants: [] };
const on = day('2026-03-02');

function runWith(sets: readonly Partial<SetLogged>[], more: Partial<Run> = {}): Run {
  return {
    run: 'r',
    session: 'day-1-home',
    startedDay: on,
    startedAtMillis: 0,
    items: [],
    options: { firstSide: 'left', order: 'alternate' },
    sets: sets.map((set) => ({ run: 'r', item: 0, exercise: 'march', side: 'left', set: 1, seconds: 60, day: on, atMillis: 0, ...set })),
    ...more,
  };
}

function told(change: Partial<StepChange>, exercise: ToldExercise = march, runs: readonly Run[] = []): string {
  return stepSentence(
    { exercise: 'march', side: 'both', key: 'repsUp', rule: 'D-03', day: on, values: {}, ...change },
    { words, exercise, runs },
  );
}

describe('the sentence of a step', () => {
  it('[D-03] [D-04] tells the cause apart by rule, numbers and exercise', () => {
    expect(told({})).toBe('calmReps: repsUp');
    expect(told({ key: 'holdUp' }, lunge)).toBe('calmHold: holdUp');
    expect(told({ key: 'trim', rule: 'D-04', values: { pain: 4, from: 10, to: 8 } })).toBe('pain of 4: 10 reps become 8');
    expect(told({ key: 'trim', rule: 'D-04', values: { pain: 4, from: 45, to: 34 } }, lunge)).toBe('pain of 4: 45 s become 34');
    expect(told({ key: 'repsDown', rule: 'D-04', values: { pain: 6 } })).toBe('pain of 6: repsDown');
    expect(told({ key: 'repsDown', rule: 'D-04', values: { pain: 5 } })).toBe('worse: repsDown');
    expect(told({ key: 'repsDown', rule: 'D-04' })).toBe('worse: repsDown');
    expect(told({ key: 'variantUp', values: { variant: 'band' } })).toBe('calmReps: with a band');
    expect(told({ key: 'variantUp', values: { variant: 'band', to: 2 } })).toBe('calmReps: with a band 2');
    expect(told({ key: 'loadUp', values: { from: 1, to: 2 } })).toBe('calmReps: 1 to 2');
    expect(told({ key: 'loadUp', values: { to: 2 } })).toBe('calmReps: first 2');
    expect(told({ key: 'loadUp' })).toBe('calmReps: some');
    expect(told({ key: 'variantDown', rule: 'D-09' })).toBe('gap: easier');
    expect(told({ key: 'variantUp', values: { variant: 'unknown' } })).toBe('calmReps: unknown');
  });

  it('[D-04] names a side only when the sets of that day tell the sides apart', () => {
    const change = { key: 'trim', rule: 'D-04', side: 'left', values: { pain: 4, from: 10, to: 8 } } as const;
    const left = runWith([{ side: 'left', pain: 4 }, { side: 'right', pain: 1 }]);
    const both = runWith([{ side: 'left', pain: 4 }, { side: 'right', pain: 4 }]);
    expect(told(change, march, [left])).toBe('pain of 4 on the left: 10 reps become 8');
    expect(told(change, march, [both])).toBe('pain of 4: 10 reps become 8');
    expect(told(change, march, [])).toBe('pain of 4: 10 reps become 8');
  });
});

describe('the form of a plan item', () => {
  it('[D-03] names the harder form and its load, and nothing for the plain exercise', () => {
    const forms = { variant: '{variant}', load: '{to} kg', both: '{variant}, {to} kg' };
    expect(formText({}, march, forms)).toBeUndefined();
    expect(formText({ variant: 'band' }, march, forms)).toBe('With a band');
    expect(formText({ loadKilograms: 1.5 }, march, forms)).toBe('1.5 kg');
    expect(formText({ variant: 'newer', loadKilograms: 1 }, march, forms)).toBe('newer, 1 kg');
  });
});

describe('why nothing moves on', () => {
  const step = (more: Partial<NextStep>): NextStep => ({ exercise: 'march', side: 'left', step: 'hold', rule: 'D-03', day: on, greens: 0, ...more });
  const answered = { nextDay: { run: 'r', comparedWithBefore: 'same', painNow: 0 } } as const;

  it('[D-02] [D-03] gives each exercise its first reason, and leaves out what steps back or moves on', () => {
    const keys = (steps: readonly NextStep[], runs: readonly Run[]) => holdReasons(steps, runs).map(({ key }) => key);
    expect(keys([step({})], [runWith([{}])])).toEqual(['noAnswer']);
    expect(keys([step({})], [runWith([{}], answered)])).toEqual(['incomplete']);
    expect(keys([step({ greens: 1 })], [runWith([{}], answered)])).toEqual(['oneMore']);
    expect(keys([step({ rule: 'D-04', pain: 4 })], [runWith([{ pain: 4 }], answered)])).toEqual(['pain']);
    expect(keys([step({ rule: 'D-04', pain: 4 })], [runWith([{ pain: 1 }], answered)])).toEqual(['sore']);
    expect(keys([step({ rule: 'D-06' }), step({ side: 'right' })], [])).toEqual(['retest']);
    expect(keys([step({ step: 'progress' }), step({ exercise: 'lunge', step: 'step-back' })], [])).toEqual([]);
  });
});

describe('the answer of the day after', () => {
  it('[D-04] is told as the steps will take it', () => {
    const exercise = testExercise({ id: 'march' });
    const item = { exercise: 'march', class: 'strengthen', side: 'both', sets: 1, reps: 10, restSeconds: 30, because: ['P-02'] } as const;
    const good = runWith([{ side: 'both', reps: 10, pain: 1, repsInReserve: 3 }]).sets;
    const effectByVerdict = { back: 'back', trim: 'hold', hold: 'hold', unknown: 'free', green: 'free' } as const;
    fc.assert(
      fc.property(fc.constantFrom(...nextDayComparisons), fc.integer({ min: 0, max: 10 }), fc.constantFrom(undefined, ...sorenessKinds), (comparedWithBefore, painNow, soreness) => {
        const nextDay: NextDayAnswer = { run: 'r', comparedWithBefore, painNow, ...(soreness && { soreness }) };
        expect(nextDayEffect(nextDay)).toBe(effectByVerdict[verdictOf({ item, exercise, sets: good, nextDay }).verdict]);
      }),
    );
  });
});

describe('around a check and a gap', () => {
  it('[D-06] a check is put off for a week at a time, and not longer', () => {
    const until = putOffUntil(on);
    expect(until).toBe('2026-03-09');
    expect(retestPutOffOn({ retestPutOffUntil: [{ on, until }] }, day('2026-03-08'))).toBe(until);
    expect(retestPutOffOn({ retestPutOffUntil: [{ on, until }] }, until)).toBeUndefined();
    expect(retestPutOffOn({ retestPutOffUntil: [{ on, until: day('2099-01-01') }] }, until)).toBeUndefined();
  });

  it('[D-09] a gap counts from ten days on, by the last session with a set', () => {
    const runs = [runWith([{}]), runWith([], { startedDay: day('2026-03-10') })];
    expect(longGap({ runs }, day('2026-03-11'))).toBeUndefined();
    expect(longGap({ runs }, day('2026-03-12'))).toBe(10);
    expect(longGap({ runs: [] }, on)).toBeUndefined();
  });
});

it('[D-02] a sentence is whole for every key, rule and side', () => {
  for (const key of stepKeys)
    for (const side of sides) expect(told({ key, side, values: { from: 8, to: 10, pain: 4, variant: 'band' } })).not.toContain('{');
});
