import type { UnknownRecord } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { migrate, type EventDefinition } from './event-definition.ts';
import { eventDefinitions, eventKinds } from './event-definitions.ts';
import { readEvent } from './read-event.ts';
import { entry, samples } from './testing/sample-events.ts';

/** The versions of a kind that no sample exercises, and samples of versions that are not there. */
function unexercisedVersions(
  { version, migrations }: Pick<EventDefinition<unknown>, 'version' | 'migrations'>,
  given: readonly unknown[],
): readonly string[] {
  const versions = Array.from({ length: Math.max(version, given.length) }, (_, index) => index + 1);
  const gaps = versions
    .filter((each) => each > version || given[each - 1] === undefined)
    .map((each) => `version ${each}`);
  return migrations.length === version - 1
    ? gaps
    : [...gaps, `${migrations.length} migrations for version ${version}`];
}

describe('event definitions', () => {
  it.each(eventKinds)(
    '[E-05] every version of %s has a sample, and a migration from the one before',
    (kind) => {
      expect(unexercisedVersions(eventDefinitions[kind], samples[kind])).toEqual([]);
    },
  );

  it.each(eventKinds)('[E-05] every sample of %s is read at the newest version', (kind) => {
    samples[kind].forEach((data, index) => {
      const read = readEvent({ ...entry(kind, data, { id: 'e1' }), version: index + 1 });
      expect(read).toMatchObject({ ok: true, value: { kind, version: eventDefinitions[kind].version } });
    });
  });

  it('[E-05] a version without a sample, or without its migration, is found', () => {
    const step = (data: UnknownRecord): UnknownRecord => data;
    expect(unexercisedVersions({ version: 2, migrations: [step] }, [{}])).toEqual(['version 2']);
    expect(unexercisedVersions({ version: 2, migrations: [] }, [{}, {}])).toEqual([
      '0 migrations for version 2',
    ]);
    expect(unexercisedVersions({ version: 1, migrations: [] }, [{}, {}])).toEqual(['version 2']);
  });

  it('[E-05] migrations run from the version of the data to the newest, and keep unknown fields', () => {
    const definition: EventDefinition<UnknownRecord> = {
      version: 3,
      migrations: [
        ({ seconds, ...rest }) => ({ ...rest, holdSeconds: seconds }),
        (data) => ({ ...data, side: data['side'] ?? 'both' }),
      ],
      read: (data) => data,
    };
    expect(migrate(definition, 1, { seconds: 45, extra: 'x' })).toEqual({
      holdSeconds: 45,
      side: 'both',
      extra: 'x',
    });
    expect(migrate(definition, 2, { holdSeconds: 45, side: 'left' })).toEqual({
      holdSeconds: 45,
      side: 'left',
    });
    expect(migrate(definition, 3, { holdSeconds: 45 })).toEqual({ holdSeconds: 45 });
  });

  it.each(eventKinds)('[E-03] unknown fields of %s survive reading', (kind) => {
    const read = readEvent(entry(kind, { ...samples[kind][0], later: { deep: [1] } }, { id: 'e1' }));
    expect(read).toMatchObject({ ok: true, value: { data: { later: { deep: [1] } } } });
  });

  it.each(eventKinds)('[E-04] a newer version of %s is reported, not guessed at', (kind) => {
    const known = eventDefinitions[kind].version;
    const read = readEvent({ ...entry(kind, samples[kind][0], { id: 'e1' }), version: known + 1 });
    expect(read).toEqual({
      ok: false,
      error: { id: 'e1', problem: { type: 'newer-version', kind, version: known + 1, known } },
    });
  });

  it('[E-03] a damaged field is named, with what is allowed', () => {
    const read = readEvent(entry('set-logged', { ...samples['set-logged'][0], pain: 'a lot' }, { id: 'e1' }));
    expect(read).toEqual({
      ok: false,
      error: {
        id: 'e1',
        problem: {
          type: 'damaged',
          problems: [
            { field: 'data.pain', kind: 'not-allowed', allowed: 'a number from 0 to 10', found: '"a lot"' },
          ],
        },
      },
    });
  });
});
