import { describe, expect, it } from 'vitest';
import { createEvent } from '@psoas/core/diary';
import { createFakeWorld, memoryDiary, readPerson } from '../testing/fake-io.ts';
import { parseLocalDate } from '@psoas/kernel';

const parsedDay = parseLocalDate('2026-03-01');
if (!parsedDay.ok) throw new Error('no day');
const day = parsedDay.value;
const older = createEvent('note', { text: 'older' }, { id: 'older', atMillis: 1000, day });
const later = { id: 'later', kind: 'not-yet-invented', version: 1, atMillis: 2000, day, data: {} };
const copy = JSON.stringify({ format: 'psoas-diary', version: 1, events: [older, later, 'half a line'] });

async function worldWithCheck() {
  const world = createFakeWorld({ files: { 'a.yaml': await readPerson('desk-worker'), 'copy.json': copy, 'bad.json': '{"format":\n"psoas-diary",,' } });
  await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
  return world;
}

describe('psoas export', () => {
  it('[DF-01] prints the diary as one file that another one takes in without a loss', async () => {
    const world = await worldWithCheck();
    const { out, exitCode } = await world.run('export', 'json');
    expect(exitCode).toBe(0);
    const other = createFakeWorld({ files: { 'copy.json': out }, diary: memoryDiary() });
    expect((await other.run('import', 'copy.json')).exitCode).toBe(0);
    expect((await other.run('export', 'json')).out).toBe(out);
    expect(out).toContain('check-completed');
  });

  it('[DF-09] prints tables, sets when none is named', async () => {
    const world = await worldWithCheck();
    expect((await world.run('export', 'csv')).out).toMatch(/^day,logged_at_utc,session/);
    expect((await world.run('export', 'csv', 'pain')).out).toContain(',check,,,');
    expect((await world.run('export', 'csv', 'measurements')).out).toMatch(/^day,measured_at_utc,test/);
  });

  it('[FH-03] [FH-04] prints the diary as FHIR, and says what it leaves out', async () => {
    const world = await worldWithCheck();
    const { out, exitCode } = await world.run('export', 'fhir');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
    expect(out).toContain('"resourceType":"CarePlan","id":"plan-');
    expect(world.errors()).not.toContain('Left out');
    await world.run('import', 'copy.json');
    expect((await world.run('export', 'fhir', '--snomed')).exitCode).toBe(0);
    expect(world.errors()).toContain('Left out of it, because this version cannot read them: 2 entries.');
    expect((await world.run('export', 'json', '--snomed')).exitCode).toBe(2);
    expect((await world.run('export', '--help')).out).toContain('--snomed');
  });

  it('[L-01] refuses other forms and an empty diary with 2', async () => {
    const world = await worldWithCheck();
    for (const words of [['xml'], ['fhir', 'sets'], ['csv', 'notes'], ['json', 'sets'], ['csv', 'sets', 'more'], []])
      expect([words, (await world.run('export', ...words)).exitCode]).toEqual([words, 2]);
    expect(world.errors()).toContain('takes json, fhir, csv with one of: sets, pain, measurements, ics, or fit with a session. It was "csv notes".');
    const empty = createFakeWorld();
    expect(await empty.run('export', 'json')).toMatchObject({ exitCode: 2, out: '' });
  });
});

describe('psoas import', () => {
  it('[DF-11] brings a copy in by time, says what, and takes it back', async () => {
    const world = await worldWithCheck();
    const before = (await world.run('export', 'json')).out;
    const dry = await world.run('import', 'copy.json', '--dry-run');
    expect(dry.out).toBe(
      [
        'Entries that are new: 3.',
        'Among the new ones, not read by this version and kept as they are: 2 (entry 2, 3 of the file).',
        'Nothing was written.',
        '',
      ].join('\n'),
    );
    expect((await world.run('export', 'json')).out).toBe(before);
    expect((await world.run('import', 'copy.json')).out).toContain('psoas import --undo');
    expect(JSON.parse((await world.run('export', 'json')).out).events.slice(0, 2)).toEqual([older, later]);
    expect(JSON.parse((await world.run('import', 'copy.json', '--json')).out)).toEqual({ path: 'diary.jsonl', isWritten: true, added: 0, alreadyHere: 3, unread: [], conflicts: [] });
    expect((await world.run('import', '--undo')).out).toContain('Entries that went: 3.');
    expect((await world.run('export', 'json')).out).toBe(before);
    expect((await world.run('import', '--undo')).exitCode).toBe(2);
  });

  it('[DF-11] takes nothing back once something was written', async () => {
    const world = await worldWithCheck();
    await world.run('import', 'copy.json');
    await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
    expect((await world.run('import', '--undo')).exitCode).toBe(2);
    expect(world.errors()).toContain('no import that can be taken back');
  });

  it('[DF-04] refuses a damaged file with its place, and writes nothing', async () => {
    const world = await worldWithCheck();
    const before = (await world.run('export', 'json')).out;
    expect((await world.run('import', 'bad.json')).exitCode).toBe(2);
    expect(world.errors()).toContain('bad.json: The file is damaged at line 2, column 15.');
    expect((await world.run('import', 'missing.json')).exitCode).toBe(2);
    for (const words of [[], ['copy.json', '--undo'], ['--undo', '--dry-run'], ['a', 'b']]) expect((await world.run('import', ...words)).exitCode).toBe(2);
    expect((await world.run('export', 'json')).out).toBe(before);
  });
});
