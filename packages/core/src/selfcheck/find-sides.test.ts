import type { LocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { parseAnswers, type Answers, type HalfKneelingAnswer, type KneeLiftAnswer, type SafetyAnswers, type ThomasAnswer } from '../answers/index.ts';
import { testAnswers } from '../answers/test-answers.ts';
import { testChecks } from '../catalogue/test-catalogue.ts';
import { screen } from '../safety/index.ts';
import { exclusionsOfFindings, findSides } from './find-sides.ts';
import type { SideFinding } from './finding.ts';
import { offeredTests } from './test-availability.ts';

const today = '2026-11-21' as LocalDate;
const catalogue = { exercises: [], checks: testChecks };

type Parts = { readonly half?: HalfKneelingAnswer; readonly lift?: KneeLiftAnswer; readonly thomas?: ThomasAnswer; readonly safety?: Partial<SafetyAnswers>; readonly pain?: Partial<Answers['pain']>; readonly about?: Partial<Answers['about']> };

function answersWith({ half = { felt: 'nothing' }, lift = { result: 'clean' }, thomas, ...parts }: Parts): Answers {
  return testAnswers({
    ...parts,
    tests: { halfKneeling: { left: half, right: { felt: 'nothing' } }, kneeLift: { left: lift, right: { result: 'clean' } }, ...(thomas && { thomas: { left: thomas } }) },
  });
}

function left(parts: Parts): SideFinding {
  const answers = answersWith(parts);
  return findSides(answers, screen(parseAnswers(answers), today), catalogue).left;
}

const signs = ({ tight, weak, rectusFemoris }: SideFinding): string => `${tight} ${weak} ${rectusFemoris}`;
const flat: ThomasAnswer = { heightCentimetres: -2, thighCentimetres: 42, pelvisHeld: true };

describe('reading one test', () => {
  it.each<[string, HalfKneelingAnswer, string]>([
    ['F-01', { felt: 'deep-front-hip', when: 'early' }, 'yes no no'],
    ['F-02', { felt: 'deep-front-hip', when: 'end-range' }, 'no no no'],
    ['F-02', { felt: 'nothing' }, 'no no no'],
    ['F-03', { felt: 'front-thigh', when: 'early' }, 'no no yes'],
    ['F-04', { felt: 'front-thigh', when: 'end-range' }, 'no no no'],
    ['F-05', { felt: 'inner-thigh' }, 'unknown no unknown'],
    ['F-05', { felt: 'low-back' }, 'unknown no unknown'],
    ['F-06', { felt: 'pain' }, 'unknown no unknown'],
    ['F-11', { felt: 'not-tried' }, 'unknown no unknown'],
  ])('[%s] half-kneel %j reads %s', (rule, half, expected) => {
    const finding = left({ half });
    expect(signs(finding)).toBe(expected);
    expect(finding.trace[0]?.rule).toBe(rule);
  });

  it.each<[string, KneeLiftAnswer, string]>([
    ['F-07', { result: 'pelvis-tips-back' }, 'yes'],
    ['F-07', { result: 'back-rounds' }, 'yes'],
    ['F-07', { result: 'below-90' }, 'yes'],
    ['F-08', { result: 'clean', aboveNinety: 'fails' }, 'mild'],
    ['F-09', { result: 'clean', aboveNinety: 'clean' }, 'no'],
    ['F-09', { result: 'clean' }, 'no'],
    ['F-10', { result: 'unsteady' }, 'unknown'],
    ['F-10', { result: 'pain' }, 'unknown'],
    ['F-11', { result: 'not-tried' }, 'unknown'],
  ])('[%s] knee lift %j reads weak %s', (rule, lift, weak) => {
    const finding = left({ lift });
    expect(finding.weak).toBe(weak);
    expect(finding.trace[1]?.rule).toBe(rule);
  });

  it.each<[string, Partial<ThomasAnswer>, string, number]>([
    ['F-12', { heightCentimetres: 5 }, 'yes no no', 6.8],
    ['F-12', { heightCentimetres: 0 }, 'no no no', 0],
    ['F-12', { heightCentimetres: -5, kneeDegrees: 67 }, 'no no no', -6.8],
    ['F-13', { heightCentimetres: -5, kneeDegrees: 66 }, 'no no yes', -6.8],
    ['F-13', { heightCentimetres: 5, kneeDegrees: 40 }, 'yes no yes', 6.8],
  ])('[%s] Thomas %j reads %s at %d degrees', (rule, parts, expected, degrees) => {
    const finding = left({ thomas: { ...flat, ...parts } });
    expect(signs(finding)).toBe(expected);
    expect(finding.trace[2]).toMatchObject({ rule, thighDegrees: degrees });
  });
});

describe('which test counts', () => {
  it('[F-12] the Thomas test outranks the half-kneel, and the trace shows both', () => {
    const finding = left({ half: { felt: 'deep-front-hip', when: 'early' }, thomas: flat });
    expect(finding.tight).toBe('no');
    expect(finding.trace.map(({ rule }) => rule)).toEqual(['F-01', 'F-09', 'F-12', 'F-16']);
  });

  it('[F-14] a Thomas test without a held pelvis is not used, and why', () => {
    const finding = left({ half: { felt: 'deep-front-hip', when: 'early' }, thomas: { ...flat, pelvisHeld: false } });
    expect(finding.tight).toBe('yes');
    expect(finding.trace[2]).toMatchObject({ rule: 'F-14', notUsedBecause: ['F-14'] });
  });

  it.each<[string, Parts]>([
    ['hip replacement', { safety: { yes: ['RF21'], details: { hipReplacement: { side: 'right', approach: 'anterior' } } } }],
    ['pregnancy after 12 weeks', { safety: { yes: ['RF23'], details: { pregnancy: { weeks: 13 } } } }],
    ['vertebral fracture', { safety: { yes: ['RF24'], details: { osteoporosis: { vertebralFracture: true } } } }],
    ['pain above 3', { pain: { now: 4, where: [] } }],
    ['hypermobility', { safety: { details: { hypermobility: { score: 9 } } } }],
    ['needing support', { about: { needsBalanceSupport: true } }],
  ])('[S-09] the Thomas test is not used with %s', (_, parts) => {
    expect(left({ ...parts, thomas: { ...flat, heightCentimetres: 5 } }).trace[2]?.notUsedBecause).toContain('S-09');
  });

  it('[S-06] a test that is excluded is neither offered nor used', () => {
    const parts: Parts = { half: { felt: 'deep-front-hip', when: 'early' }, safety: { yes: ['RF21'], details: { hipReplacement: { side: 'left', approach: 'anterior' } } } };
    const finding = left(parts);
    expect(finding.trace[0]).toMatchObject({ rule: 'F-15', notUsedBecause: ['RF21'] });
    expect(finding.tight).toBe('unknown');
    const answers = answersWith(parts);
    const offered = offeredTests(catalogue, { triage: screen(parseAnswers(answers), today), details: answers.safety.details, painNow: 0, needsBalanceSupport: false, canKneel: true, canUseFloor: true });
    expect(offered).toEqual({ left: ['kneeLift', 'seatedLifts'], right: ['halfKneeling', 'kneeLift', 'seatedLifts'] });
  });

  it('[S-06] above 90 degrees is not read where that is excluded', () => {
    const finding = left({ lift: { result: 'clean', aboveNinety: 'fails' }, safety: { yes: ['RF21'], details: { hipReplacement: { side: 'left', approach: 'posterior' } } } });
    expect(finding.weak).toBe('no');
  });

  it.each(['early', 'end-range'] as const)('[F-06] pain counts as pain, whenever the answer says that it began (%s)', (when) => {
    const hurt = { felt: 'pain', when } as const;
    const finding = left({ half: hurt, safety: { yes: ['RF52'] } });
    expect(exclusionsOfFindings({ left: finding, right: finding })).toEqual(exclusionsOfFindings({ left: left({ half: { felt: 'pain' } }), right: left({ half: { felt: 'pain' } }) }));
    expect(exclusionsOfFindings({ left: finding, right: left({}) })).toHaveLength(2);
  });

  it('[F-06] pain on the half-kneel forbids end-range stretches on that side only', () => {
    const answers = answersWith({ half: { felt: 'pain' } });
    const findings = findSides(answers, screen(parseAnswers(answers), today), catalogue);
    expect(exclusionsOfFindings(findings).map((exclusion) => ('sides' in exclusion ? exclusion.sides : []))).toEqual([['left'], ['left']]);
  });
});

describe('[F-16] the result of a side', () => {
  const early: HalfKneelingAnswer = { felt: 'deep-front-hip', when: 'early' };
  const thigh: HalfKneelingAnswer = { felt: 'front-thigh', when: 'early' };
  it.each<[string, Parts]>([
    ['both', { half: early, lift: { result: 'below-90' } }],
    ['both', { half: early, lift: { result: 'clean', aboveNinety: 'fails' } }],
    ['tight', { half: early }],
    ['tight', { half: early, lift: { result: 'not-tried' } }],
    ['weak', { lift: { result: 'back-rounds' } }],
    ['weak', { half: { felt: 'not-tried' }, lift: { result: 'back-rounds' } }],
    ['rectus-femoris-dominant', { half: thigh }],
    ['rectus-femoris-dominant', { half: thigh, lift: { result: 'back-rounds' } }],
    ['neither', {}],
    ['cannot-tell', { half: { felt: 'low-back' } }],
    ['cannot-tell', { lift: { result: 'unsteady' } }],
    ['cannot-tell', { half: { felt: 'not-tried' }, lift: { result: 'not-tried' } }],
  ])('is %s for %j', (result, parts) => {
    expect(left(parts).result).toBe(result);
  });

  it('keeps a weak sign beside a rectus femoris result', () => {
    expect(left({ half: thigh, lift: { result: 'back-rounds' } }).weak).toBe('yes');
  });

  it('does not look at sitting hours or pain', () => {
    const busy = left({ about: { sittingHoursPerDay: 14 }, pain: { now: 3, where: ['low-back'] } });
    expect(busy.result).toBe('neither');
  });
});
