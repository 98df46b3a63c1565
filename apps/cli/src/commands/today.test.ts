import { describe, expect, it } from 'vitest';
import { createFakeWorld, readPerson } from '../testing/fake-io.ts';

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
});
