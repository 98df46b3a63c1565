import type { LocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { parseAnswers, type Answers, type FlagDetails } from '../answers/index.ts';
import { testAnswers } from '../answers/test-answers.ts';
import { blockingExclusions, type Demands, type Exclusion } from './exclusion.ts';
import type { FlagId } from './flag-ids.ts';
import { screen } from './triage.ts';

function exclusionsOf(yes: readonly FlagId[], details: FlagDetails = {}, pain: Partial<Answers['pain']> = {}): readonly Exclusion[] {
  return screen(parseAnswers(testAnswers({ safety: { yes, details }, pain })), '2026-11-21' as LocalDate).exclusions;
}

const lunge: Demands = { class: 'stretch', properties: ['floor', 'kneeling', 'split-stance'], hips: { target: ['end-range-hip-extension', 'static-end-range-stretch'], other: [] } };
const thomas: Demands = { class: 'stretch', properties: ['supine', 'bed-edge'], hips: { target: ['end-range-hip-extension', 'hip-flexion-over-90'], other: ['hip-flexion-over-90'] } };
const byOf = (demands: Demands, side: 'left' | 'right', exclusions: readonly Exclusion[]): readonly string[] => [...new Set(blockingExclusions(demands, side, exclusions).map(({ by }) => by))];

describe('blockingExclusions', () => {
  it('[S-06] an anterior replacement forbids the lunge on that side only', () => {
    const exclusions = exclusionsOf(['RF21'], { hipReplacement: { side: 'left', approach: 'anterior' } });
    expect(byOf(lunge, 'left', exclusions)).toEqual(['RF21']);
    expect(byOf(lunge, 'right', exclusions)).toEqual([]);
  });

  it('[S-06] looks at the helping hip too: a posterior replacement forbids the Thomas stretch on both sides', () => {
    const exclusions = exclusionsOf(['RF21'], { hipReplacement: { side: 'left', approach: 'posterior' } });
    expect(byOf(thomas, 'left', exclusions)).toEqual(['RF21']);
    expect(byOf(thomas, 'right', exclusions)).toEqual(['RF21']);
    expect(byOf(lunge, 'left', exclusions)).toEqual([]);
  });

  it('[S-02] an unknown approach takes all precautions, an unknown side both', () => {
    const exclusions = exclusionsOf(['RF21'], { hipReplacement: {} });
    expect(byOf(lunge, 'left', exclusions)).toEqual(['RF21']);
    expect(byOf(lunge, 'right', exclusions)).toEqual(['RF21']);
    expect(byOf(thomas, 'right', exclusions)).toEqual(['RF21']);
  });

  it.each<[FlagId, FlagDetails, Partial<Demands>]>([
    ['RF24', { osteoporosis: { vertebralFracture: false } }, { properties: ['loaded-lumbar-flexion'] }],
    ['RF34', { bloodPressure: { treated: true } }, { properties: ['isometric-strength-hold'] }],
    ['RF40', { seizures: { withinSixMonths: false } }, { properties: ['on-box'] }],
    ['RF41', {}, { properties: ['head-low'] }],
    ['RF46', {}, { properties: ['high-abdominal-pressure'] }],
    ['RF48', {}, { properties: ['weight-on-foot'] }],
    ['RF36', { strain: { cannotLift: false, pop: false } }, { class: 'stretch' }],
    ['RF27', { hipFlexorPain: { weeks: 2 } }, { hips: { target: ['static-end-range-stretch'], other: [] } }],
  ])('%s %j forbids %j', (id, details, demands) => {
    expect(byOf({ properties: [], hips: { target: [], other: [] }, ...demands }, 'left', exclusionsOf([id], details))).toEqual([id]);
  });

  it('[S-06] a class that is left out leaves the other class and the self-tests, which have none', () => {
    const exclusions = exclusionsOf(['RF36'], { strain: { cannotLift: false, pop: false } });
    const calm: Demands = { properties: ['kneeling'], hips: { target: ['crossing-midline'], other: [] } };
    const of = (demands: Demands): readonly string[] => byOf(demands, 'left', exclusions);
    expect([of({ ...calm, class: 'stretch' }), of({ ...calm, class: 'strengthen' }), of(calm)]).toEqual([['RF36'], [], []]);
  });

  it('pregnancy forbids lying on the back, and end-range stretches once the pelvis hurts', () => {
    const details = { pregnancy: { weeks: 20 } };
    expect(byOf(thomas, 'left', exclusionsOf(['RF23'], details))).toEqual(['RF23']);
    expect(byOf(lunge, 'left', exclusionsOf(['RF23'], details))).toEqual([]);
    expect(byOf(lunge, 'left', exclusionsOf(['RF23'], details, { now: 2, where: ['pelvis'] }))).toEqual(['RF23']);
  });

  it('pain at the front of one hip forbids end-range stretches on that side', () => {
    const exclusions = exclusionsOf([], {}, { now: 2, where: ['groin-right'] });
    expect(byOf(lunge, 'right', exclusions)).toEqual(['M-ANTERIOR-HIP']);
    expect(byOf(lunge, 'left', exclusions)).toEqual([]);
  });
});

describe('cautious readings', () => {
  const supine: Demands = { properties: ['supine'], hips: { target: [], other: [] } };

  it('[S-02] pregnant or after a birth, when the weeks are left open: read as pregnant', () => {
    expect(byOf(supine, 'left', exclusionsOf(['RF23'], { birth: { caesarean: false, leakOrHeaviness: false } }))).toEqual(['RF23']);
    expect(byOf(supine, 'left', exclusionsOf(['RF23'], { birth: { weeksAgo: 150 } }))).toEqual(['RF23']);
    expect(byOf(supine, 'left', exclusionsOf(['RF23'], { birth: { weeksAgo: 8 } }))).toEqual([]);
  });

  it('a recent caesarean counts as a recent operation', () => {
    expect(byOf(lunge, 'left', exclusionsOf(['RF23'], { birth: { weeksAgo: 5, caesarean: true } }))).toEqual(['RF22']);
  });

  it('RF13 keeps the stretch away from the painful side', () => {
    const exclusions = exclusionsOf(['RF13'], { groinPain: { withImpact: false } }, { now: 2, where: ['front-of-thigh-left'] });
    expect(byOf(lunge, 'left', exclusions)).toEqual(['RF13']);
    expect(byOf(lunge, 'right', exclusions)).toEqual([]);
  });

  it('RF52 leaves chair versions only', () => {
    expect(byOf(lunge, 'left', exclusionsOf(['RF52']))).toEqual(['RF52']);
    expect(byOf(thomas, 'left', exclusionsOf(['RF52']))).toEqual(['RF52']);
    expect(byOf({ properties: [], hips: { target: ['hip-flexion-over-90'], other: [] } }, 'left', exclusionsOf(['RF52']))).toEqual([]);
  });
});
