import type { Run } from '@psoas/core/diary';
import { encodeFit, type FitRecord } from './encode-fit.ts';
import { exerciseCode } from './exercise-codes.ts';
import { subSportOf, trainingSport } from './fit-words.ts';
import { placeSets, type PlacedSet } from './place-sets.ts';
import { fileId, fitTime, kilogramUnit } from './workout-to-fit.ts';

const numbers = { session: 18, lap: 19, record: 20, event: 21, activity: 34, set: 225 } as const;
const events = { timer: 0, session: 8, lap: 9, activity: 26 } as const;
const eventTypes = { start: 0, stop: 1, stopAll: 4 } as const;
const setTypes = { rest: 0, active: 1 } as const;
const activityFile = 4;
const atSessionEnd = 7;

/**
 * [FT-06] A session that was done as a FIT activity file: each set with its time and repetitions, rests between them.
 * Pain, sides and words stay in the diary. `aheadOfUtcSeconds` is how far the clock on the wall was ahead of UTC.
 */
export function sessionToFit(run: Run, aheadOfUtcSeconds: number): Uint8Array<ArrayBuffer> {
  const { startMillis, endMillis, sets } = placeSets(run);
  const [start, end] = [fitTime(startMillis), fitTime(endMillis)];
  const millis = (end - start) * 1000;
  const subSport = subSportOf(run.items.map((item) => item.class));
  const whole = [
    [253, 'uint32', end],
    [2, 'uint32', start],
    [7, 'uint32', millis],
    [8, 'uint32', millis],
    [1, 'enum', eventTypes.stop],
  ] as const;
  return encodeFit([
    fileId(activityFile, startMillis),
    timerEvent(start, eventTypes.start),
    moment(start),
    ...sets.map(setRecord),
    moment(end),
    timerEvent(end, eventTypes.stopAll),
    { number: numbers.lap, fields: [[254, 'uint16', 0], ...whole, [0, 'enum', events.lap], [24, 'enum', atSessionEnd], [25, 'enum', trainingSport], [39, 'enum', subSport]] },
    { number: numbers.session, fields: [[254, 'uint16', 0], ...whole, [0, 'enum', events.session], [5, 'enum', trainingSport], [6, 'enum', subSport], [25, 'uint16', 0], [26, 'uint16', 1], [28, 'enum', 0]] },
    {
      number: numbers.activity,
      fields: [
        [253, 'uint32', end],
        [0, 'uint32', millis],
        [1, 'uint16', 1],
        [2, 'enum', 0],
        [3, 'enum', events.activity],
        [4, 'enum', eventTypes.stop],
        [5, 'uint32', end + aheadOfUtcSeconds],
      ],
    },
  ]);
}

function timerEvent(at: number, type: number): FitRecord {
  return { number: numbers.event, fields: [[253, 'uint32', at], [0, 'enum', events.timer], [1, 'enum', type]] };
}

// Services refuse an activity without any moment of its own.
function moment(at: number): FitRecord {
  return { number: numbers.record, fields: [[253, 'uint32', at]] };
}

function setRecord({ startMillis, endMillis, exercise, reps, loadKilograms }: PlacedSet, index: number): FitRecord {
  const code = exercise === undefined ? undefined : exerciseCode(exercise);
  return {
    number: numbers.set,
    fields: [
      [254, 'uint32', fitTime(endMillis)],
      [0, 'uint32', Math.round(endMillis - startMillis)],
      [3, 'uint16', reps],
      [4, 'uint16', loadKilograms === undefined ? undefined : Math.round(loadKilograms * 16)],
      [9, 'uint16', loadKilograms === undefined ? undefined : kilogramUnit],
      [5, 'uint8', exercise === undefined ? setTypes.rest : setTypes.active],
      [6, 'uint32', fitTime(startMillis)],
      [7, 'uint16', code?.category],
      [8, 'uint16', code?.name],
      [10, 'uint16', index],
    ],
  };
}
