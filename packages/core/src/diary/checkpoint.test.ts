import fc from 'fast-check';
import { addDays, type LocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { createCheckpoint, readCheckpoint, type CheckpointSource } from './checkpoint.ts';
import { standingOn } from './day-standing.ts';
import { foldDiary } from './fold-diary.ts';
import { longGap } from './long-gap.ts';
import { retestPutOffOn } from './retest-put-off.ts';
import { day, entry, healthyAnswers, samples } from './testing/sample-events.ts';
import { smallCatalogue } from './testing/small-catalogue.ts';

const source: CheckpointSource = { rules: 'rules-1', revision: '3/3', order: 'alternate' };
const start = day('2026-03-02');

const check = (newSigns: readonly string[], painNow: number, at: number): readonly unknown[] => [
  entry('check-completed', { answers: healthyAnswers }, { id: `check-${at}`, at, on: addDays(start, at) }),
  entry('programme-started', { check: `check-${at}` }, { id: `start-${at}`, at, on: addDays(start, at) }),
  entry('safety-answered', { newSigns, painNow }, { id: `short-${at}`, at: at + 1, on: addDays(start, at) }),
];
const walk = (at: number, pain: number, isEnded: boolean): readonly unknown[] => {
  const on = addDays(start, at);
  const run = `run-${at}`;
  return [
    entry('session-started', { ...samples['session-started'][0], run }, { id: `${run}-start`, at, on }),
    entry('set-logged', { ...samples['set-logged'][0], run, pain }, { id: `${run}-set`, at, on }),
    ...(isEnded ? [entry('session-finished', { run, outcome: 'completed' }, { id: `${run}-end`, at, on })] : []),
  ];
};
const diaries = fc.array(
  fc.oneof(
    fc.tuple(fc.constantFrom([], ['RF42'], ['RF21']), fc.nat(7), fc.nat(60)).map(([signs, pain, at]) => check(signs, pain, at)),
    fc.tuple(fc.nat(60), fc.nat(10), fc.boolean()).map(([at, pain, isEnded]) => walk(at, pain, isEnded)),
    fc.tuple(fc.constantFrom('daysPerWeek', 'travelling'), fc.constantFrom(2, true, null)).map(([key, value]) => [entry('preference-changed', { key, value }, { id: `${key}-${String(value)}` })]),
    fc.constant([{ id: 'newer', kind: 'mood', version: 1, atMillis: 1, day: '2026-03-02', data: {} }]),
  ),
  { maxLength: 8 },
);

describe('checkpoint', () => {
  it('[E-13] says of a day exactly what the whole diary says of it', () => {
    fc.assert(
      fc.property(diaries, fc.nat(80), (batches, ahead) => {
        const today: LocalDate = addDays(start, ahead);
        const standing = standingOn(foldDiary(batches.flat()), { catalogue: smallCatalogue, today });
        // A browser keeps structured clones; a device that writes JSON loses nothing either.
        const kept: unknown = JSON.parse(JSON.stringify(createCheckpoint(standing, source)));
        expect(readCheckpoint(kept, source, today)).toStrictEqual(standing);
        const whole = foldDiary(batches.flat());
        expect(longGap(standing.state, today)).toBe(longGap(whole, today));
        expect(retestPutOffOn(standing.state, today)).toBe(retestPutOffOn(whole, today));
      }),
    );
  });

  it.each<readonly [string, Partial<CheckpointSource>, string]>([
    ['of other rules', { rules: 'rules-2' }, '2026-03-02'],
    ['of a diary that has grown', { revision: '4/4' }, '2026-03-02'],
    ['of a diary from which something was removed', { revision: '2/3' }, '2026-03-02'],
    ['of another order of sides', { order: 'one-side-first' }, '2026-03-02'],
    ['of another day', {}, '2026-03-03'],
  ])('[E-13] one %s is thrown away', (_, other, on) => {
    const standing = standingOn(foldDiary(check([], 0, 0)), { catalogue: smallCatalogue, today: start });
    const kept = createCheckpoint(standing, source);
    expect(readCheckpoint(kept, source, start)).toEqual(standing);
    expect(readCheckpoint(kept, { ...source, ...other }, on)).toBeUndefined();
  });

  it('[E-13] one that is damaged is thrown away', () => {
    const kept = createCheckpoint(standingOn(foldDiary([]), { catalogue: smallCatalogue, today: start }), source);
    for (const standing of ['{', 'null', '{"day":"2026-03-01"}', undefined])
      expect(readCheckpoint({ ...kept, standing }, source, start)).toBeUndefined();
    expect(readCheckpoint(undefined, source, start)).toBeUndefined();
  });

  it('[E-13] does not grow with the diary', () => {
    const size = (sessions: number): number => {
      const walks = Array.from({ length: sessions }, (_, index) => walk(index, 1, true)).flat();
      const standing = standingOn(foldDiary([...check([], 0, 0), ...walks]), { catalogue: smallCatalogue, today: addDays(start, sessions) });
      return createCheckpoint(standing, source).standing.length;
    };
    expect(size(400)).toBeLessThan(size(60) + 2000);
  });
});
