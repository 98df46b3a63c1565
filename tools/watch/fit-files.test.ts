import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { assess } from '@psoas/core/assessment';
import { foldDiary, type Run } from '@psoas/core/diary';
import type { PlanItem, PlannedSession } from '@psoas/core/programme';
import { createTimeline, type Step, type Timeline } from '@psoas/core/session';
import { sessionToFit, workoutToFit } from '@psoas/exchange/fit';
import { addDays, parseLocalDate, type UnknownRecord } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import { catalogue } from '@psoas/knowledge/rules';
import words from '@psoas/knowledge/text/watch';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yearsOfDiary } from '../diary/years-of-diary.ts';
import { arbitraryAnswers } from '../people/arbitrary-answers.ts';
import { arbitraryDiary, liveDiary } from '../people/short-diary.ts';
import { decodeWithSdk, sdkExerciseName, type SdkFile } from './garmin-sdk.ts';
import { sdkFileToText } from './workout-text.ts';

const folder = resolve(import.meta.dirname, '../../packages/core/people');
const day = parseLocalDate('2026-11-21');
if (!day.ok) throw new Error('not a day');
const today = day.value;
const createdAtMillis = Date.parse('2026-11-21T08:00:00Z');
const fitEpochSeconds = Date.parse('1989-12-31T00:00:00Z') / 1000;
const exerciseById = new Map(catalogue.exercises.map((exercise) => [exercise.id, exercise]));
const nameOf = (id: string): string => exercises.find((exercise) => exercise.id === id)?.name ?? id;

const people = readdirSync(folder).map((file) => ({ name: basename(file, '.yaml'), answers: parse(readFileSync(join(folder, file), 'utf8')) as unknown }));

function sessionsOf(answers: unknown): readonly PlannedSession[] {
  return assess(answers, { catalogue, today }).programme?.sessions ?? [];
}

function workoutOf({ items }: Pick<PlannedSession, 'items'>, timeline = createTimeline(items, exerciseById)): SdkFile {
  return decodeWithSdk(workoutToFit({ items, timeline, nameOf, createdAtMillis }, words));
}

/** What a watch runs: repeats unfolded. */
function unfolded(steps: readonly UnknownRecord[]): readonly UnknownRecord[] {
  const run: UnknownRecord[] = [];
  const spans: number[] = [];
  steps.forEach((step, index) => {
    spans[index] = run.length;
    if (step['durationType'] !== 'repeatUntilStepsCmplt') {
      run.push(step);
      return;
    }
    const row = run.slice(spans[Number(step['durationValue'])]);
    for (let time = 1; time < Number(step['targetValue']); time += 1) run.push(...row);
  });
  return run;
}

/** What a step of the timeline must be on the watch, by field. */
function expectedOf(step: Step, loads: readonly (number | undefined)[]): UnknownRecord | undefined {
  const exerciseWeight = step.kind === 'work' ? loads[step.item] : undefined;
  if (step.kind === 'ask' || step.seconds === 0) return undefined;
  const isWork = step.kind === 'work';
  if (isWork && step.mode === 'reps')
    return { durationType: 'reps', durationValue: Math.round(step.seconds / (step.secondsPerRep ?? 0)), intensity: 'active', exerciseWeight };
  return { durationType: 'time', durationValue: step.seconds * 1000, intensity: isWork ? 'active' : 'rest', exerciseWeight };
}

function expectSameSteps(items: readonly PlanItem[], timeline: Timeline): void {
  const file = workoutOf({ items }, timeline);
  expect(file).toMatchObject({ isWhole: true, errors: [] });
  const steps = file.messages['workoutStepMesgs'] ?? [];
  expect(steps.map((step) => step['messageIndex'])).toEqual(steps.map((_, index) => index));
  expect(file.messages['workoutMesgs']?.[0]).toMatchObject({ sport: 'training', numValidSteps: steps.length });
  const expected = timeline.steps.flatMap((step) => expectedOf(step, items.map(({ loadKilograms }) => loadKilograms)) ?? []);
  expect(unfolded(steps).map(({ durationType, durationValue, intensity, exerciseWeight }) => ({ durationType, durationValue, intensity, exerciseWeight }))).toEqual(expected);
}

