import { describe, expect, it } from 'vitest';
import { createFakeWorld, readPerson, type Script } from '../testing/fake-io.ts';

async function afterCheck(person: string) {
  const world = createFakeWorld({ files: { 'a.yaml': await readPerson(person) } });
  await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
  return world;
}

describe('psoas today', () => {
  it('asks for a check first', async () => {
    const world = createFakeWorld();
    expect((await world.run('today')).exitCode).toBe(2);
    expect(world.errors()).toContain('Run psoas check');
  });

  it('shows the session of the day, what is next, and a rest day as a rest day', async () => {
    const world = await afterCheck('desk-worker');
    const { out } = await world.run('today');
    expect(out).toContain('[ ] At home, 12 min, to do');
    expect(out).toContain('Start: psoas session day-1-home');
    expect(out).toMatch(/^Today, Monday 2 March\n[^]*Next: tomorrow, \d+ min/);
    for (let day = 0; day < 3; day += 1) world.nextDay();
    expect((await world.run('today')).out).toContain('Nothing is planned today.');
  });

  it('[S-01] keeps showing an emergency first, with what to do', async () => {
    const world = await afterCheck('numb-saddle');
    world.nextDay();
    const { out, exitCode } = await world.run('today');
    expect([exitCode, out.split('\n')[1]]).toEqual([0, '[A] Get help now']);
    expect(out).toContain('112');
    expect(out).not.toContain('Start: psoas session');
  });

  it('[D-06] says when the check comes again', async () => {
    const world = await afterCheck('desk-worker');
    for (let day = 0; day < 27; day += 1) world.nextDay();
    expect((await world.run('today')).out).not.toContain('time for a new check');
    world.nextDay();
    expect((await world.run('today')).out).toContain('time for a new check');
  });

  it('[D-10] [D-12] leaves equipment out on a journey and shortens a day, and takes both back', async () => {
    const world = await afterCheck('desk-worker');
    const whole = (await world.run('today')).out;
    const away = (await world.run('today', '--travelling', 'on')).out;
    expect(away).toContain('nothing here needs equipment');
    expect(away).not.toContain('Seated');
    expect((await world.run('today')).out).toBe(away);
    expect((await world.run('today', '--two-minutes', 'on')).out).toContain('At home, 2 min, to do');
    await world.run('today', '--travelling', 'off', '--two-minutes', 'off');
    expect((await world.run('today')).out).toBe(whole);
    expect((await world.run('today', '--two-minutes', 'maybe')).exitCode).toBe(2);
    expect(world.errors()).toContain('--two-minutes takes one of: on, off.');
  });

  it('[D-06] puts a due check off for a week, and not before it is due', async () => {
    const world = await afterCheck('desk-worker');
    expect((await world.run('today', '--put-off-retest')).exitCode).toBe(2);
    for (let day = 0; day < 28; day += 1) world.nextDay();
    expect((await world.run('today', '--put-off-retest')).out).toContain('put off until Monday 6 April');
    for (let day = 0; day < 7; day += 1) world.nextDay();
    expect((await world.run('today')).out).toContain('time for a new check');
  });

  it('[D-11] notes an illness, and there is no session', async () => {
    const world = await afterCheck('desk-worker');
    const { out } = await world.run('today', '--ill');
    expect(out).toContain('No session today.');
    expect(out).toContain('RF42');
  });

  it('[D-11] an illness brings no pain back that a check has settled since', async () => {
    const event = { id: 'hurt', kind: 'safety-answered', version: 1, atMillis: 1, day: '2026-02-02', data: { newSigns: [], painNow: 7 } };
    const world = createFakeWorld({ files: { 'a.yaml': await readPerson('desk-worker'), 'c.json': JSON.stringify({ format: 'psoas-diary', version: 1, events: [event] }) } });
    await world.run('import', 'c.json');
    await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
    expect(JSON.parse((await world.run('today', '--ill', '--json')).out)).toMatchObject({ kind: 'not-today', because: ['RF42'] });
  });
});

/** Answers for two calm sessions, walked through at a terminal. */
const calm = [
  [/Where did you feel it most/, 'deep-front-hip'],
  [/Pain now/, '1'],
  [/How many more/, '3'],
  [/tidy/, 'kept'],
] as const;

async function trained(script: Script, days: number) {
  const world = createFakeWorld({
    screen: { isInteractive: true, columns: 200 },
    script: [[/compared with before/, 'same'], [/muscles sore/, 'none'], ...script],
    files: { 'a.yaml': await readPerson('desk-worker') },
  });
  await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
  for (let day = 0; day < days; day += 1) {
    await world.run('session');
    world.nextDay();
  }
  return world;
}

describe('psoas today after some sessions', () => {
  it('[D-03] says before the session what grew and why', async () => {
    const world = await trained(calm, 2);
    expect((await world.run('today')).out).toContain('There is no answer for the day after.');
    expect((await world.run('session')).out).toMatch(
      /What is different today\n - .*Two calm sessions in a row/,
    );
  });

  it('[D-04] says what pain changed, with its number, as text and as data', async () => {
    const world = await trained([[/Pain now/, '4'], ...calm], 1);
    const { out } = await world.run('today');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'Kneeling hip flexor lunge. Pain of 4: a quarter less until it is calm, so 45 seconds become 34. (D-04)',
    );
    expect(out).toContain('What is not harder yet');
    expect(JSON.parse((await world.run('today', '--json')).out)).toMatchObject({
      changes: [{ exercise: 'kneeling-hip-flexor-lunge', key: 'trim', rule: 'D-04', values: { pain: 4 } }],
      holds: [{ key: 'pain' }],
    });
  });
});
