import { err, ok, type Problem, type Result } from '@psoas/kernel';
import { createStrictReader, type StrictReader } from '../reading/strict-reader.ts';
import { readFindingsPart } from './read-findings-part.ts';
import { readMeasurementsPart } from './read-measurements-part.ts';
import { readProgrammePart } from './read-programme-part.ts';
import { readSessionsPart } from './read-sessions-part.ts';
import { readStandingPart } from './read-standing-part.ts';
import type { SharedPart, SharedPartKind } from './shared-part.ts';

const partKinds: readonly SharedPartKind[] = ['standing', 'programme', 'findings', 'sessions', 'measurements'];

/** [SH-04] Reads one part as it came from outside. Only known fields go on; what is too long or out of range is refused. */
export function readSharedPart(input: unknown): Result<SharedPart, readonly Problem[]> {
  const problems: Problem[] = [];
  const reader = createStrictReader(input, '', problems);
  const part = reader && readPart(reader);
  return part === undefined || problems.length > 0 ? err(problems) : ok(part);
}

/** [SH-04] The part behind a reader; undefined when something is wrong, which the reader's problems then say. */
export function readPart(reader: StrictReader): SharedPart | undefined {
  switch (reader.choice('part', partKinds)) {
    case 'standing':
      return readStandingPart(reader);
    case 'programme':
      return readProgrammePart(reader);
    case 'findings':
      return readFindingsPart(reader);
    case 'sessions':
      return readSessionsPart(reader);
    case 'measurements':
      return readMeasurementsPart(reader);
    case undefined:
      return undefined;
  }
}
