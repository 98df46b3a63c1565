import { describe, expect, it } from 'vitest';
import { createFakeWorld, readPerson } from '../testing/fake-io.ts';

/** A morning's twenty minutes, as a watch and as a phone write it. */
const tcxOf = (sport: string): string =>
  `<TrainingCenterDatabase><Activities><Activity Sport="${sport}"><Id>2026-03-02T00:00:10Z</Id><Lap><TotalTimeSeconds>1200</TotalTimeSeconds><DistanceMeters>3840</DistanceMeters></Lap></Activity></Activities></TrainingCenterDatabase>`;
const gpx =
  '<gpx><trk><type>run</type><trkseg><trkpt lat="47" lon="8.5"><time>2026-03-02T00:00:10Z</time></trkpt><trkpt lat="47.03" lon="8.5"><time>2026-03-02T00:20:10Z</time></trkpt></trkseg></trk></gpx>';

// The made-up world begins at midnight of 2 March: the run of that morning is over by noon.
async function worldAfterRun(files: { readonly [path: string]: string | Uint8Array } = {}, person = 'desk-worker') {
  const world = createFakeWorld({ files: { 'a.yaml': await readPerson(person), 'run.tcx': tcxOf('Running'), 'run.gpx': gpx, ...files } });
  await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
  return world;
}

describe('psoas import of an activity', () => {
  it('[FT-09] [FT-15] takes a run in and says which stretch fits now', async () => {
    const world = await worldAfterRun();
    const { out, exitCode } = await world.run('import', 'run.tcx');
    expect(exitCode).toBe(0);
    expect(out).toContain('Run on 2026-03-02, 20 min, 3.8 km.');
    expect(out).toContain('Entries that are new: 1.');
    expect(out).toMatch(/After the run, (a session with the stretch that fits is open: psoas session day-1-home|this stretch fits)/);
    expect((await world.run('today')).out).toContain('After the run,');
  });

  it('[FT-13] the same run again, in either format, changes nothing; and it can be taken back', async () => {
    const world = await worldAfterRun();
    await world.run('import', 'run.gpx');
    const again = JSON.parse((await world.run('import', 'run.gpx', '--json')).out);
    expect(again).toMatchObject({ added: 0, alreadyHere: 1, activities: [{ id: 'activity-run-1772409610', activity: 'run', seconds: 1200 }] });
    expect(JSON.parse((await world.run('import', 'run.tcx', '--json')).out)).toMatchObject({ added: 0 });
    expect((await world.run('import', '--undo')).out).toContain('Entries that went: 1.');
    expect((await world.run('today')).out).not.toContain('After the run');
  });

  it('[FT-15] says why nothing is offered', async () => {
    const world = await worldAfterRun({}, 'age-15');
    expect((await world.run('import', 'run.tcx')).out).toContain('No stretch after the run:');
  });

  it('[FT-14] refuses what is no run or ride with 2, and nothing is written', async () => {
    const world = await worldAfterRun({ 'walk.tcx': tcxOf('Other'), 'bad.gpx': '<gpx><trk>', 'copy.json': '{}', 'cut.fit': Uint8Array.from([14, 32, 0, 0, 9, 0, 0, 0, 46, 70, 73, 84]) });
    for (const file of ['walk.tcx', 'bad.gpx', 'cut.fit']) expect([file, (await world.run('import', file)).exitCode]).toEqual([file, 2]);
    expect(world.errors()).toContain('but: Other. If it was one, say which. In the terminal: --as run or --as ride. Nothing was brought in.');
    expect(world.errors()).toContain('“trk” begins there and never ends.');
    expect(world.errors()).toContain('it was cut off');
    expect((await world.run('import', 'copy.json', '--as', 'run')).exitCode).toBe(2);
    expect((await world.run('import', 'walk.tcx', '--as', 'swim')).exitCode).toBe(2);
    expect((await world.run('export', 'json')).out).not.toContain('activity-done');
    expect((await world.run('import', 'walk.tcx', '--as', 'ride')).out).toContain('Ride on 2026-03-02');
  });

  it('[FT-14] a look at it writes nothing', async () => {
    const world = await worldAfterRun();
    expect((await world.run('import', 'run.tcx', '--dry-run')).out).toContain('Nothing was written.');
    expect((await world.run('export', 'json')).out).not.toContain('activity-done');
  });
});
