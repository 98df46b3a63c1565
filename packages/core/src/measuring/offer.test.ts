import { describe, expect, it } from 'vitest';
import { assessFromDiary, foldDiary, measuredTests } from '../diary/index.ts';
import { day, entry, healthyAnswers, samples } from '../diary/testing/sample-events.ts';
import { smallCatalogue } from '../diary/testing/small-catalogue.ts';
import { testChecks } from '../catalogue/test-catalogue.ts';
import { measuringOffer, type MeasuringOffer } from './offer.ts';

const catalogue = { ...smallCatalogue, checks: testChecks };
const today = day('2026-03-02');

function offer(...entries: readonly unknown[]): MeasuringOffer {
  const state = foldDiary(entries);
  return measuringOffer(state, assessFromDiary(state, { catalogue, today }), { catalogue, today });
}

/** The reasons, left and right, for each test that is not offered. */
function against(answers: object, ...more: readonly unknown[]): { readonly [test: string]: unknown } {
  const found = offer(check(answers), ...more);
  if (found.kind !== 'offered') throw new Error(found.kind);
  return Object.fromEntries(measuredTests.map((test) => [test, [found.reasons[test].left, found.reasons[test].right]] as const).filter(([, reasons]) => reasons.some(({ length }) => length > 0)));
}

const check = (answers: object): unknown => entry('check-completed', { answers: { ...healthyAnswers, ...answers } }, { id: 'check' });
const flagged = (yes: readonly string[], details = {}): object => ({ safety: { yes, confirmedNoneOther: true, clinicianAgreed: yes.length > 0 && { flags: yes, date: '2026-03-01' }, details } });

describe('what is offered today', () => {
  it('[ME-12] the check comes first', () => {
    expect(offer()).toEqual({ kind: 'no-check' });
  });

  it('[ME-12] a healthy person is offered everything', () => {
    expect(against({})).toEqual({});
  });

  it('[ME-12] [S-09] no Thomas test with very bendy joints or without a steady stand', () => {
    expect(against(flagged([], { hypermobility: { score: 6 } }))).toEqual({ thomas: [['S-09'], ['S-09']] });
    expect(against({ about: { ...healthyAnswers.about, needsBalanceSupport: true } })).toEqual({ thomas: [['S-09'], ['S-09']] });
  });

  it('[ME-12] [S-06] exclusions hold on each hip', () => {
    expect(against(flagged(['RF21'], { hipReplacement: { side: 'left', approach: 'posterior' } }))).toEqual({
      thomas: [['RF21', 'S-09'], ['RF21', 'S-09']],
      'seated-raises': [['RF21'], []],
      'seated-hold': [['RF21'], []],
    });
  });

  it('[ME-12] no hold where straining is excluded', () => {
    expect(against(flagged(['RF34'], { bloodPressure: { treated: true } }))).toEqual({ 'seated-hold': [['RF34'], ['RF34']] });
  });

  it('[ME-12] what hurt in the check is not measured on that side', () => {
    const { kneeLift } = healthyAnswers.tests;
    expect(against({ tests: { kneeLift, halfKneeling: { left: { felt: 'pain' }, right: { felt: 'nothing' } } } })).toEqual({ thomas: [['F-06'], []] });
  });

  it('[ME-12] pain above 3 ends measuring for that day: at rest, in the short form, or while measuring', () => {
    const stopped = { kind: 'stopped', because: ['ME-12'] };
    expect(offer(check({ pain: { now: 4, where: [] } }))).toEqual(stopped);
    expect(offer(entry('safety-answered', { newSigns: [], painNow: 2 }, { id: 'earlier', at: -5 }), check({ pain: { now: 4, where: [] } }))).toEqual(stopped);
    expect(offer(check({ pain: { now: 4, where: [] } }), entry('safety-answered', { newSigns: [], painNow: 2 }, { id: 'short', at: 5 }))).toMatchObject({ kind: 'offered' });
    const hurt = { ...samples.measurement[0], pain: 4 };
    expect(offer(check({}), entry('measurement', hurt, { id: 'm', at: 5 }))).toEqual(stopped);
    expect(offer(check({}), entry('measurement', hurt, { id: 'm', at: -2000, on: '2026-03-01' }))).toMatchObject({ kind: 'offered' });
  });

  it('[ME-12] what stops training stops measuring: a level, and a sign since the check', () => {
    expect(offer(check({ safety: { yes: ['RF18'], confirmedNoneOther: true, clinicianAgreed: false, details: {} } }))).toMatchObject({ kind: 'stopped', because: ['RF18'] });
    expect(offer(check({}), entry('safety-answered', { newSigns: ['RF42'], painNow: 0 }, { id: 'short', at: 5 }))).toMatchObject({ kind: 'stopped', because: ['RF42'] });
  });
});
