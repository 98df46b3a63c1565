import { createFieldReader, sides, type Problem, type UnknownRecord } from '@psoas/kernel';
import { measuredTests, measuringMethods, type Measurement } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

const keys = [
  'test',
  'side',
  'method',
  'measuredBy',
  'trials',
  'value',
  'pelvisHeld',
  'kneeFlexionDegrees',
  'pain',
];

/** Bounds that any of the three tests keeps: degrees, repetitions or seconds. */
const smallestValue = -90;
const largestValue = 3600;

/** One side measured, with all its trials. */
export const measurement: EventDefinition<Measurement> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const test = reader?.choice('test', measuredTests);
    const side = reader?.choice('side', sides);
    const method = reader?.choice('method', measuringMethods);
    const measuredBy = reader?.text('measuredBy');
    const value = reader?.number('value', { min: smallestValue, max: largestValue });
    const trials = readTrials(data, problems);
    const pelvisHeld = reader?.flag('pelvisHeld', 'optional');
    const kneeFlexionDegrees = reader?.number('kneeFlexionDegrees', { min: 0, max: 180, unit: 'degrees' }, 'optional');
    const pain = reader?.number('pain', { min: 0, max: 10 }, 'optional');
    if (
      test === undefined ||
      side === undefined ||
      method === undefined ||
      measuredBy === undefined ||
      value === undefined ||
      trials === undefined
    )
      return undefined;
    return withUnknownFields(data, keys, {
      test,
      side,
      method,
      measuredBy,
      trials,
      value,
      ...(pelvisHeld !== undefined && { pelvisHeld }),
      ...(kneeFlexionDegrees !== undefined && { kneeFlexionDegrees }),
      ...(pain !== undefined && { pain }),
    });
  },
};

function readTrials(data: UnknownRecord, problems: Problem[]): readonly number[] | undefined {
  const found = data['trials'];
  if (!Array.isArray(found) || found.length === 0) {
    problems.push({ field: 'data.trials', kind: found === undefined ? 'missing' : 'not-allowed', allowed: 'a list of at least one number' });
    return undefined;
  }
  const reader = createFieldReader(Object.fromEntries(found.map((trial: unknown, index) => [`${index}`, trial])), 'data.trials', problems);
  const trials = found.map((_, index) => reader?.number(`${index}`, { min: smallestValue, max: largestValue }));
  return trials.every((trial) => trial !== undefined) ? trials : undefined;
}
