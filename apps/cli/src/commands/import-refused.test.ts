import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { err } from '@psoas/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeIo } from '../adapters/node-io.ts';
import { runPsoas } from '../run.ts';
import { createFakeWorld, memoryDiary, readPerson } from '../testing/fake-io.ts';

const entry = { id: 'a', kind: 'note', version: 1, atMillis: 1000, day: '2026-03-02', data: { text: 'x' } };
const copy = JSON.stringify({ format: 'psoas-diary', version: 1, events: [entry] });
/** Made up, in the form of free-exercise-db. */
const exerciseList = JSON.stringify([
  { id: 'Made_Up_Lunge', name: 'Made-up lunge', force: 'pull', level: 'beginner', mechanic: 'compound', equipment: null, primaryMuscles: ['quadriceps'], secondaryMuscles: ['glutes'], instructions: ['Step forward.'], category: 'stretching', images: ['Made_Up_Lunge/0.jpg'] },
]);

/** A file by its name, where the refusal says that it is wrong, and what it says to do. */
const refused: readonly (readonly [name: string, content: string | Uint8Array, place: string, remedy: string])[] = [
  ['empty.json', '', 'The file is empty.', 'Choose the copy that psoas saved.'],
  ['blank.json', ' \n\n', 'The file is empty.', 'Choose the copy that psoas saved.'],
  ['cut.json', copy.slice(0, -20), 'in the middle of line 1', 'Save or download it again.'],
  ['comma.json', '{\n"format": "psoas-diary",\n}', 'line 3, column 1', 'Take another copy, or mend that line.'],
  ['newer.json', '{"format":"psoas-diary","version":9,"events":[]}', 'version 9 of the file', 'Update psoas'],
  ['events.json', '{"format":"psoas-diary","version":1,"events":{}}', 'The field “events”', 'Take another copy.'],
  ['other.json', '{"workouts":[]}', 'the field “format”', 'Choose a copy that psoas saved.'],
  ['exercises.json', exerciseList, 'as free-exercise-db writes them', 'Choose a copy that psoas saved.'],
  ['diary.jsonl', `${JSON.stringify(entry)}\n${JSON.stringify({ ...entry, id: 'b' })}\n`, 'as the command line keeps it', 'psoas export json --diary FILE'],
  ['sets.csv', 'day,logged_at_utc,session\r\n2026-03-02,2026-03-02T10:00:00Z,day-1-home\r\n', 'a table for a spreadsheet', 'its name ends in .json'],
  ['picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'it does not begin as one', 'its name ends in .json'],
  ['copy.json.gz', Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'it does not begin as one', 'its name ends in .json'],
  ['wide.json', Buffer.from(`\uFEFF${copy}`, 'utf16le'), 'it does not begin as one', 'its name ends in .json'],
  ['answers.yaml', 'about:\n  ageYears: 41\n', 'it does not begin as one', 'its name ends in .json'],
  ['plan.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'it does not begin as one', 'its name ends in .json'],
  ['patient.json', '{"resourceType":"Patient"}', 'a FHIR Patient', 'psoas reads a CarePlan'],
  ['bundle.json', '{"resourceType":"Bundle","type":"collection","entry":[]}', 'holds no CarePlan', 'Choose one that does.'],
  ['plan.json', '{"resourceType":"CarePlan","status":7}', 'CarePlan.status', 'export it again'],
  ['page.html', '<!doctype html><html><body>Sign in</body></html>', 'no FIT, TCX or GPX file', 'Choose the file of the activity'],
  ['cut.tcx', '<TrainingCenterDatabase>\n<Activities>', 'Line 2: “Activities” begins there', 'save it again'],
  ['mixed.tcx', '<TrainingCenterDatabase>\n</Activities>', 'Line 2: “Activities” ends', 'save it again'],
  ['course.gpx', '<gpx><trk><type>run</type><trkseg>\n<trkpt lat="47" lon="8"></trkpt></trkseg></trk></gpx>', 'the activity has no time', 'choose the file of the run or ride itself'],
  ['route.gpx', '<gpx></gpx>', 'There is no activity in this GPX file', 'choose the file of the run or ride itself'],
  ['entity.gpx', '<!DOCTYPE gpx [<!ENTITY a "b">]>\n<gpx>&a;</gpx>', 'Line 1', 'Save the activity again as TCX or GPX'],
  ['walk.tcx', '<TrainingCenterDatabase><Activities><Activity Sport="Other"><Id>2026-03-01T08:00:00Z</Id><Lap><TotalTimeSeconds>60</TotalTimeSeconds></Lap></Activity></Activities></TrainingCenterDatabase>', 'but: Other', '--as run or --as ride'],
  ['head.fit', Uint8Array.from([14, 32, 0, 0, 9, 0, 0, 0, 46, 70, 73, 84]), 'it was cut off', 'Copy it again from the watch.'],
];

describe('psoas import refuses a file by its place, and says what to do', () => {
  let folder = '';
  let workout = new Uint8Array();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'psoas-refused-'));
    await mkdir(join(folder, 'folder'));
    for (const [name, content] of refused) await writeFile(join(folder, name), content);
    const world = createFakeWorld({ files: { 'a.yaml': await readPerson('desk-worker') } });
    await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
    workout = Uint8Array.from((await world.run('export', 'fit')).bytes[0] ?? []);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function importOf(name: string, { readBytes } = createNodeIo()) {
    const diary = memoryDiary([entry]);
    const world = createFakeWorld({ diary });
    const path = join(folder, name);
    const out: string[] = [];
    const exitCode = await runPsoas(['import', path], { ...world.io, readBytes, out: (text) => void out.push(text) });
    expect([out, diary.entries]).toEqual([[], [entry]]);
    return { exitCode, path, said: world.errors() };
  }

  it.each(refused)('[DF-04] [FT-14] [FH-10] %s', async (name, _, place, remedy) => {
    const { exitCode, path, said } = await importOf(name);
    expect(exitCode).toBe(2);
    expect(said).toContain(`${path}: `);
    expect(said).toContain(place);
    expect(said).toContain(remedy);
    expect(said).toMatch(/Nothing was (brought in|taken)\.\n$/);
  });

  it('[FT-14] a file of a watch that was cut off, changed on the way, or is a workout and no activity', async () => {
    const changed = workout.with(workout.length - 10, 255);
    for (const [name, bytes, place] of [
      ['cut.fit', workout.subarray(0, -30), 'it was cut off'],
      ['changed.fit', changed, 'The checksum at byte'],
      ['workout.fit', workout, 'There is no activity in this FIT file'],
    ] as const) {
      await writeFile(join(folder, name), bytes);
      const { exitCode, said } = await importOf(name);
      expect([exitCode, said]).toEqual([2, expect.stringContaining(place)]);
      expect(said).toMatch(/Copy it again from the watch|choose the file of the run or ride itself/);
    }
  });

  it('[L-01] a folder, a missing file, and one that may not be read', async () => {
    const check = 'Check its name, and that you may read it.';
    expect(await importOf('folder')).toMatchObject({ exitCode: 2, said: expect.stringContaining(`folder could not be read: it is a folder. ${check}`) });
    expect(await importOf('missing')).toMatchObject({ exitCode: 2, said: expect.stringContaining(`missing could not be read: there is no such file. ${check}`) });
    const closed = { ...createNodeIo(), readBytes: async () => err('EACCES') };
    expect(await importOf('empty.json', closed)).toMatchObject({ exitCode: 2, said: expect.stringContaining(`this user is not allowed to. ${check}`) });
  });
});
