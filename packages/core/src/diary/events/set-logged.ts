import { createFieldReader, sidesOrBoth } from '@psoas/kernel';
import { setForms, type SetLogged } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

const keys = ['run', 'item', 'exercise', 'side', 'set', 'seconds', 'reps', 'pain', 'felt', 'repsInReserve', 'form'];
const itemRange = { min: 0, max: 100, whole: true };
const setRange = { min: 1, max: 100, whole: true };
const secondsRange = { min: 0, max: 86_400, unit: 'seconds' };
const repsRange = { min: 0, max: 10_000 };
const painRange = { min: 0, max: 10 };
const reserveRange = { min: 0, max: 100 };

/** One set that was done, with what was really done. */
export const setLogged: EventDefinition<SetLogged> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const run = reader?.text('run');
    const item = reader?.number('item', itemRange);
    const exercise = reader?.text('exercise');
    const side = reader?.choice('side', sidesOrBoth);
    const set = reader?.number('set', setRange);
    const seconds = reader?.number('seconds', secondsRange);
    const reps = reader?.number('reps', repsRange, 'optional');
    const pain = reader?.number('pain', painRange, 'optional');
    const felt = reader?.text('felt', 'optional');
    const repsInReserve = reader?.number('repsInReserve', reserveRange, 'optional');
    const form = reader?.choice('form', setForms, 'optional');
    if (
      run === undefined ||
      item === undefined ||
      exercise === undefined ||
      side === undefined ||
      set === undefined ||
      seconds === undefined
    )
      return undefined;
    // Field by field: there are more sets than all else together, and this takes a third of the time of spreading.
    const logged: { -readonly [Key in keyof SetLogged]: SetLogged[Key] } = { run, item, exercise, side, set, seconds };
    if (reps !== undefined) logged.reps = reps;
    if (pain !== undefined) logged.pain = pain;
    if (felt !== undefined) logged.felt = felt;
    if (repsInReserve !== undefined) logged.repsInReserve = repsInReserve;
    if (form !== undefined) logged.form = form;
    return withUnknownFields(data, keys, logged);
  },
};
