import type { PlanItem } from '@psoas/core/programme';
import type { Timeline } from '@psoas/core/session';
import { encodeFit, type FitRecord } from './encode-fit.ts';
import { exerciseCode } from './exercise-codes.ts';
import { fitEpochMillis } from './fit-base-types.ts';
import { subSportOf, trainingSport, type FitWords } from './fit-words.ts';
import { workoutSteps, type WorkoutStep } from './workout-steps.ts';

/** A planned session, laid out in time. */
export type PlannedWorkout = {
  readonly items: readonly PlanItem[];
  readonly timeline: Timeline;
  readonly nameOf: (exercise: string) => string;
  readonly createdAtMillis: number;
};

const numbers = { fileId: 0, workout: 26, workoutStep: 27 } as const;
const durations = { time: 0, repeat: 6, reps: 29 } as const;
const intensities = { active: 0, rest: 1 } as const;
const openTarget = 2;
const workoutFile = 5;

/** The unit in which a watch shows a load. */
export const kilogramUnit = 1;

/** [FT-01] A planned session as a FIT workout file for a watch. It holds names, times and counts; nothing of the person. */
export function workoutToFit({ items, timeline, nameOf, createdAtMillis }: PlannedWorkout, words: FitWords): Uint8Array<ArrayBuffer> {
  const steps = workoutSteps(timeline.steps, { items, nameOf }, words);
  return encodeFit([
    fileId(workoutFile, createdAtMillis),
    {
      number: numbers.workout,
      fields: [
        [4, 'enum', trainingSport],
        [11, 'enum', subSportOf(items.map((item) => item.class))],
        [6, 'uint16', steps.length],
        [8, 'text', words.title],
      ],
    },
    ...steps.map(stepRecord),
  ]);
}

/** The message with which every FIT file begins. `development` is the maker for whom no number was given out. */
export function fileId(type: number, createdAtMillis: number): FitRecord {
  const development = 255;
  return {
    number: numbers.fileId,
    fields: [
      [0, 'enum', type],
      [1, 'uint16', development],
      [2, 'uint16', 1],
      [3, 'uint32z', 1],
      [4, 'uint32', fitTime(createdAtMillis)],
    ],
  };
}

/** A moment in the seconds of FIT. */
export function fitTime(atMillis: number): number {
  return Math.max(0, Math.round((atMillis - fitEpochMillis) / 1000));
}

function stepRecord(step: WorkoutStep, index: number): FitRecord {
  const place = [254, 'uint16', index] as const;
  if (step.kind === 'repeat')
    return { number: numbers.workoutStep, fields: [place, [1, 'enum', durations.repeat], [2, 'uint32', step.from], [4, 'uint32', step.times]] };
  const code = step.exercise === undefined ? undefined : exerciseCode(step.exercise);
  const [duration, value] = step.kind === 'time' ? [durations.time, Math.round(step.seconds * 1000)] : [durations.reps, step.reps];
  return {
    number: numbers.workoutStep,
    fields: [
      place,
      [0, 'text', step.name],
      [1, 'enum', duration],
      [2, 'uint32', value],
      [3, 'enum', openTarget],
      [4, 'uint32', 0],
      [7, 'enum', step.exercise === undefined ? intensities.rest : intensities.active],
      [10, 'uint16', code?.category],
      [11, 'uint16', code?.name],
      [12, 'uint16', step.loadKilograms === undefined ? undefined : Math.round(step.loadKilograms * 100)],
      [13, 'uint16', step.loadKilograms === undefined ? undefined : kilogramUnit],
    ],
  };
}
