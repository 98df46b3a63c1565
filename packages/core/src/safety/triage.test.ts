import type { LocalDate } from '@psoas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswers, type About, type Answers, type FlagDetails, type SafetyAnswers } from '../answers/index.ts';
import { testAnswers } from '../answers/test-answers.ts';
import { flagIds, type FlagId } from './flag-ids.ts';
import { screen, type Triage } from './triage.ts';

const today = '2026-11-21' as LocalDate;

type Parts = { readonly yes?: readonly FlagId[]; readonly details?: FlagDetails; readonly agreed?: SafetyAnswers['clinicianAgreed']; readonly about?: Partial<About>; readonly pain?: Partial<Answers['pain']> };

function screenPerson({ yes = [], details = {}, agreed = false, about = {}, pain = {} }: Parts): Triage {
  return screen(parseAnswers(testAnswers({ about, pain, safety: { yes, details, clinicianAgreed: agreed } })), today);
}

const levelOf = (parts: Parts): string => screenPerson(parts).level;

describe('levels of flags (docs/spec/safety.md)', () => {
  it.each<[string, FlagId, FlagDetails]>([
    ['A', 'RF01', {}],
    ['A', 'RF02', { legWeakness: { rapid: true, bothLegs: false } }],
    ['B', 'RF02', { legWeakness: { rapid: false, bothLegs: false } }],
    ['A', 'RF03', {}],
    ['A', 'RF04', { fall: { cannotBearWeight: true } }],
    ['B', 'RF04', { fall: { cannotBearWeight: false } }],
    ['A', 'RF05', {}],
    ['B', 'RF06', {}],
    ['A', 'RF07', {}],
    ['B', 'RF08', { calf: { chestSymptoms: false } }],
    ['A', 'RF08', { calf: { chestSymptoms: true } }],
    ['B', 'RF09', { infection: { veryUnwell: false, cannotLoadHip: false } }],
    ['A', 'RF09', { infection: { veryUnwell: false, cannotLoadHip: true } }],
    ['B', 'RF10', { abdomen: { severe: false } }],
    ['A', 'RF11', { abdomen: { severe: true } }],
    ['C', 'RF12', { cancer: { historyOnly: true } }],
    ['B', 'RF12', { cancer: { historyOnly: false } }],
    ['B', 'RF13', { groinPain: { withImpact: true } }],
    ['C', 'RF14', { avascular: { severe: false } }],
    ['B', 'RF15', {}],
    ['B', 'RF16', {}],
    ['C', 'RF17', { hernia: { hardOrPainful: false } }],
    ['A', 'RF17', { hernia: { hardOrPainful: true } }],
    ['C', 'RF18', {}],
    ['C', 'RF19', { frontThigh: { kneeGivesWay: false } }],
    ['B', 'RF19', { frontThigh: { kneeGivesWay: true } }],
    ['B', 'RF20', {}],
    ['C', 'RF21', { hipReplacement: { side: 'left', approach: 'anterior' } }],
    ['C', 'RF22', {}],
    ['C', 'RF23', {}],
    ['D', 'RF24', { osteoporosis: { vertebralFracture: false } }],
    ['C', 'RF24', { osteoporosis: { vertebralFracture: true } }],
    ['D', 'RF25', {}],
    ['D', 'RF26', { snappingHip: { painful: false, locking: false } }],
    ['C', 'RF26', { snappingHip: { painful: true, locking: false } }],
    ['D', 'RF27', { hipFlexorPain: { weeks: 6 } }],
    ['C', 'RF27', { hipFlexorPain: { weeks: 7 } }],
    ['C', 'RF28', {}],
    ['C', 'RF29', {}],
    ['A', 'RF30', { bloodThinner: { painOrFall: true } }],
    ['C', 'RF31', {}],
    ['C', 'RF32', { exertion: { now: false } }],
    ['A', 'RF32', { exertion: { now: true } }],
    ['C', 'RF33', {}],
    ['D', 'RF34', { bloodPressure: { treated: true } }],
    ['C', 'RF34', { bloodPressure: { treated: false } }],
    ['A', 'RF35', {}],
    ['C', 'RF36', { strain: { cannotLift: false, pop: false } }],
    ['B', 'RF36', { strain: { cannotLift: false, pop: true } }],
    ['B', 'RF37', {}],
    ['C', 'RF38', {}],
    ['C', 'RF39', {}],
    ['D', 'RF40', { seizures: { withinSixMonths: false } }],
    ['C', 'RF40', { seizures: { withinSixMonths: true } }],
    ['D', 'RF41', {}],
    ['D', 'RF42', {}],
    ['C', 'RF43', {}],
    ['C', 'RF44', {}],
    ['C', 'RF45', {}],
    ['D', 'RF46', {}],
    ['C', 'RF47', {}],
    ['D', 'RF48', {}],
    ['C', 'RF49', {}],
    ['C', 'RF50', {}],
    ['C', 'RF51', {}],
    ['C', 'RF52', {}],
    ['D', 'RF53', {}],
    ['D', 'RF54', {}],
  ])('%s for %s with %j', (level, id, details) => {
    expect(levelOf({ yes: [id], details })).toBe(level);
  });

  it('RF33 is D for a person who is active', () => {
    expect(levelOf({ yes: ['RF33'], about: { sports: ['cycling'] } })).toBe('D');
  });

  it('RF41 with another nerve sign is A', () => {
    expect(levelOf({ yes: ['RF41', 'RF02'], details: { legWeakness: { rapid: false, bothLegs: false } } })).toBe('A');
  });

  it('RF44 with groin pain is B', () => {
    expect(levelOf({ yes: ['RF44'], pain: { now: 2, where: ['groin-left'] } })).toBe('B');
  });
});

