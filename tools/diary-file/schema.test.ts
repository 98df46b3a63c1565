import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diaryFileChunks } from '@psoas/exchange/diary-file';
import { isRecord, parseLocalDate } from '@psoas/kernel';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventKinds, readEvent } from '@psoas/core/diary';
import { entry, sampleProposal, samples } from '../../packages/core/src/diary/testing/sample-events.ts';

const schema: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../packages/exchange/schema/psoas-diary.schema.json'), 'utf8'));
if (!isRecord(schema)) throw new Error('no schema');
// Required and properties of a group stand apart in `then`; the rest of strict mode stays.
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, formats: { date: (text: string) => parseLocalDate(text).ok } });
const isFile = ajv.compile(schema);
const isEvent = ajv.compile({ $ref: 'urn:psoas:schema:diary:1#/$defs/event' });

/** All samples, each as an entry of its version. */
const everySample = eventKinds.flatMap((kind) =>
  samples[kind].map((data, index) => ({ ...entry(kind, data, { id: `${kind}-${index}` }), version: index + 1 })),
);

/** The same with every field that may be absent, so that its range is tried too. */
const filled = [
  entry('set-logged', { ...samples['set-logged'][0], reps: 8, repsInReserve: 2, form: 'kept' }, { id: 'f1' }),
  entry('next-day-answer', { ...samples['next-day-answer'][0], soreness: 'one-side' }, { id: 'f2' }),
  entry('session-finished', { run: 'r', outcome: 'stopped', because: 'D-01' }, { id: 'f3' }),
  entry('break-taken', { ...samples['break-taken'][0], because: 'D-01' }, { id: 'f4' }),
  entry('measurement', { ...samples.measurement[0], kneeFlexionDegrees: 70, pain: 1 }, { id: 'f5' }),
  entry('correction', { of: 'x', data: {}, dataVersion: 1 }, { id: 'f6' }),
  entry('proposal-answered', { ...samples['proposal-answered'][0], proposal: { ...sampleProposal, data: { from: 'A', changes: [{ kind: 'amount', exercise: 'dead-bug', side: 'left', sets: 2, holdSeconds: 30 }] } } }, { id: 'f7' }),
];

/** An entry with one of its fields, however deep, replaced or taken away. */
function withOneChange(value: unknown, path: readonly number[], put: unknown): unknown {
  if (path.length === 0 || !(isRecord(value) || Array.isArray(value))) return put;
  const [at = 0, ...rest] = path;
  if (Array.isArray(value)) return value.length === 0 ? put : value.map((one: unknown, index) => (index === at % value.length ? withOneChange(one, rest, put) : one));
  const keys = Object.keys(value);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return put;
  const inner = withOneChange(value[key], rest, put);
  return Object.fromEntries(Object.entries(value).flatMap(([name, old]) => (name !== key ? [[name, old]] : inner === undefined ? [] : [[name, inner]])));
}

const anyValue = fc.oneof(
  fc.constantFrom(undefined, null, '', 'x', 'left', 'both', 'RF01', 'RF99', '2026-02-30', '2026-02-28', 0, -1, 0.5, 1, 11, 1e9, 1e300, true, [], {}, [1], ['RF02'], [''], 'measurement', 'note'),
  fc.jsonValue({ maxDepth: 2 }),
);
const changed = fc.tuple(fc.constantFrom(...everySample, ...filled), fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }), anyValue).map(([sample, path, put]) => withOneChange(sample, path, put));

describe('the schema of a diary file', () => {
  it('[DF-03] describes every version of every kind, and no other', () => {
    const described = Object.keys(isRecord(schema['$defs']) ? schema['$defs'] : {}).filter((name) => /-\d+$/.test(name));
    expect(described.toSorted()).toEqual(eventKinds.flatMap((kind) => samples[kind].map((_, index) => `${kind}-${index + 1}`)).toSorted());
  });

  it('[DF-03] accepts a file with a sample of each', () => {
    const file: unknown = JSON.parse([...diaryFileChunks({ entries: [...everySample, ...filled], exportedOn: '2026-03-02', settings: { app: {} } })].join(''));
    expect(isFile(file) ? [] : isFile.errors).toEqual([]);
  });

  it('[DF-03] what it accepts, the reader reads, unless a newer psoas wrote it', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(changed, (candidate) => {
        if (!isEvent(candidate)) {
          refused += 1;
          return;
        }
        accepted += 1;
        const read = readEvent(candidate);
        expect(read.ok || ['unknown-kind', 'newer-version'].includes(read.error.problem.type) ? [] : read.error).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(1000);
  }, 60_000);

  it('[DF-03] what the reader reads, it accepts, but for null in place of an absent field', () => {
    fc.assert(
      fc.property(changed, (candidate) => {
        if (!readEvent(candidate).ok || JSON.stringify(candidate).includes('null')) return;
        expect(isEvent(candidate) ? [] : isEvent.errors).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);
});
