import {
  createFieldReader,
  isRecord,
  sides,
  sidesOrBoth,
  type FieldReader,
  type Problem,
  type UnknownRecord,
} from '@psoas/kernel';
import type { ExerciseClass, Tempo } from '../../catalogue/index.ts';
import type { PlanItem } from '../../programme/programme.ts';
import type { TimelineOptions } from '../../session/step.ts';
import type { SessionStarted } from '../event.ts';
import { readRecords, withUnknownFields, type EventDefinition } from '../event-definition.ts';

const exerciseClasses: readonly ExerciseClass[] = ['stretch', 'strengthen', 'mobilise', 'release'];
const orders = ['alternate', 'one-side-first'] as const;
const itemKeys = ['exercise', 'class', 'side', 'sets', 'restSeconds', 'because', 'reps', 'tempo', 'holdSeconds', 'variant'];
const seconds = { min: 0, max: 3600, unit: 'seconds' };
const whole = { min: 1, max: 1000, whole: true };

/** A session began. Its items stand inside, so that it can go on though the plan has changed since. */
export const sessionStarted: EventDefinition<SessionStarted> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const run = reader?.text('run');
    const session = reader?.text('session');
    const items = readRecords(data['items'], 'data.items', problems, (record, path) =>
      readItem(record, path, problems),
    );
    const options = readOptions(reader?.inner('options'));
    if (run === undefined || session === undefined || items === undefined || options === undefined)
      return undefined;
    return withUnknownFields(data, ['run', 'session', 'items', 'options'], { run, session, items, options });
  },
};

function readOptions(reader: FieldReader | undefined): TimelineOptions | undefined {
  const firstSide = reader?.choice('firstSide', sides);
  const order = reader?.choice('order', orders);
  return firstSide === undefined || order === undefined ? undefined : { firstSide, order };
}

function readItem(record: UnknownRecord, path: string, problems: Problem[]): PlanItem | undefined {
  const reader = createFieldReader(record, path, problems);
  const exercise = reader?.text('exercise');
  const exerciseClass = reader?.choice('class', exerciseClasses);
  const side = reader?.choice('side', sidesOrBoth);
  const sets = reader?.number('sets', whole);
  const restSeconds = reader?.number('restSeconds', seconds);
  const reps = reader?.number('reps', whole, 'optional');
  const tempo = readTempo(reader?.inner('tempo', 'optional'));
  const holdSeconds = reader?.number('holdSeconds', seconds, 'optional');
  const variant = reader?.text('variant', 'optional');
  const because = readTexts(record['because'], `${path}.because`, problems);
  if (
    exercise === undefined ||
    exerciseClass === undefined ||
    side === undefined ||
    sets === undefined ||
    restSeconds === undefined
  )
    return undefined;
  const item: { -readonly [Key in keyof PlanItem]: PlanItem[Key] } = { exercise, class: exerciseClass, side, sets, restSeconds, because };
  if (reps !== undefined) item.reps = reps;
  if (tempo !== undefined) item.tempo = tempo;
  if (holdSeconds !== undefined) item.holdSeconds = holdSeconds;
  if (variant !== undefined) item.variant = variant;
  return withUnknownFields(record, itemKeys, item);
}

function readTempo(reader: FieldReader | undefined): Tempo | undefined {
  const upSeconds = reader?.number('upSeconds', seconds);
  const pauseSeconds = reader?.number('pauseSeconds', seconds);
  const downSeconds = reader?.number('downSeconds', seconds);
  return upSeconds === undefined || pauseSeconds === undefined || downSeconds === undefined
    ? undefined
    : { upSeconds, pauseSeconds, downSeconds };
}

function readTexts(found: unknown, path: string, problems: Problem[]): readonly string[] {
  if (Array.isArray(found) && found.every((entry) => typeof entry === 'string')) return found;
  problems.push({
    field: path,
    kind: found === undefined ? 'missing' : 'not-allowed',
    allowed: 'a list of texts',
    ...(isRecord(found) && { found: 'a group of fields' }),
  });
  return [];
}