describe('a planned session as a workout', () => {
  it.each(people)('[FT-01] [FT-02] every session of $name is decoded by the Garmin SDK, field by field', ({ answers }) => {
    for (const { items } of sessionsOf(answers)) {
      const timeline = createTimeline(items, exerciseById);
      expectSameSteps(items, timeline);
    }
  });

  it('[FT-02] so is that of any person, whichever way sides follow', () => {
    let count = 0;
    fc.assert(
      fc.property(arbitraryAnswers(), fc.constantFrom('alternate', 'one-side-first'), fc.constantFrom('left', 'right'), (answers, order, firstSide) => {
        for (const { items } of sessionsOf(answers)) {
          const timeline = createTimeline(items, exerciseById, { order, firstSide });
          expectSameSteps(items, timeline);
          count += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(count).toBeGreaterThan(60);
  });

  it('[FT-02] a load goes along', () => {
    const items = [{ exercise: 'kettlebell-march', class: 'strengthen', side: 'both', sets: 3, reps: 8, tempo: { upSeconds: 2, pauseSeconds: 1, downSeconds: 2 }, loadKilograms: 2.5, restSeconds: 45, because: [] }] as const;
    const timeline = createTimeline(items, exerciseById);
    expectSameSteps(items, timeline);
    expect(workoutOf({ items }, timeline).messages['workoutStepMesgs']?.[1]).toMatchObject({ exerciseWeight: 2.5, weightDisplayUnit: 'kilogram' });
  });

  it('[FT-03] no session has more steps than the fifty that watches take', () => {
    const counts = people.flatMap(({ answers }) => sessionsOf(answers).map((session) => workoutOf(session).messages['workoutStepMesgs']?.length ?? 0));
    expect(Math.max(...counts)).toBeLessThanOrEqual(50);
    expect(Math.max(...counts)).toBeGreaterThan(5);
  });

  it.each(['desk-worker', 'runner'])('[FT-02] the first session of %s reads as its golden file says', async (name) => {
    const [session] = sessionsOf(people.find((person) => person.name === name)?.answers);
    if (session === undefined) throw new Error('no session');
    await expect(sdkFileToText(workoutOf(session))).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `workout-${name}.txt`));
  });

  it('[FT-04] nothing but stretching is filed as flexibility, anything else as strength', () => {
    const sessions = people.flatMap(({ answers }) => sessionsOf(answers));
    for (const session of sessions) {
      const hasStrength = session.items.some((item) => item.class === 'strengthen');
      expect(workoutOf(session).messages['workoutMesgs']?.[0]?.['subSport']).toBe(hasStrength ? 'strengthTraining' : 'flexibilityTraining');
    }
  });

  it('[FT-05] the words of the SDK for our exercises are the same movement', () => {
    const items = catalogue.exercises.map(({ id }) => ({ exercise: id, class: 'stretch', side: 'both', sets: 1, holdSeconds: 30, restSeconds: 0, because: [] }) as const);
    const steps = (workoutOf({ items }).messages['workoutStepMesgs'] ?? []).filter((step) => step['intensity'] === 'active');
    const pairs = steps.map((step) => [String(step['wktStepName']).replace(/, (left|right)$/, ''), sdkExerciseName(String(step['exerciseCategory']), Number(step['exerciseName'])) ?? '-'] as const);
    expect(Object.fromEntries(pairs)).toMatchInlineSnapshot(`
      {
        "Ball under the low back": "-",
        "Bird dog with knee tuck": "-",
        "Boat pose": "-",
        "Bridge": "hipRaise",
        "Bridge march": "marchingHipRaise",
        "Couch stretch": "stretchHipFlexorAndQuad",
        "Dead bug": "deadBug",
        "Double lying leg raise": "lyingStraightLegRaise",
        "Half frog stretch": "-",
        "Hanging knee raise": "hangingKneeRaise",
        "Kneeling hip flexor lunge": "stretchLungingHipFlexor",
        "Knees to chest": "-",
        "Low lunge": "stretchLungingHipFlexor",
        "Lying leg raise": "lyingStraightLegRaise",
        "Seated leg raise": "-",
        "Side-lying leg lift": "sideLyingLegRaise",
        "Standing hip flexor stretch": "-",
        "Standing leg lift": "-",
        "Standing march": "marchingInPlace",
        "Step-up with knee drive": "stepUp",
        "Supine march": "-",
        "Thomas stretch": "-",
        "Weighted march": "-",
      }
    `);
  });

  it('[FT-08] a long name is clipped between characters, in whatever script', () => {
    const items = [{ exercise: 'x', class: 'stretch', side: 'both', sets: 1, holdSeconds: 30, restSeconds: 0, because: [] }] as const;
    const timeline = createTimeline(items, exerciseById);
    fc.assert(
      // A reader ends a text at a zero and drops a byte order mark.
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map((text) => text.replaceAll(/[\0\uFEFF]/g, '')), (name) => {
        const file = decodeWithSdk(workoutToFit({ items, timeline, nameOf: () => name, createdAtMillis }, { ...words, oneSide: '{exercise}' }));
        expect(file).toMatchObject({ isWhole: true, errors: [] });
        const found = file.messages['workoutStepMesgs']?.[1]?.['wktStepName'];
        const shown = typeof found === 'string' ? found : '';
        // Half a pair of surrogates is written as the mark for it, which the SDK leaves out.
        expect(Buffer.from(name).toString().replaceAll('\uFFFD', '').startsWith(shown)).toBe(true);
        expect(Buffer.byteLength(shown)).toBeLessThan(48);
      }),
      { numRuns: 500 },
    );
  });
});

function expectSameSession(run: Run): void {
  const file = decodeWithSdk(sessionToFit(run, 3600));
  expect(file).toMatchObject({ isWhole: true, errors: [] });
  const sets = file.messages['setMesgs'] ?? [];
  const active = sets.filter((set) => set['setType'] === 'active');
  const inOrder = run.sets.toSorted((first, second) => first.atMillis - second.atMillis);
  expect(active.map((set) => [set['duration'], set['repetitions'], set['weight']])).toEqual(inOrder.map(({ item, seconds, reps }) => [seconds, reps, run.items[item]?.loadKilograms]));
  const [session] = file.messages['sessionMesgs'] ?? [];
  const [activity] = file.messages['activityMesgs'] ?? [];
  expect(session).toMatchObject({ sport: 'training', numLaps: 1, totalTimerTime: Number(session?.['timestamp']) - Number(session?.['startTime']) });
  expect(Number(activity?.['localTimestamp']) - Number(activity?.['timestamp'])).toBe(3600);
  // Sets and rests follow one another, inside the session.
  const ends = sets.map((set) => Number(set['timestamp']));
  expect(ends).toEqual(ends.toSorted((first, second) => first - second));
  expect(Number(sets[0]?.['startTime'] ?? session?.['startTime'])).toBeGreaterThanOrEqual(Number(session?.['startTime']));
  expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(Number(session?.['timestamp']));
}

describe('a finished session as an activity', () => {
  it('[FT-06] [FT-07] every session of a made-up year is decoded by the Garmin SDK, field by field', () => {
    const { runs } = foldDiary(yearsOfDiary(1, today));
    expect(runs.length).toBeGreaterThan(200);
    for (const run of runs) expectSameSession(run);
  });

  it('[FT-06] so is every session of generated diaries', () => {
    let count = 0;
    fc.assert(
      fc.property(arbitraryDiary(), (diary) => {
        for (const run of foldDiary(liveDiary(diary).events).runs) {
          expectSameSession(run);
          count += 1;
        }
      }),
      { numRuns: 20 },
    );
    expect(count).toBeGreaterThan(20);
  });

  it('[FT-06] one of them reads as its golden file says', async () => {
    const run = foldDiary(yearsOfDiary(0.1, addDays(today, -1))).runs.at(-1);
    if (run === undefined) throw new Error('no session');
    await expect(sdkFileToText(decodeWithSdk(sessionToFit(run, 3600)))).toMatchFileSnapshot(join(import.meta.dirname, 'golden', 'session.txt'));
  });

  it('[FT-06] times are those of the diary', () => {
    const run = foldDiary(yearsOfDiary(0.1, today)).runs.at(-1);
    if (run === undefined) throw new Error('no session');
    const [session] = decodeWithSdk(sessionToFit(run, 0)).messages['sessionMesgs'] ?? [];
    const last = Math.max(...run.sets.map(({ atMillis }) => atMillis));
    expect(Number(session?.['timestamp']) + fitEpochSeconds).toBe(Math.round(last / 1000));
  });
});