describe('rules', () => {
  it('[S-01] the worst level wins and all reasons stay, worst first', () => {
    const triage = screenPerson({ yes: ['RF53', 'RF21', 'RF06', 'RF01'], details: { hipReplacement: { side: 'left', approach: 'anterior' } } });
    expect(triage.level).toBe('A');
    expect(triage.reasons.map(({ id, level }) => `${id} ${level}`)).toEqual(['RF01 A', 'RF06 B', 'RF21 C', 'RF53 D']);
  });

  it('[S-01] adding a flag never softens the level', () => {
    const order = ['A', 'B', 'C', 'D', 'none'];
    fc.assert(
      fc.property(fc.subarray([...flagIds]), fc.constantFrom(...flagIds), (yes, more) => {
        expect(order.indexOf(levelOf({ yes: [...yes, more] }))).toBeLessThanOrEqual(order.indexOf(levelOf({ yes })));
      }),
    );
  });

  it.each<[FlagId, string]>([['RF02', 'A'], ['RF04', 'A'], ['RF08', 'A'], ['RF09', 'A'], ['RF12', 'B'], ['RF13', 'B'], ['RF14', 'B'], ['RF17', 'A'], ['RF19', 'B'], ['RF24', 'C'], ['RF26', 'C'], ['RF27', 'C'], ['RF30', 'A'], ['RF32', 'A'], ['RF34', 'C'], ['RF36', 'B'], ['RF40', 'C']])('[S-02] %s without its detail is %s', (id, level) => {
    expect(levelOf({ yes: [id] })).toBe(level);
  });

  it('[S-04] age, pain at rest and the map raise flags', () => {
    expect(screenPerson({ about: { ageYears: 15.9 } }).reasons[0]).toMatchObject({ id: 'RF31', level: 'C' });
    expect(screenPerson({ about: { ageYears: 17 }, pain: { now: 1, where: ['knee-left'] } }).reasons[0]).toMatchObject({ id: 'RF15', level: 'B' });
    expect(screenPerson({ about: { ageYears: 18 }, pain: { now: 1, where: ['knee-left'] } }).level).toBe('none');
    expect(screenPerson({ pain: { now: 2, where: ['below-knee-right'] } }).reasons[0]).toMatchObject({ id: 'RF18', level: 'C' });
    expect(screenPerson({ pain: { now: 6, where: [] } }).reasons[0]).toMatchObject({ id: 'S-PAIN', level: 'C' });
    expect(screenPerson({ pain: { now: 5, where: [] } }).level).toBe('none');
  });

  describe('[S-05] a clinician', () => {
    const details: FlagDetails = { hipReplacement: { side: 'left', approach: 'anterior' } };

    it('lifts a C to a D whose reason stays, and starts on the lowest rungs', () => {
      const triage = screenPerson({ yes: ['RF21'], details, agreed: true });
      expect(triage.level).toBe('D');
      expect(triage.reasons).toEqual([{ id: 'RF21', level: 'D', lifted: true }]);
      expect(triage.conduct.lowestRungs).toBe(true);
      expect(triage.exclusions).not.toEqual([]);
    });

    it.each<[string, Parts]>([
      ['A', { yes: ['RF01'], agreed: true }],
      ['B', { yes: ['RF06'], agreed: true }],
      ['C', { about: { ageYears: 15 }, agreed: true }],
      ['C', { pain: { now: 7, where: [] }, agreed: true }],
    ])('does not lift %s: %j', (level, parts) => {
      expect(levelOf(parts)).toBe(level);
    });

    it.each<[string, string]>([
      ['2026-08-30', 'D'],
      ['2026-08-29', 'C'],
      ['2026-11-22', 'C'],
    ])('given on %s makes it %s: it lapses after 12 weeks and cannot lie ahead', (date, level) => {
      expect(levelOf({ yes: ['RF21'], details, agreed: { flags: ['RF21'], date: date as LocalDate } })).toBe(level);
    });

    it('covers only the flags it names', () => {
      expect(levelOf({ yes: ['RF21', 'RF28'], details, agreed: { flags: ['RF21'], date: today } })).toBe('C');
    });
  });

  it('[S-07] osteoporosis, an old cancer, an old fracture alone never give A or B', () => {
    expect(levelOf({ yes: ['RF24'] })).toBe('C');
    expect(levelOf({ yes: ['RF12'], details: { cancer: { historyOnly: true } } })).toBe('C');
    expect(levelOf({ yes: ['RF39'] })).toBe('C');
  });

  it('[S-10] a detail that states its sign raises its flag', () => {
    expect(levelOf({ details: { groinPain: { withImpact: true } } })).toBe('B');
    expect(levelOf({ details: { fall: { cannotBearWeight: false } } })).toBe('none');
    expect(levelOf({ yes: ['RF48'], details: { bloodThinner: { painOrFall: true } } })).toBe('A');
  });

  it('[RF42, RF54] forbid a session today', () => {
    expect(screenPerson({ yes: ['RF42', 'RF54'] }).conduct.noSessionToday).toEqual(['RF42', 'RF54']);
  });

  it.each<[Parts, string]>([
    [{ details: { hypermobility: { score: 5 } } }, 'D'],
    [{ details: { hypermobility: { score: 4 } } }, 'none'],
    [{ details: { hypermobility: { score: 4 } }, about: { ageYears: 51 } }, 'D'],
    [{ details: { hypermobility: {} } }, 'D'],
    [{ details: { backPattern: { worseWith: 'neither' } } }, 'none'],
    [{ details: { kneelingHurts: true } }, 'D'],
    [{ pain: { now: 2, where: ['front-of-hip-left'] } }, 'D'],
  ])('modifiers: %j is %s', (parts, level) => {
    expect(levelOf(parts)).toBe(level);
  });
});
