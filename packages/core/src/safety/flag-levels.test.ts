import { describe, expect, it } from 'vitest';
import type { FlagDetails } from '../answers/index.ts';
import { flagIds, type FlagId } from './flag-ids.ts';
import { fixedLevelOf, levelOfFlag, type FlagFacts } from './flag-levels.ts';
import { compareUrgency, worstLevel, type TriageLevel, type Urgency } from './level.ts';

const facts: FlagFacts = { details: {}, flags: new Set(), sports: [], hasGroinPain: false };
const beside = (...flags: readonly FlagId[]): Partial<FlagFacts> => ({ flags: new Set(flags) });
const withDetails = (details: FlagDetails): Partial<FlagFacts> => ({ details });

describe('levelOfFlag', () => {
  it.each<[FlagId, Partial<FlagFacts>, Urgency]>([
    ['RF02', { ...withDetails({ legWeakness: { rapid: false, bothLegs: false } }), ...beside('RF01', 'RF02') }, 'A'],
    ['RF02', withDetails({ legWeakness: { rapid: false, bothLegs: true } }), 'A'],
    ['RF02', withDetails({ legWeakness: { rapid: false } }), 'A'],
    ['RF02', withDetails({ legWeakness: { bothLegs: false } }), 'A'],
    ['RF08', { ...withDetails({ calf: { chestSymptoms: false } }), ...beside('RF07', 'RF08') }, 'A'],
    ['RF09', withDetails({ infection: { veryUnwell: true, cannotLoadHip: false } }), 'A'],
    ['RF09', withDetails({ infection: { veryUnwell: false } }), 'A'],
    ['RF11', withDetails({ abdomen: { severe: false } }), 'B'],
    ['RF11', {}, 'A'],
    ['RF10', {}, 'A'],
    ['RF13', withDetails({ groinPain: { withImpact: false } }), 'C'],
    ['RF14', withDetails({ avascular: { severe: true } }), 'B'],
    ['RF26', withDetails({ snappingHip: { painful: false, locking: true } }), 'C'],
    ['RF26', withDetails({ snappingHip: { painful: false } }), 'C'],
    ['RF27', withDetails({ hipFlexorPain: { weeks: 0 } }), 'D'],
    ['RF27', withDetails({ hipFlexorPain: {} }), 'C'],
    ['RF30', withDetails({ bloodThinner: { painOrFall: false } }), 'B'],
    ['RF33', { sports: undefined }, 'C'],
    ['RF33', { sports: ['running'] }, 'D'],
    ['RF36', withDetails({ strain: { cannotLift: true, pop: false } }), 'B'],
    ['RF36', withDetails({ strain: { cannotLift: false } }), 'B'],
    ['RF41', beside('RF01'), 'A'],
    ['RF41', beside('RF02'), 'A'],
    ['RF41', beside('RF35'), 'A'],
    ['RF41', beside('RF03', 'RF41'), 'D'],
    ['RF44', { hasGroinPain: true }, 'B'],
    ['RF44', beside('RF13'), 'B'],
    ['RF44', beside('RF44'), 'C'],
  ])('[S-02] %s with %o is %s', (id, more, level) => {
    expect(levelOfFlag(id, { ...facts, ...more })).toBe(level);
  });

  it('names a level beforehand for exactly the flags that ask no detail and look at nothing else', () => {
    const byDetail = ['RF02', 'RF04', 'RF08', 'RF09', 'RF10', 'RF11', 'RF12', 'RF13', 'RF14', 'RF17', 'RF19', 'RF24', 'RF26', 'RF27', 'RF30', 'RF32', 'RF33', 'RF34', 'RF36', 'RF40', 'RF41', 'RF44'];
    for (const id of flagIds) {
      const expected = byDetail.includes(id) ? undefined : levelOfFlag(id, facts);
      expect([id, fixedLevelOf(id)]).toEqual([id, expected]);
    }
  });
});

describe('levels', () => {
  const order: readonly TriageLevel[] = ['A', 'B', 'C', 'D', 'none'];

  it('[S-01] of any two the worse one comes first', () => {
    for (const [worse, first] of order.entries()) {
      for (const [milder, second] of order.entries()) {
        expect([first, second, Math.sign(compareUrgency(first, second))]).toEqual([first, second, Math.sign(worse - milder)]);
        expect(worstLevel([second, first])).toBe(order[Math.min(worse, milder)]);
      }
    }
    expect(worstLevel([])).toBe('none');
  });
});
