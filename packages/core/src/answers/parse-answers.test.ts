import { describe, expect, it } from 'vitest';
import { parseAnswers } from './parse-answers.ts';
import { testAnswers } from './test-answers.ts';

const fieldsOf = (input: unknown): readonly string[] => parseAnswers(input).problems.map(({ field }) => field);

describe('parseAnswers', () => {
  it('reads whole answers without a change', () => {
    const answers = testAnswers({ safety: { yes: ['RF21'], details: { hipReplacement: { side: 'left', approach: 'anterior' }, kneelingHurts: true } } });
    expect(parseAnswers(answers)).toMatchObject({ complete: answers, problems: [] });
  });

  it.each([undefined, null, 7, 'text', []])('names the four groups or the whole when given %j', (input) => {
    expect(parseAnswers(input).complete).toBeUndefined();
    expect(parseAnswers(input).problems.length).toBeGreaterThan(0);
  });

  it('names every missing group', () => {
    expect(fieldsOf({})).toEqual(['safety', 'pain', 'about', 'tests']);
  });

  it('[S-03] never reads a text as a yes, a no or a clinician', () => {
    const safety = { yes: 'RF01', confirmedNoneOther: 'true', clinicianAgreed: 'yes', details: { legWeakness: { rapid: 'no' } } };
    const parsed = parseAnswers({ ...testAnswers(), safety });
    expect(parsed.safety.yes).toBeUndefined();
    expect(parsed.safety.clinicianAgreed).toBeUndefined();
    expect(parsed.problems.map(({ field }) => field)).toEqual(['safety.confirmedNoneOther', 'safety.yes', 'safety.clinicianAgreed', 'safety.details.legWeakness.rapid']);
  });

  it('[S-03] refuses an unconfirmed safety part', () => {
    expect(fieldsOf({ ...testAnswers(), safety: { yes: [], confirmedNoneOther: false, clinicianAgreed: false } })).toEqual(['safety.confirmedNoneOther']);
  });

  it('[S-05] reads which flags a clinician agreed to, and when', () => {
    const agreed = { flags: ['RF21'], date: '2026-11-01' };
    expect(parseAnswers({ ...testAnswers(), safety: { yes: ['RF21'], confirmedNoneOther: true, clinicianAgreed: agreed } }).complete?.safety.clinicianAgreed).toEqual(agreed);
    expect(fieldsOf({ ...testAnswers(), safety: { yes: ['RF21'], confirmedNoneOther: true, clinicianAgreed: { flags: ['RF21'], date: '2026-02-31' } } })).toEqual(['safety.clinicianAgreed.date']);
  });

  it('needs to know when a pull came only where that is read', () => {
    const tests = (felt: string): unknown => ({ ...testAnswers().tests, halfKneeling: { left: { felt }, right: { felt: 'nothing' } } });
    expect(fieldsOf({ ...testAnswers(), tests: tests('deep-front-hip') })).toEqual(['tests.halfKneeling.left.when']);
    expect(fieldsOf({ ...testAnswers(), tests: tests('inner-thigh') })).toEqual([]);
  });

  it('refuses a kneecap that is further from the edge than the thigh is long', () => {
    const thomas = { left: { heightCentimetres: 50, thighCentimetres: 40, pelvisHeld: true } };
    expect(parseAnswers({ ...testAnswers(), tests: { ...testAnswers().tests, thomas } }).problems).toEqual([
      { field: 'tests.thomas.left.heightCentimetres', kind: 'contradiction', allowed: "no more than the thigh's 40 centimetres", found: '50' },
    ]);
  });

  it('names unknown fields at every depth', () => {
    const answers = testAnswers();
    expect(fieldsOf({ ...answers, extra: 1, about: { ...answers.about, shoeSize: 43 }, safety: { ...answers.safety, details: { weather: {} } } })).toEqual(['extra', 'safety.details.weather', 'about.shoeSize']);
  });

  it.each([
    ['about.daysPerWeek', { daysPerWeek: 8 }],
    ['about.daysPerWeek', { daysPerWeek: 2.5 }],
    ['about.minutesPerDay', { minutesPerDay: 1 }],
    ['about.level', { level: 'expert' }],
    ['about.sports[0]', { sports: ['chess'] }],
    ['about.equipment[1]', { equipment: ['mat', 'rope'] }],
  ])('names %s', (field, about) => {
    expect(fieldsOf({ ...testAnswers(), about: { ...testAnswers().about, ...about } })).toEqual([field]);
  });
});
