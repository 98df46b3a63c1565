import type { LocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { parseAnswers, type Answers } from '../answers/index.ts';
import { testAnswers } from '../answers/test-answers.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { testChecks, testExercise, testRepsDose } from '../catalogue/test-catalogue.ts';
import { screen } from '../safety/index.ts';
import { exclusionsOfFindings, findSides } from '../selfcheck/index.ts';
import { createProgramme } from './create-programme.ts';
import type { PlanItem, Programme, ProgrammeWishes } from './programme.ts';
import type { ExerciseSetting, Settings } from './setting.ts';

const hold = { sets: { min: 1, max: 3, default: 2 }, holdSeconds: { min: 30, max: 60, default: 45 }, restSeconds: 10 };
const deskBreak = { ...hold, holdSeconds: { min: 30, max: 45, default: 30 } };
const strength = { class: 'strengthen', doses: { default: testRepsDose } } as const;
const catalogue: Catalogue = {
  checks: testChecks,
  exercises: [
    testExercise({ id: 'standing-hip-flexor-stretch', harder: ['kneeling-hip-flexor-lunge'], doses: { default: hold, 'desk-break': deskBreak } }),
    testExercise({ id: 'kneeling-hip-flexor-lunge', easier: ['standing-hip-flexor-stretch'], harder: ['low-lunge'], properties: ['kneeling'], doses: { default: hold, 'after-run': hold, 'desk-break': deskBreak } }),
    testExercise({ id: 'low-lunge', rung: 2, easier: ['kneeling-hip-flexor-lunge'] }),
    testExercise({ id: 'standing-march', ...strength, harder: ['step-up-knee-drive'] }),
    testExercise({ id: 'seated-leg-raise', ...strength }),
    testExercise({ id: 'dead-bug', ...strength, rung: 2 }),
    testExercise({ id: 'step-up-knee-drive', ...strength, rung: 3, easier: ['standing-march'] }),
  ],
};

type Parts = { readonly about?: Partial<Answers['about']>; readonly tests?: Partial<Answers['tests']>; readonly settings?: Partial<Settings>; readonly wishes?: ProgrammeWishes; readonly from?: Catalogue; readonly set?: { readonly [id: string]: Partial<ExerciseSetting> } };
function plan({ about = {}, tests = tight, settings = {}, wishes = {}, from = catalogue, set = {} }: Parts): Programme {
  const answers = testAnswers({ about: { minutesPerDay: 25, ...about }, tests });
  const triage = screen(parseAnswers(answers), '2026-03-02' as LocalDate);
  const findings = findSides(answers, triage, from);
  const settingByExercise = new Map(Object.entries(set).map(([id, parts]) => [id, { ladder: 0, ...parts } as const]));
  return createProgramme({
    about: answers.about,
    findings,
    exclusions: [...triage.exclusions, ...exclusionsOfFindings(findings)],
    conduct: triage.conduct,
    catalogue: from,
    openedExercises: new Set(),
    wishes,
    settings: { settingByExercise, isDeload: false, freshStarts: 0, ...settings },
  });
}
const both = (felt: Answers['tests']['halfKneeling']['left']): Partial<Answers['tests']> => ({ halfKneeling: { left: felt, right: felt } });
const tight = both({ felt: 'deep-front-hip', when: 'early' });
const firstDay = (parts: Parts): readonly PlanItem[] => plan(parts).sessions[0]?.items ?? [];
const text = ({ exercise, side, sets, reps, holdSeconds }: PlanItem): string => `${exercise} ${side} ${sets}x${reps ?? `${holdSeconds ?? 0}s`}`;
const names = (parts: Parts): readonly string[] => firstDay(parts).map(({ exercise }) => exercise);

describe('[D-07] a fresh start', () => {
  const after = (freshStarts: number, parts: Parts = {}): readonly string[] => names({ ...parts, settings: { freshStarts } });
  it('brings other exercises first, and comes round again', () => {
    expect([after(0)[0], after(1)[0], after(3)[0]]).toEqual(['kneeling-hip-flexor-lunge', 'standing-hip-flexor-stretch', 'kneeling-hip-flexor-lunge']);
    expect([after(0)[1], after(1)[1]]).toEqual(['standing-march', 'seated-leg-raise']);
  });

  it('[P-02] leaves the lunge first where the long thigh muscle leads, and the standing stretch where no side could be told', () => {
    const thigh = both({ felt: 'front-thigh', when: 'early' });
    const unsure = both({ felt: 'low-back' });
    for (const freshStarts of [1, 2, 3]) {
      expect(after(freshStarts, { tests: thigh })[0]).toBe('kneeling-hip-flexor-lunge');
      expect(plan({ tests: unsure, settings: { freshStarts } }).sessions.flatMap(({ items }) => items.filter((item) => item.class === 'stretch').map(({ exercise }) => exercise))).not.toContain('kneeling-hip-flexor-lunge');
    }
  });

  it('[P-01] [P-03] keeps minutes and the weekly stretch', () => {
    for (const freshStarts of [0, 1, 2, 3, 4]) {
      const { sessions, weeklyStretchSeconds } = plan({ about: { minutesPerDay: 12, daysPerWeek: 7 }, settings: { freshStarts } });
      expect(Math.max(...sessions.map(({ minutes }) => minutes))).toBeLessThanOrEqual(12);
      expect(Math.max(weeklyStretchSeconds.left, weeklyStretchSeconds.right)).toBeLessThanOrEqual(600);
    }
  });
});

describe('[D-08] a lighter week', () => {
  it('has one set less of each strength exercise, never none, and the same stretch', () => {
    expect(firstDay({ settings: { isDeload: true }, set: { 'seated-leg-raise': { sets: 1 } } }).map(text)).toEqual([
      'kneeling-hip-flexor-lunge both 2x45s',
      'standing-march both 1x10',
      'seated-leg-raise both 1x10',
    ]);
    expect(firstDay({ settings: { isDeload: true } })[1]?.because).toContain('D-08');
  });
});

describe('[D-04] after a step back', () => {
  const red: Partial<ExerciseSetting> = { sets: 1, holdSeconds: 30, because: 'D-04' };
  it('every session of the week gives no more than what was set', () => {
    const runner = plan({ about: { sports: ['running'], minutesPerDay: 30 }, set: { 'kneeling-hip-flexor-lunge': red } });
    const lunges = runner.sessions.flatMap(({ kind, items }) => items.filter(({ exercise }) => exercise === 'kneeling-hip-flexor-lunge').map((item) => `${kind} ${item.sets}x${item.holdSeconds ?? 0}`));
    expect(new Set(lunges)).toEqual(new Set(['after-run 1x30', 'home 1x30']));
  });

  it('[P-04] there is no extra set on one side until it is good again', () => {
    const oneSide: Parts = { tests: { halfKneeling: { left: { felt: 'nothing' }, right: { felt: 'deep-front-hip', when: 'early' } } } };
    expect(firstDay(oneSide).filter(({ side }) => side === 'right')).toHaveLength(1);
    for (const because of ['D-01', 'D-04', 'D-09', 'D-11'])
      expect(firstDay({ ...oneSide, set: { 'kneeling-hip-flexor-lunge': { holdSeconds: 40, because } } }).filter(({ side }) => side === 'right')).toEqual([]);
    expect(firstDay({ ...oneSide, set: { 'kneeling-hip-flexor-lunge': { holdSeconds: 50, because: 'D-03' } } }).filter(({ side }) => side === 'right')).toHaveLength(1);
  });
});

describe('[P-03] breaks at the desk', () => {
  const desk: Parts = { about: { goals: ['desk-comfort'], daysPerWeek: 2 } };
  it('stay with the standing stretch, wherever the ladder leads', () => {
    expect(plan({ ...desk, set: { 'standing-hip-flexor-stretch': { ladder: 1 } } }).breaks?.exercise).toBe('standing-hip-flexor-stretch');
  });

  it('[D-04] are as short as what was set, and never longer for it', () => {
    const seconds = (holdSeconds: number): number | undefined => plan({ ...desk, set: { 'standing-hip-flexor-stretch': { holdSeconds, because: 'D-04' } } }).breaks?.holdSeconds;
    expect([60, 30, 23].map(seconds)).toEqual([30, 30, 23]);
  });
});

describe('[D-03] the ladder in the week', () => {
  it('leads to the next rung that is open to the person, and not to one above it', () => {
    const up = { 'standing-march': { ladder: 1 } } as const;
    expect(names({ set: up })).toContain('standing-march');
    expect(names({ set: { 'kneeling-hip-flexor-lunge': { ladder: 1 } } })[0]).toBe('low-lunge');
    expect(names({ set: { 'kneeling-hip-flexor-lunge': { ladder: -1 } } })[0]).toBe('standing-hip-flexor-stretch');
  });
});

describe('[P-11] a swap', () => {
  const climbed = { 'kneeling-hip-flexor-lunge': { ladder: 1 } } as const;
  it('replaces what the ladder led to as well: a person swaps what they see', () => {
    expect(names({ set: climbed })[0]).toBe('low-lunge');
    expect(names({ set: climbed, wishes: { swaps: { 'low-lunge': 'standing-hip-flexor-stretch' } } })[0]).toBe('standing-hip-flexor-stretch');
  });

  it('never brings another class in, also not there', () => {
    expect(names({ set: climbed, wishes: { swaps: { 'low-lunge': 'standing-march' } } })[0]).toBe('low-lunge');
  });
});

describe('[SH-11] a wished side', () => {
  const sides = { 'kneeling-hip-flexor-lunge': 'left' } as const;
  it('is done alone, at the place where both would stand, and says why', () => {
    const [first] = firstDay({ wishes: { sides } });
    expect([first?.exercise, first?.side, first?.because.includes('SH-11')]).toEqual(['kneeling-hip-flexor-lunge', 'left', true]);
    expect(firstDay({ wishes: { sides: { 'kneeling-hip-flexor-lunge': 'both' } } })[0]?.side).toBe('both');
  });

  it('takes none of an exercise that needs both legs at once', () => {
    const from = { ...catalogue, exercises: catalogue.exercises.map((exercise) => (exercise.id === 'standing-march' ? { ...exercise, side: { model: 'bilateral' as const } } : exercise)) };
    const wishes = { sides: { 'standing-march': 'left' } } as const;
    expect(firstDay({ from, wishes }).find(({ exercise }) => exercise === 'standing-march')?.side).toBe('both');
    expect(firstDay({ wishes }).find(({ exercise }) => exercise === 'standing-march')?.side).toBe('left');
  });

  it('gives no side that is not allowed', () => {
    const hurt = { halfKneeling: { left: { felt: 'deep-front-hip', when: 'early' }, right: { felt: 'pain' } } } as const;
    const before = firstDay({ tests: hurt }).map(text);
    expect(firstDay({ tests: hurt, wishes: { sides: { 'kneeling-hip-flexor-lunge': 'right', 'low-lunge': 'right' } } }).map(text)).toEqual(before);
    expect(firstDay({ tests: hurt, wishes: { sides: { 'standing-march': 'both' } } }).map(text)).toEqual(before);
  });
});
