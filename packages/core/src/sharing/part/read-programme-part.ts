import { sides, sidesOrBoth } from '@psoas/kernel';
import type { SessionKind } from '../../programme/programme.ts';
import { completeFields, presentFields } from '../reading/fields.ts';
import { readPerSide } from '../reading/read-per-side.ts';
import type { StrictReader } from '../reading/strict-reader.ts';
import type { ProgrammePart, SharedExercise, SharedItem, SharedProgramme, SharedSession } from './shared-part.ts';

const sessionKinds: readonly SessionKind[] = ['home', 'light', 'before-run', 'after-run', 'after-ride', 'gym', 'maintenance'];
// Seven days with at most three sessions of at most five exercises; the catalogue has a few dozen exercises.
const mostSessions = 30;
const mostItems = 12;
const mostExercises = 200;
const mostRules = 30;
const seconds = { min: 0, max: 86_400, unit: 'seconds' };
const whole = { min: 1, max: 1000, whole: true };

/** [SH-04] Reads the week. */
export function readProgrammePart(reader: StrictReader): ProgrammePart | undefined {
  const day = reader.day('day');
  if (!reader.has('programme')) return day && { part: 'programme', day, programme: null };
  const inner = reader.inner('programme');
  const fields = completeFields({ day, programme: inner && readProgramme(inner) });
  return fields && { part: 'programme', ...fields };
}

function readProgramme(reader: StrictReader): SharedProgramme | undefined {
  const breaks = reader.inner('breaks', 'optional');
  const fields = completeFields({
    sessions: reader.list('sessions', mostSessions, readSession),
    exercises: reader.list('exercises', mostExercises, readExercise),
    weeklyStretchSeconds: readPerSide(reader, 'weeklyStretchSeconds', (inner, side) => inner.number(side, seconds)),
    belowDose: reader.flag('belowDose'),
    breaks: breaks === undefined ? null : readBreaks(breaks),
    locked: reader.list('locked', mostExercises, (one) => completeFields({ exercise: one.name('exercise'), gates: one.names('gates', mostRules) })),
    leftOut: reader.list('leftOut', mostExercises, (one) => completeFields({ exercise: one.name('exercise'), by: one.names('by', mostRules) })),
  });
  return fields && { ...fields, ...presentFields({ startedOn: reader.day('startedOn', 'optional') }) };
}

function readSession(reader: StrictReader): SharedSession | undefined {
  return completeFields({
    id: reader.name('id'),
    kind: reader.choice('kind', sessionKinds),
    day: reader.number('day', { min: 1, max: 7, whole: true }),
    minutes: reader.number('minutes', { min: 0, max: 1440, whole: true }),
    items: reader.list('items', mostItems, readItem),
  });
}

function readItem(reader: StrictReader): SharedItem | undefined {
  const fields = completeFields({ exercise: reader.name('exercise'), side: reader.choice('side', sidesOrBoth), sets: reader.number('sets', whole) });
  const amounts = presentFields({
    reps: reader.number('reps', whole, 'optional'),
    holdSeconds: reader.number('holdSeconds', seconds, 'optional'),
    variant: reader.name('variant', 'optional'),
    loadKilograms: reader.number('loadKilograms', { min: 0, max: 1000 }, 'optional'),
  });
  return fields && { ...fields, ...amounts };
}

function readExercise(reader: StrictReader): SharedExercise | undefined {
  return completeFields({ exercise: reader.name('exercise'), sides: reader.choices('sides', sides), alternatives: reader.names('alternatives', mostExercises) });
}

function readBreaks(reader: StrictReader): NonNullable<SharedProgramme['breaks']> | undefined {
  return completeFields({
    exercise: reader.name('exercise'),
    holdSeconds: reader.number('holdSeconds', seconds),
    timesPerWeek: reader.number('timesPerWeek', whole),
  });
}
