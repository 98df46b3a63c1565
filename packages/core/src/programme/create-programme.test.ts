import type { LocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { parseAnswers, type Answers, type FlagDetails } from '../answers/index.ts';
import { testAnswers } from '../answers/test-answers.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { testChecks, testExercise, testRepsDose } from '../catalogue/test-catalogue.ts';
import { screen } from '../safety/index.ts';
import { exclusionsOfFindings, findSides } from '../selfcheck/index.ts';
import { alternativesFor, createProgramme, type ProgrammeInput } from './create-programme.ts';
import type { PlanItem, Programme } from './programme.ts';

const hold = { sets: { min: 1, max: 3, default: 2 }, holdSeconds: { min: 30, max: 60, default: 45 }, restSeconds: 10 };
const stretch = { hips: { target: ['end-range-hip-extension', 'static-end-range-stretch'], other: [] } } as const;
const strength = { class: 'strengthen', doses: { default: testRepsDose } } as const;

const catalogue: Catalogue = {
  checks: testChecks,
  exercises: [
    testExercise({ id: 'kneeling-hip-flexor-lunge', ...stretch, properties: ['floor', 'kneeling'], doses: { default: hold, 'before-run': { ...hold, holdSeconds: { min: 10, max: 15, default: 15 } }, 'after-run': { ...hold, sets: { min: 1, max: 2, default: 1 } } } }),
    testExercise({ id: 'standing-hip-flexor-stretch', ...stretch, doses: { default: hold, 'desk-break': { ...hold, holdSeconds: { min: 30, max: 45, default: 30 } } } }),
    testExercise({ id: 'couch-stretch', ...stretch, rung: 4, hips: { target: ['deep-knee-flexion'], other: [] }, gates: [{ id: 'lunge-first', requires: { exercise: 'kneeling-hip-flexor-lunge', sets: 2, holdSeconds: 45, sessions: 4, painAtMost: 1 } }] }),
    testExercise({ id: 'standing-march', ...strength, side: { model: 'alternating' }, properties: ['standing-balance'], doses: { default: testRepsDose, 'before-run': { ...testRepsDose, sets: { min: 1, max: 1, default: 1 } } } }),
    testExercise({ id: 'seated-leg-raise', ...strength, rung: 2, equipment: { needed: [['chair']] } }),
    testExercise({ id: 'lying-leg-raise', ...strength, rung: 2, properties: ['floor', 'supine'] }),
    testExercise({ id: 'dead-bug', ...strength, rung: 2, side: { model: 'contralateral' }, properties: ['floor', 'supine'] }),
    testExercise({ id: 'step-up-knee-drive', ...strength, rung: 3, properties: ['on-box', 'loaded-single-leg-standing'], equipment: { needed: [['box']] } }),
    testExercise({ id: 'never', ...strength, planned: false }),
  ],
};

type Parts = { readonly about?: Partial<Answers['about']>; readonly details?: FlagDetails; readonly tests?: Partial<Answers['tests']>; readonly wishes?: ProgrammeInput['wishes']; readonly opened?: readonly string[] };

const tightBoth: Partial<Answers['tests']> = { halfKneeling: { left: { felt: 'deep-front-hip', when: 'early' }, right: { felt: 'deep-front-hip', when: 'early' } } };
const weakBoth: Partial<Answers['tests']> = { kneeLift: { left: { result: 'below-90' }, right: { result: 'below-90' } } };

function input({ about = {}, details = {}, tests = {}, wishes = {}, opened = [] }: Parts): ProgrammeInput {
  const answers = testAnswers({ about, safety: { details }, tests });
  const triage = screen(parseAnswers(answers), '2026-11-21' as LocalDate);
  const findings = findSides(answers, triage, catalogue);
  return { about: answers.about, findings, exclusions: [...triage.exclusions, ...exclusionsOfFindings(findings)], conduct: triage.conduct, catalogue, openedExercises: new Set(opened), wishes };
}

const plan = (parts: Parts): Programme => createProgramme(input(parts));
const itemsOf = ({ sessions }: Programme): readonly PlanItem[] => sessions.flatMap(({ items }) => items);
const names = (programme: Programme): ReadonlySet<string> => new Set(itemsOf(programme).map(({ exercise }) => exercise));
const text = ({ exercise, side, sets, reps, holdSeconds }: PlanItem): string => `${exercise} ${side} ${sets}x${reps ?? `${holdSeconds ?? 0}s`}`;

describe('[P-02] what findings ask for', () => {
  it('tight: two holds on every day, light strength on two', () => {
    const programme = plan({ tests: tightBoth });
    expect(programme.sessions.map(({ day, items }) => `${day}: ${items.map(text).join(', ')}`)).toEqual([
      '1: kneeling-hip-flexor-lunge both 2x45s, standing-march both 2x10, seated-leg-raise both 2x10',
      '2: kneeling-hip-flexor-lunge both 2x45s',
      '3: kneeling-hip-flexor-lunge both 2x45s, standing-march both 2x10, seated-leg-raise both 2x10',
      '5: kneeling-hip-flexor-lunge both 2x45s',
      '6: kneeling-hip-flexor-lunge both 2x45s',
    ]);
  });

  it('weak: strength first on three days, one short stretch', () => {
    const programme = plan({ tests: weakBoth, about: { minutesPerDay: 20 } });
    expect(programme.sessions.filter(({ items }) => items[0]?.class === 'strengthen').map(({ day }) => day)).toEqual([1, 3, 5]);
    expect(itemsOf(programme).filter((item) => item.class === 'stretch').every(({ sets }) => sets === 1)).toBe(true);
  });

  it('neither: twice a week, or nothing if wished', () => {
    expect(plan({}).sessions.map(({ kind, day }) => `${kind} ${day}`)).toEqual(['maintenance 1', 'maintenance 4']);
    expect(plan({ wishes: { noMaintenance: true } }).sessions).toEqual([]);
    expect(plan({ tests: tightBoth, wishes: { noMaintenance: true } }).sessions).not.toEqual([]);
  });

  it('cannot tell: standing stretch, lowest rungs, the check again next day', () => {
    const programme = plan({ tests: { halfKneeling: { left: { felt: 'not-tried' }, right: { felt: 'not-tried' } } } });
    expect(names(programme)).toEqual(new Set(['standing-hip-flexor-stretch', 'standing-march']));
    expect(programme.retestAfterDays).toBe(1);
  });

  it('rectus femoris: kneeling lunge first, couch stretch beside it after its gate', () => {
    const thigh: Parts = { tests: { halfKneeling: { left: { felt: 'front-thigh', when: 'early' }, right: { felt: 'front-thigh', when: 'early' } } }, about: { level: 'intermediate', minutesPerDay: 30 } };
    expect(names(plan(thigh)).has('couch-stretch')).toBe(false);
    const opened = plan({ ...thigh, opened: ['couch-stretch'] });
    expect(opened.sessions[1]?.items.map(text)).toEqual(['kneeling-hip-flexor-lunge both 1x45s', 'couch-stretch both 1x45s']);
  });
});

describe('rules of the week', () => {
  it('[P-03] seven days have a light one, and the week stays under ten minutes a side', () => {
    const programme = plan({ tests: tightBoth, about: { daysPerWeek: 7 } });
    expect(programme.sessions.find(({ day }) => day === 7)).toMatchObject({ kind: 'light', items: [{ sets: 1, holdSeconds: 30 }] });
    expect(programme.weeklyStretchSeconds).toEqual({ left: 570, right: 570 });
  });

  it('[P-03] desk breaks take only what the limit leaves', () => {
    const programme = plan({ tests: tightBoth, about: { goals: ['desk-comfort'] } });
    expect(programme.breaks).toMatchObject({ exercise: 'standing-hip-flexor-stretch', holdSeconds: 30, timesPerWeek: 5 });
    expect(programme.weeklyStretchSeconds.left).toBe(600);
  });

  it('[P-04] the tighter side gets one extra hold with its reason, the other keeps its own', () => {
    const oneSide: Partial<Answers['tests']> = { halfKneeling: { left: { felt: 'deep-front-hip', when: 'early' }, right: { felt: 'nothing' } } };
    const items = itemsOf(plan({ tests: oneSide }));
    const extra = items.filter(({ side }) => side === 'left');
    expect(extra.length).toBeGreaterThan(0);
    expect(extra.every(({ sets, because }) => sets === 1 && because.includes('P-04'))).toBe(true);
    expect(items.some(({ side }) => side === 'right')).toBe(false);
  });

  it('[P-05] a gate opens by what was done, never by the declared level', () => {
    const programme = plan({ tests: tightBoth, about: { level: 'advanced' } });
    expect(programme.locked).toEqual([{ exercise: 'couch-stretch', gates: ['lunge-first'] }]);
  });

  it('[P-05] who needs support gets no step-up', () => {
    const about = { level: 'intermediate', equipment: ['box', 'chair'], minutesPerDay: 60 } as const;
    expect(names(plan({ tests: weakBoth, about })).has('step-up-knee-drive')).toBe(true);
    const unsteady = plan({ tests: weakBoth, about: { ...about, needsBalanceSupport: true } });
    expect(names(unsteady).has('step-up-knee-drive')).toBe(false);
    expect(unsteady.leftOut).toContainEqual({ exercise: 'step-up-knee-drive', by: ['P-05'] });
  });

  it('[P-06] a runner gets before, after, and the gym twice', () => {
    const programme = plan({ tests: tightBoth, about: { sports: ['running'], daysPerWeek: 3, minutesPerDay: 30, level: 'intermediate' } });
    expect(programme.sessions.map(({ id }) => id)).toEqual(['day-1-before-run', 'day-1-after-run', 'day-1-gym', 'day-3-before-run', 'day-3-after-run', 'day-3-gym', 'day-5-before-run', 'day-5-after-run']);
    expect(programme.sessions[0]?.items.map(text)).toEqual(['kneeling-hip-flexor-lunge both 2x15s', 'standing-march both 1x10']);
    expect(programme.sessions[1]?.items.map(text)).toEqual(['kneeling-hip-flexor-lunge both 1x60s']);
    expect(programme.sessions[2]?.items.map(({ exercise }) => exercise)).toEqual(['seated-leg-raise', 'lying-leg-raise', 'dead-bug']);
  });

  it('[P-06] a cyclist gets after and gym, nothing before', () => {
    const kinds = plan({ tests: tightBoth, about: { sports: ['cycling'], daysPerWeek: 2 } }).sessions.map(({ kind }) => kind);
    expect(kinds).toEqual(['after-ride', 'gym', 'after-ride', 'gym']);
  });

  it('[P-07] two minutes stay two minutes, and the programme says that it is below the dose', () => {
    const programme = plan({ tests: { ...tightBoth, ...weakBoth }, about: { minutesPerDay: 2 } });
    expect(programme.sessions.every(({ minutes }) => minutes <= 2)).toBe(true);
    expect(programme.notes).toContainEqual({ id: 'P-07', values: { stretchSeconds: 90, studiedStretchSeconds: 300, strengthSessions: 3 } });
    expect(programme.belowDose).toBe(true);
  });

  it('[P-08] equipment, floor and kneeling decide what is there', () => {
    const programme = plan({ tests: { ...tightBoth, ...weakBoth }, about: { equipment: [], canUseFloor: false, canKneel: false } });
    expect(names(programme)).toEqual(new Set(['standing-hip-flexor-stretch', 'standing-march']));
  });

  it('[P-12] without any end-range stretch strength goes on, and the programme says so', () => {
    const programme = plan({ tests: { ...tightBoth, ...weakBoth }, details: { hypermobility: { score: 8 } } });
    expect(itemsOf(programme).every((item) => item.class === 'strengthen')).toBe(true);
    expect(programme.notes.map(({ id }) => id)).toContain('P-12');
  });

  it('days and minutes of a wish replace those of the check', () => {
    const programme = plan({ tests: tightBoth, wishes: { daysPerWeek: 2, minutesPerDay: 5 } });
    expect(programme.sessions.map(({ day }) => day)).toEqual([1, 4]);
    expect(programme.sessions.every(({ minutes }) => minutes <= 5)).toBe(true);
  });
});

describe('[P-11] swapping', () => {
  it('offers what is of the same class and allowed', () => {
    expect(alternativesFor('kneeling-hip-flexor-lunge', input({ tests: tightBoth }))).toEqual(['standing-hip-flexor-stretch']);
    expect(alternativesFor('unknown', input({ tests: tightBoth }))).toEqual([]);
  });

  it('keeps a swap that is allowed and says that it was a wish', () => {
    const programme = plan({ tests: tightBoth, wishes: { swaps: { 'kneeling-hip-flexor-lunge': 'standing-hip-flexor-stretch' } } });
    expect(names(programme).has('kneeling-hip-flexor-lunge')).toBe(false);
    expect(itemsOf(programme).find(({ exercise }) => exercise === 'standing-hip-flexor-stretch')?.because).toContain('P-11');
  });

  it.each(['couch-stretch', 'standing-march', 'never', 'unknown'])('does not swap in %s', (wish) => {
    expect(names(plan({ tests: tightBoth, wishes: { swaps: { 'kneeling-hip-flexor-lunge': wish } } })).has('kneeling-hip-flexor-lunge')).toBe(true);
  });
});

describe('limits that beat wishes and ranges', () => {
  it('a back that dislikes arching gets holds of 30 s, after a run too', () => {
    const programme = plan({ tests: tightBoth, details: { backPattern: { worseWith: 'extension' } }, about: { sports: ['running'], daysPerWeek: 3, minutesPerDay: 30 } });
    expect(Math.max(...itemsOf(programme).map(({ holdSeconds = 0 }) => holdSeconds))).toBe(30);
  });

  it('finishing one side first takes longer, and still stays inside the minutes', () => {
    const parts: Parts = { tests: { ...tightBoth, ...weakBoth }, about: { minutesPerDay: 14, level: 'intermediate' } };
    const inTurn = plan(parts);
    const oneSide = plan({ ...parts, wishes: { order: 'one-side-first' } });
    expect(oneSide.sessions.every(({ minutes }) => minutes <= 14)).toBe(true);
    expect(oneSide).not.toEqual(inTurn);
  });

  it('[S-05] a swap does not climb past the lowest rungs', () => {
    const parts: Parts = { tests: { ...tightBoth, kneeLift: { left: { result: 'pain' }, right: { result: 'clean' } } }, opened: ['couch-stretch'], wishes: { swaps: { 'standing-hip-flexor-stretch': 'couch-stretch', 'kneeling-hip-flexor-lunge': 'couch-stretch' } } };
    expect(names(plan(parts)).has('couch-stretch')).toBe(false);
  });

  it('[P-12] a tight side without any stretch is told, though the other side has its dose', () => {
    const painful: Partial<Answers['tests']> = { halfKneeling: { left: { felt: 'pain' }, right: { felt: 'deep-front-hip', when: 'early' } }, thomas: { left: { heightCentimetres: 5, thighCentimetres: 40, pelvisHeld: true } } };
    expect(plan({ tests: painful }).notes.map(({ id }) => id)).toContain('P-12');
  });

  it('[RF13] plans nothing around a run while impact waits', () => {
    const base = input({ tests: tightBoth, about: { sports: ['running'] } });
    const kinds = createProgramme({ ...base, conduct: { ...base.conduct, noImpact: true } }).sessions.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['home']));
  });
});

describe('[P-13] the wished rest', () => {
  it('is in every item, and the minutes of the day still hold', () => {
    const rests = (rest: 'shorter' | 'longer'): readonly number[] => itemsOf(plan({ tests: { ...tightBoth, ...weakBoth }, wishes: { rest } })).map(({ restSeconds }) => restSeconds);
    expect([...new Set(rests('longer'))].toSorted((one, other) => one - other)).toEqual([15, 45]);
    expect(new Set(rests('shorter'))).toEqual(new Set([5, 30]));
    const { sessions } = plan({ tests: { ...tightBoth, ...weakBoth }, wishes: { rest: 'longer', minutesPerDay: 6 } });
    expect(sessions.length).toBeGreaterThan(0);
    expect(sessions.filter(({ minutes }) => minutes > 6)).toEqual([]);
  });
});
