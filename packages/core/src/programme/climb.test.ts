import { describe, expect, it } from 'vitest';
import { testExercise } from '../catalogue/test-catalogue.ts';
import type { Availability } from './availability.ts';
import { climbed } from './climb.ts';
import type { ExerciseSetting } from './setting.ts';

const rung = (id: string, easier: readonly string[], harder: readonly string[]): Availability => ({
  exercise: testExercise({ id, easier, harder }),
  allowedSides: ['left', 'right'],
  blockedBy: [],
  locked: false,
});
const low = rung('low', [], ['middle', 'other']);
const middle = rung('middle', ['low'], ['high']);
const other = rung('other', ['low'], []);
const high = rung('high', ['middle'], []);
type Ladder = ExerciseSetting['ladder'];
const from = (start: Availability, ladders: { readonly [id: string]: Ladder }, candidates = [low, middle, other, high], staying: readonly string[] = []): string =>
  climbed(start, {
    staying,
    settings: { settingByExercise: new Map(Object.entries(ladders).map(([id, ladder]) => [id, { ladder }])), isDeload: false, freshStarts: 0 },
    candidates,
  }).exercise.id;

describe('[D-03] [D-04] where the ladder leads', () => {
  it('nowhere without a step', () => {
    expect(from(low, {})).toBe('low');
    expect(from(low, { low: 0, middle: 1 })).toBe('low');
  });

  it('up to the first harder one that is allowed, and on from there', () => {
    expect(from(low, { low: 1 })).toBe('middle');
    expect(from(low, { low: 1, middle: 1 })).toBe('high');
    expect(from(low, { low: 1 }, [low, other])).toBe('other');
    expect(from(low, { low: 1 }, [low])).toBe('low');
  });

  it('down to an easier one', () => {
    expect(from(high, { high: -1 })).toBe('middle');
    expect(from(high, { high: -1, middle: -1 })).toBe('low');
    expect(from(low, { low: -1 })).toBe('low');
  });

  it('up never to what the day has anyway, down also there', () => {
    const all = [low, middle, other, high];
    expect(from(low, { low: 1 }, all, ['middle'])).toBe('other');
    expect(from(high, { high: -1 }, all, ['middle'])).toBe('middle');
  });

  it('never to where somebody has just come down from', () => {
    expect(from(low, { low: 1, middle: -1 })).toBe('other');
    expect(from(low, { low: 1, middle: -1, other: -1 })).toBe('low');
  });

  it('ends, whatever the settings say', () => {
    const ladders: readonly Ladder[] = [-1, 0, 1];
    for (const a of ladders) for (const b of ladders) for (const c of ladders) expect(typeof from(middle, { low: a, middle: b, high: c })).toBe('string');
  });
});
