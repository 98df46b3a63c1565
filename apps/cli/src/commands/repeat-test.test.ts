import { describe, expect, it } from 'vitest';
import { createFakeWorld, readPerson } from '../testing/fake-io.ts';

// Tight and weak on both sides; at the second check the left side says something else.
async function afterSecondCheck() {
  const first = await readPerson('desk-worker');
  const second = first.replace('left: { felt: deep-front-hip, when: early }', 'left: { felt: deep-front-hip, when: end-range }');
  const world = createFakeWorld({ files: { 'a.yaml': first, 'b.yaml': second } });
  await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
  for (let day = 0; day < 28; day += 1) world.nextDay();
  await world.run('check', '--answers', 'b.yaml', '--diary', 'd');
  return world;
}

const again = ['repeat-test', '--side', 'left', '--felt', 'deep-front-hip'] as const;

describe('psoas repeat-test', () => {
  it('[D-06] is asked for on the day after, and the plan follows what both tests say', async () => {
    const world = await afterSecondCheck();
    expect((await world.run('today')).out).not.toContain('Try the kneeling test again');
    world.nextDay();
    expect((await world.run('today')).out).toContain('Try the kneeling test again (left');
    const { out, exitCode } = await world.run(...again, '--when', 'end-range');
    expect([exitCode, out.replaceAll('\n', ' ')]).toEqual([0, expect.stringContaining('Left: from “tight and weak” to “weak”. The plan follows it.')]);
    expect((await world.run('today')).out).not.toContain('Try the kneeling test again');
  });

  it('[D-06] a second test that says otherwise changes nothing; one that hurts counts as pain', async () => {
    const world = await afterSecondCheck();
    world.nextDay();
    expect((await world.run(...again, '--when', 'early')).out).toContain('did not say the same');
    const other = await afterSecondCheck();
    other.nextDay();
    expect((await other.run('repeat-test', '--side', 'left', '--felt', 'pain')).out).toContain('Pain always counts.');
    expect((await other.run('plan')).out).toContain('F-06');
  });

  it('says what is missing, and that there is nothing to repeat', async () => {
    const world = await afterSecondCheck();
    const missing = await world.run('repeat-test', '--side', 'left');
    expect([missing.exitCode, world.errors()]).toEqual([2, expect.stringContaining('--felt')]);
    expect((await world.run(...again)).exitCode).toBe(2);
    expect((await world.run(...again, '--when', 'early')).exitCode).toBe(2);
    expect(world.errors()).toContain('Nothing has to be done again now.');
  });
});
