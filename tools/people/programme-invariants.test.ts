import { assess, type Assessment } from '@psoas/core/assessment';
import type { Answers } from '@psoas/core/answers';
import type { CatalogueExercise } from '@psoas/core/catalogue';
import { exercisesPerSession, studiedStretchSeconds, weeklyStretchLimitSeconds, type PlanItem, type PlannedSession, type Programme } from '@psoas/core/programme';
import { blockingExclusions } from '@psoas/core/safety';
import { exclusionsOfFindings } from '@psoas/core/selfcheck';
import { createTimeline } from '@psoas/core/session';
import { byId, parseLocalDate, sides } from '@psoas/kernel';
import { claims } from '@psoas/knowledge/claims';
import { modifiers, questions } from '@psoas/knowledge/questions';
import { catalogue } from '@psoas/knowledge/rules';
import rulesText from '@psoas/knowledge/text/rules';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitraryAnswers, arbitraryHabits, type Habits } from './arbitrary-answers.ts';

// What must hold for everybody: 10,000 generated people through the whole road, with the real knowledge.
const people = 10_000;
const parsedDay = parseLocalDate('2026-11-21');
if (!parsedDay.ok) throw new Error('not a day');
const today = parsedDay.value;
const exerciseById: ReadonlyMap<string, CatalogueExercise> = byId(catalogue.exercises);
const knownReasons: ReadonlySet<string> = new Set([...Object.keys(rulesText.rules), ...questions.map(({ id }) => id), ...modifiers.map(({ id }) => id), ...claims.map(({ id }) => id)]);

type Person = { readonly answers: Answers; readonly habits: Habits; readonly assessment: Assessment };
let everybody: readonly Person[] = [];
const planned = (): readonly (Person & { readonly programme: Programme })[] => everybody.flatMap((person) => (person.assessment.programme === null ? [] : [{ ...person, programme: person.assessment.programme }]));
const itemsOf = (programme: Programme): readonly PlanItem[] => programme.sessions.flatMap(({ items }) => items);

beforeAll(() => {
  const generated = fc.sample(fc.tuple(arbitraryAnswers(), arbitraryHabits(catalogue)), { numRuns: people, seed: 20261121 });
  everybody = generated.map(([answers, habits]) => ({ answers, habits, assessment: assess(answers, { catalogue, today, ...habits }) }));
});

function strictExercise(id: string): CatalogueExercise {
  const exercise = exerciseById.get(id);
  if (exercise === undefined) throw new Error(`unknown exercise ${id}`);
  return exercise;
}

