import { createFieldReader, sides } from '@psoas/kernel';
import type { SetLogged } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

const keys = ['run', 'item', 'exercise', 'side', 'set', 'seconds', 'reps', 'pain', 'felt', 'repsInReserve'];

/** One set that was done, with what was really done. */
export const setLogged: EventDefinition<SetLogged> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const run = reader?.text('run');
    const item = reader?.number('item', { min: 0, max: 100, whole: true });
    const exercise = reader?.text('exercise');
    const side = reader?.choice('side', [...sides, 'both'] as const);
    const set = reader?.number('set', { min: 1, max: 100, whole: true });
    const seconds = reader?.number('seconds', { min: 0, max: 86_400, unit: 'seconds' });
    const reps = reader?.number('reps', { min: 0, max: 10_000 }, 'optional');
    const pain = reader?.number('pain', { min: 0, max: 10 }, 'optional');
    const felt = reader?.text('felt', 'optional');
    const repsInReserve = reader?.number('repsInReserve', { min: 0, max: 100 }, 'optional');
    if (
      run === undefined ||
      item === undefined ||
      exercise === undefined ||
      side === undefined ||
      set === undefined ||
      seconds === undefined
    )
      return undefined;
    const given = {
      ...(reps !== undefined && { reps }),
      ...(pain !== undefined && { pain }),
      ...(felt !== undefined && { felt }),
      ...(repsInReserve !== undefined && { repsInReserve }),
    };
    return withUnknownFields(data, keys, { run, item, exercise, side, set, seconds, ...given });
  },
};
