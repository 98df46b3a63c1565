import { describe, expect, it } from 'vitest';
import { createFakeWorld, readPerson } from '../testing/fake-io.ts';

async function worldOf(person = 'desk-worker') {
  const world = createFakeWorld({ files: { 'a.yaml': await readPerson(person) } });
  await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
  return world;
}

describe('psoas export ics', () => {
  it('[IC-01] prints the plan as a calendar, at the time that is asked for', async () => {
    const world = await worldOf();
    const { out, exitCode } = await world.run('export', 'ics');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
    expect(out).toContain('DTSTART:20260302T180000\r\n');
    expect((await world.run('export', 'ics', '--at', '07:30')).out).toContain('DTSTART:20260302T073000\r\n');
  });

  it('[IC-08] [S-03] says why there is none, what stops it first, with 2', async () => {
    const waits = await worldOf('numb-saddle');
    expect(await waits.run('export', 'ics')).toMatchObject({ exitCode: 2, out: '' });
    expect(waits.errors()).toMatch(/^\[A\] Get help now[^]*There is no programme now/m);
    const world = await worldOf();
    for (const words of [['ics', 'more'], ['ics', '--at', '7:30'], ['ics', '--at', '25:00']]) expect([words, (await world.run('export', ...words)).exitCode]).toEqual([words, 2]);
    expect((await createFakeWorld().run('export', 'ics')).exitCode).toBe(2);
  });
});

describe('psoas export fit', () => {
  const isFit = (bytes: Uint8Array | undefined): boolean => new TextDecoder().decode(bytes?.subarray(8, 12)) === '.FIT';

  it('[FT-01] prints the next session, or the one that is named', async () => {
    const world = await worldOf();
    const next = await world.run('export', 'fit');
    expect([next.exitCode, next.out, isFit(next.bytes[0])]).toEqual([0, '', true]);
    const named = await world.run('export', 'fit', 'day-1-home');
    expect(named.bytes[0]).toEqual(next.bytes[0]);
    expect((await world.run('export', 'fit', 'day-2-light')).bytes[0]).not.toEqual(next.bytes[0]);
  });

  it('[FT-06] prints the last session that was done', async () => {
    const world = await worldOf();
    expect((await world.run('export', 'fit', 'done')).exitCode).toBe(2);
    expect(world.errors()).toContain('No session was done yet.');
    const at = { atMillis: 1_772_409_600_000, day: '2026-03-02', version: 1 };
    const item = { exercise: 'dead-bug', class: 'strengthen', side: 'both', sets: 1, reps: 8, tempo: { upSeconds: 2, pauseSeconds: 1, downSeconds: 2 }, restSeconds: 0, because: ['P-02'] };
    await world.diary.append([
      { id: 's', kind: 'session-started', data: { run: 'r', session: 'day-1-home', items: [item], options: { firstSide: 'left', order: 'alternate' } }, ...at },
      { id: 't', kind: 'set-logged', data: { run: 'r', item: 0, exercise: 'dead-bug', side: 'both', set: 1, seconds: 80, reps: 8 }, ...at },
      { id: 'f', kind: 'session-finished', data: { run: 'r', outcome: 'completed' }, ...at },
    ]);
    const done = await world.run('export', 'fit', 'done');
    expect([done.exitCode, isFit(done.bytes[0])]).toEqual([0, true]);
  });

  it('[FT-01] a terminal is no place for it, and an unknown session is named with those there are', async () => {
    const world = await worldOf();
    expect((await world.run('export', 'fit', 'day-9-home')).exitCode).toBe(2);
    expect(world.errors()).toContain('There is no session "day-9-home" in this programme. It has: day-1-home');
    expect((await world.run('export', 'fit', 'day-1-home', 'more')).exitCode).toBe(2);
    const atTerminal = createFakeWorld({ screen: { isInteractive: true } });
    expect(await atTerminal.run('export', 'fit')).toMatchObject({ exitCode: 2, bytes: [] });
  });
});