describe(`${people} generated people`, () => {
  it('are all read without a problem, and enough of them get a programme for the rest to mean something', () => {
    expect(everybody.filter(({ assessment }) => assessment.problems.length > 0 || assessment.refused)).toEqual([]);
    expect(planned().length).toBeGreaterThan(people / 5);
    expect(new Set(everybody.map(({ assessment }) => assessment.triage.level))).toEqual(new Set(['A', 'B', 'C', 'D', 'none']));
  });

  it('[S-01] nobody under A, B or an unlifted C gets a programme', () => {
    for (const { assessment } of everybody) {
      const forbidden = ['A', 'B', 'C'].includes(assessment.triage.level);
      expect(assessment.programme === null).toBe(forbidden);
      if (assessment.triage.level === 'A' || assessment.triage.level === 'B') expect(assessment.findings).toBeNull();
    }
  });

  it('[S-06] no excluded property appears on any side', () => {
    for (const { assessment, programme } of planned()) {
      const exclusions = [...assessment.triage.exclusions, ...(assessment.findings === null ? [] : exclusionsOfFindings(assessment.findings))];
      for (const item of itemsOf(programme)) {
        const exercise = strictExercise(item.exercise);
        for (const side of sides.filter((one) => item.side === one || item.side === 'both')) expect(blockingExclusions(exercise, side, exclusions)).toEqual([]);
      }
    }
  });

  it('[P-08] nothing needs equipment, floor or kneeling that is not there; [P-05] nothing unsteady, nothing locked', () => {
    for (const { answers, habits, programme } of planned()) {
      for (const item of itemsOf(programme)) {
        const exercise = strictExercise(item.exercise);
        expect(exercise.planned).toBe(true);
        expect(exercise.gates.length === 0 || habits.openedExercises.has(exercise.id)).toBe(true);
        expect(exercise.equipment.needed.every((some) => some.some((kind) => answers.about.equipment.includes(kind)))).toBe(true);
        if (!answers.about.canUseFloor) expect(exercise.properties).not.toContain('floor');
        if (!answers.about.canKneel) expect(exercise.properties).not.toContain('kneeling');
        if (answers.about.needsBalanceSupport) expect(exercise.properties.filter((property) => ['on-box', 'bed-edge', 'loaded-single-leg-standing'].includes(property))).toEqual([]);
      }
    }
  });

  it('[P-01] minutes and days hold, for each session and for each day', () => {
    for (const { answers, habits, programme } of planned()) {
      const { minutesPerDay, daysPerWeek } = { ...answers.about, ...habits.wishes };
      const order = habits.wishes.order ?? 'alternate';
      const days = new Set(programme.sessions.map(({ day }) => day));
      expect(days.size).toBeLessThanOrEqual(daysPerWeek);
      for (const day of days) expect(minutesOn(programme.sessions, day)).toBeLessThanOrEqual(minutesPerDay);
      for (const session of programme.sessions) {
        expect(session.items.length).toBeGreaterThan(0);
        expect(createTimeline(session.items, exerciseById, { firstSide: 'right', order }).totalSeconds).toBe(session.seconds);
        expect(session.seconds).toBeLessThanOrEqual(session.minutes * 60);
      }
    }
  });

  it('[P-03] no side stretches more than ten minutes a week, breaks counted', () => {
    for (const { programme } of planned()) {
      for (const side of sides) expect(programme.weeklyStretchSeconds[side]).toBeLessThanOrEqual(weeklyStretchLimitSeconds);
    }
  });

  it('[P-10] strength days have a day between them, over the turn of the week too', () => {
    for (const { programme } of planned()) {
      const days = [...new Set(programme.sessions.filter(({ items }) => items.some((item) => item.class === 'strengthen')).map(({ day }) => day))];
      for (const day of days) expect(days).not.toContain((day % 7) + 1);
    }
  });

  it('[P-09] at most four exercises a session', () => {
    for (const { programme } of planned()) {
      for (const { items } of programme.sessions) {
        expect(new Set(items.map(({ exercise }) => exercise)).size).toBeLessThanOrEqual(exercisesPerSession);
        // The same exercise stands twice only as an extra set on one side.
        const twoSided = items.filter(({ side }) => side === 'both').map(({ exercise }) => exercise);
        expect(new Set(twoSided).size).toBe(twoSided.length);
      }
    }
  });

  it('[P-04] two-sided items give equal seconds to both sides, one-sided ones say why', () => {
    for (const { programme } of planned()) {
      for (const { items } of programme.sessions) {
        for (const item of items.filter(({ side }) => side !== 'both')) expect(item.because).toContain('P-04');
        const twoSided = items.filter(({ side }) => side === 'both');
        const seconds = sides.map((side) => createTimeline(twoSided, exerciseById).steps.reduce((total, step) => total + (step.kind === 'work' && step.side === side ? step.seconds : 0), 0));
        expect(seconds[0]).toBe(seconds[1]);
      }
    }
  });

  it('every item has reasons, and all of them exist', () => {
    for (const { programme } of planned()) {
      for (const { because } of itemsOf(programme)) {
        expect(because.length).toBeGreaterThan(0);
        expect(because.filter((id) => !knownReasons.has(id))).toEqual([]);
      }
      for (const { by } of programme.leftOut) expect(by.filter((id) => !knownReasons.has(id))).toEqual([]);
      for (const { id } of programme.notes) expect(knownReasons.has(id)).toBe(true);
    }
  });

  it('[P-07, P-12] a tight side below the studied dose, and a weak person without strength work, are told', () => {
    const short = planned().filter(({ assessment: { findings }, programme }) => {
      const tight = sides.filter((side) => findings?.[side].tight === 'yes' || findings?.[side].rectusFemoris === 'yes');
      const strengthless = programme.sessions.every(({ kind, items }) => kind === 'before-run' || items.every((item) => item.class !== 'strengthen'));
      return programme.sessions.length > 0 && (strengthless || tight.some((side) => programme.weeklyStretchSeconds[side] < studiedStretchSeconds));
    });
    expect(short.length).toBeGreaterThan(100);
    expect(short.filter(({ programme }) => !programme.belowDose)).toEqual([]);
  });

  it('[S-05] a clinician-lifted person starts on the lowest rung', () => {
    for (const { assessment, programme } of planned().filter(({ assessment: { triage } }) => triage.conduct.lowestRungs)) {
      expect(assessment.triage.level).toBe('D');
      for (const item of itemsOf(programme)) expect(strictExercise(item.exercise).rung).toBe(1);
    }
  });

  it('the same input gives the same plan', () => {
    for (const { answers, habits, assessment } of everybody.slice(0, 500)) expect(assess(structuredClone(answers), { catalogue, today, ...habits })).toEqual(assessment);
  });

  it('the person who can do something gets something to do', () => {
    const empty = planned().filter(({ habits, programme }) => programme.sessions.length === 0 && habits.wishes.noMaintenance !== true);
    // Chair and floor, both hips and the balance can all be out at once; that must stay rare.
    expect(empty.length / planned().length).toBeLessThan(0.02);
  });
});

function minutesOn(sessions: readonly PlannedSession[], day: number): number {
  return sessions.filter((session) => session.day === day).reduce((total, { minutes }) => total + minutes, 0);
}
