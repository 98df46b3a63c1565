import type { LocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { parseAnswers, type Answers, type ClinicianAgreement } from '../answers/index.ts';
import { testAnswers } from '../answers/test-answers.ts';
import { flagIds, type FlagId } from './flag-ids.ts';
import { forbidsTraining, isUrgent, screen, type Conduct, type Triage } from './triage.ts';

const today = '2026-11-21' as LocalDate;
const screenYes = (yes: readonly FlagId[], agreed: ClinicianAgreement | boolean = false, pain: Partial<Answers['pain']> = {}): Triage =>
  screen(parseAnswers(testAnswers({ safety: { yes, clinicianAgreed: agreed }, pain })), today);
const plain: Conduct = { lowestRungs: false, noSessionToday: [], noAutomaticProgression: false, noImpact: false, noTargets: false };

describe('conduct', () => {
  it.each(flagIds)('%s asks for what its row says, and for no more', (id) => {
    const ofFlag: { readonly [id in FlagId]?: Partial<Conduct> } = {
      RF13: { noImpact: true },
      RF42: { noSessionToday: ['RF42'] },
      RF43: { noAutomaticProgression: true },
      RF44: { noTargets: true },
      RF54: { noSessionToday: ['RF54'] },
    };
    expect(screenYes([id]).conduct).toEqual({ ...plain, ...ofFlag[id] });
  });

  it('[S-05] one lifted flag among others that were none is enough for the lowest rungs', () => {
    const triage = screenYes(['RF21', 'RF53'], { flags: ['RF21'], date: today });
    expect(triage.reasons).toEqual([
      { id: 'RF21', level: 'D', lifted: true },
      { id: 'RF53', level: 'D', lifted: false },
    ]);
    expect(triage.conduct.lowestRungs).toBe(true);
  });
});

describe('screen', () => {
  it('[S-03] screens what could be read of damaged answers, and invents nothing for the rest', () => {
    expect(screen(parseAnswers({}), today)).toEqual({ level: 'none', reasons: [], exclusions: [], conduct: plain });
    expect(screen(parseAnswers({ safety: { yes: ['RF01'] } }), today).level).toBe('A');
    expect(screen(parseAnswers({ pain: { now: 6 } }), today)).toMatchObject({ level: 'C', reasons: [{ id: 'S-PAIN', level: 'C', lifted: false }] });
  });

  it("[S-03] takes text for no clinician's word", () => {
    const damaged = { safety: { yes: ['RF21'], confirmedNoneOther: true, clinicianAgreed: 'yes', details: {} } };
    expect(screen(parseAnswers(damaged), today)).toMatchObject({ level: 'C', reasons: [{ id: 'RF21', level: 'C', lifted: false }] });
  });

  it('[S-01] modifiers and pain stand among the reasons as unlifted ones, and their exclusions beside those of flags', () => {
    const triage = screenYes(['RF48'], true, { now: 6, where: ['groin-left'] });
    expect(triage.reasons).toEqual([
      { id: 'S-PAIN', level: 'C', lifted: false },
      { id: 'RF48', level: 'D', lifted: false },
      { id: 'M-ANTERIOR-HIP', level: 'D', lifted: false },
    ]);
    expect([...new Set(triage.exclusions.map(({ by }) => by))]).toEqual(['RF48', 'M-ANTERIOR-HIP']);
  });

  it('RF44 is worse with pain in a groin, and with pain elsewhere is not', () => {
    const levels = (['groin-left', 'groin-right', 'knee-left', 'low-back'] as const).map((site) => screenYes(['RF44'], false, { now: 1, where: [site] }).level);
    expect(levels).toEqual(['B', 'B', 'C', 'C']);
    expect(screenYes(['RF44'], false, { now: 1, where: ['low-back', 'groin-right'] }).level).toBe('B');
  });
});

describe('what a level stops', () => {
  it('A and B are urgent; these and C forbid training', () => {
    const levels = ['A', 'B', 'C', 'D', 'none'] as const;
    expect(levels.filter(isUrgent)).toEqual(['A', 'B']);
    expect(levels.filter(forbidsTraining)).toEqual(['A', 'B', 'C']);
  });
});
