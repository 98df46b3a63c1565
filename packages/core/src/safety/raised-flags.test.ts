import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { painSites, type FlagDetails, type PainSite } from '../answers/index.ts';
import { flagIds, type FlagId } from './flag-ids.ts';
import { raisedFlags, type FlagAnswers } from './raised-flags.ts';

const nothing: FlagAnswers = { yes: [], details: {}, ageYears: 40, painSites: [] };

// The whole list: what each detail raises by itself, and by which value it raises nothing.
const raising: readonly (readonly [FlagDetails, readonly FlagId[]])[] = [
  [{ legWeakness: { rapid: true, bothLegs: false } }, ['RF02']],
  [{ legWeakness: { rapid: false, bothLegs: true } }, ['RF02']],
  [{ legWeakness: { rapid: false, bothLegs: false } }, []],
  [{ fall: { cannotBearWeight: true } }, ['RF04']],
  [{ fall: { cannotBearWeight: false } }, []],
  [{ calf: { chestSymptoms: true } }, ['RF07', 'RF08']],
  [{ calf: { chestSymptoms: false } }, []],
  [{ infection: { veryUnwell: true, cannotLoadHip: false } }, ['RF09']],
  [{ infection: { veryUnwell: false, cannotLoadHip: true } }, ['RF09']],
  [{ infection: { veryUnwell: false, cannotLoadHip: false } }, []],
  [{ abdomen: { severe: true } }, ['RF10']],
  [{ abdomen: { severe: false } }, []],
  [{ cancer: { historyOnly: true } }, ['RF12']],
  [{ cancer: { historyOnly: false } }, []],
  [{ groinPain: { withImpact: true } }, ['RF13']],
  [{ groinPain: { withImpact: false } }, []],
  [{ avascular: { severe: true } }, ['RF14']],
  [{ avascular: { severe: false } }, []],
  [{ hernia: { hardOrPainful: true } }, ['RF17']],
  [{ hernia: { hardOrPainful: false } }, []],
  [{ frontThigh: { kneeGivesWay: true } }, ['RF19']],
  [{ frontThigh: { kneeGivesWay: false } }, []],
  [{ hipReplacement: {} }, ['RF21']],
  [{ surgery: {} }, []],
  [{ surgery: { weeksAgo: 0 } }, ['RF22']],
  [{ surgery: { weeksAgo: 11.9 } }, ['RF22']],
  [{ surgery: { weeksAgo: 12 } }, []],
  [{ pregnancy: {} }, ['RF23']],
  [{ birth: {} }, []],
  [{ birth: { weeksAgo: 11.9 } }, ['RF23']],
  [{ birth: { weeksAgo: 12 } }, []],
  [{ birth: { caesarean: true } }, ['RF22']],
  [{ birth: { caesarean: false } }, []],
  [{ birth: { caesarean: true, weeksAgo: 11.9 } }, ['RF22', 'RF23']],
  [{ birth: { caesarean: true, weeksAgo: 12 } }, []],
  [{ birth: { caesarean: false, weeksAgo: 5 } }, ['RF23']],
  [{ birth: { leakOrHeaviness: true } }, ['RF45']],
  [{ birth: { leakOrHeaviness: false } }, []],
  [{ osteoporosis: {} }, ['RF24']],
  [{ snappingHip: { painful: true, locking: false } }, ['RF26']],
  [{ snappingHip: { painful: false, locking: true } }, ['RF26']],
  [{ snappingHip: { painful: false, locking: false } }, []],
  [{ hipFlexorPain: {} }, ['RF27']],
  [{ bloodThinner: { painOrFall: true } }, ['RF30']],
  [{ bloodThinner: { painOrFall: false } }, []],
  [{ exertion: { now: true } }, ['RF32']],
  [{ exertion: { now: false } }, []],
  [{ bloodPressure: { treated: true } }, ['RF34']],
  [{ bloodPressure: { treated: false } }, []],
  [{ strain: { cannotLift: true, pop: false } }, ['RF36']],
  [{ strain: { cannotLift: false, pop: true } }, ['RF36']],
  [{ strain: { cannotLift: false, pop: false } }, []],
  [{ seizures: { withinSixMonths: true } }, ['RF40']],
  [{ seizures: { withinSixMonths: false } }, []],
  [{ hypermobility: { score: 9 }, backPattern: { worseWith: 'flexion' }, kneelingHurts: true }, []],
];

const arbitraryRaising = fc.subarray([...raising]);

describe('raisedFlags', () => {
  it.each(raising)('[S-10] %j raises %j', (details, flags) => {
    expect(raisedFlags({ ...nothing, details })).toEqual(flags);
  });

  it('[S-10] no answer raises nothing, and of many details each raises its own', () => {
    expect(raisedFlags(nothing)).toEqual([]);
    fc.assert(
      fc.property(arbitraryRaising, fc.subarray([...flagIds]), (chosen, yes) => {
        // Of one detail the last one counts, as in any object.
        const details: FlagDetails = Object.assign({}, ...chosen.map(([one]) => one));
        const own = Object.entries(details).flatMap(([key, value]) => raisedFlags({ ...nothing, details: { [key]: value } }));
        expect(raisedFlags({ ...nothing, yes, details })).toEqual([...new Set([...yes, ...own])].toSorted());
      }),
    );
  });

  it.each<[number | undefined, readonly FlagId[]]>([
    [15.99, ['RF31']],
    [16, []],
    [undefined, []],
  ])('[S-04] an age of %s raises %j', (ageYears, flags) => {
    expect(raisedFlags({ ...nothing, ageYears })).toEqual(flags);
  });

  it.each(painSites)('[S-04] of %s, below 18 and grown up', (site: PainSite) => {
    const hipToKnee = ['front-of-hip', 'groin', 'front-of-thigh', 'knee'].some((place) => site === `${place}-left` || site === `${place}-right`);
    const belowKnee = site === 'below-knee-left' || site === 'below-knee-right';
    const raisedAt = (ageYears: number | undefined): readonly FlagId[] => raisedFlags({ ...nothing, ageYears, painSites: [site] });
    const always: readonly FlagId[] = belowKnee ? ['RF18'] : [];
    expect(raisedAt(17.99)).toEqual([...(hipToKnee ? ['RF15'] : []), ...always]);
    expect(raisedAt(18)).toEqual(always);
    expect(raisedAt(undefined)).toEqual(always);
    expect(raisedFlags({ ...nothing, painSites: ['low-back', site] })).toEqual(always);
  });
});
