import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeWorld, readPerson } from '../testing/fake-io.ts';

const golden = (name: string): string => join(import.meta.dirname, '../../golden', name);

async function run(person: string, columns: number, ...words: readonly string[]): Promise<string> {
  const world = createFakeWorld({ files: { 'a.yaml': await readPerson(person) }, screen: { columns } });
  const { out, exitCode } = await world.run(...words, '--answers', 'a.yaml');
  expect([exitCode, world.errors()]).toEqual([0, '']);
  return out;
}

describe('psoas plan', () => {
  it.each([
    'desk-worker',
    'runner',
    'hypermobile-dancer',
    'hip-replacement-after',
    'two-minutes',
    'no-floor-no-kneeling',
    'pregnant',
  ])('shows the week of %s', async (person) => {
    await expect(await run(person, 80, 'plan')).toMatchFileSnapshot(golden(`plan-${person}.txt`));
  });

  it.each([80, 60, 40])('[L-06] keeps the grid of the week inside %i columns', async (columns) => {
    for (const person of ['desk-worker', 'runner', 'hip-replacement-after']) {
      const tooLong = (await run(person, columns, 'plan'))
        .split('\n')
        .filter((line) => line.length > columns);
      expect(tooLong).toEqual([]);
    }
  });
});

describe('psoas session --timeline', () => {
  it.each(['desk-worker', 'runner', 'two-minutes'])('shows how a session of %s runs', async (person) => {
    await expect(await run(person, 80, 'session', '--timeline')).toMatchFileSnapshot(
      golden(`session-${person}.txt`),
    );
  });

  it('does one side first when asked', async () => {
    const alternating = await run('desk-worker', 80, 'session', '--timeline');
    const oneFirst = await run(
      'desk-worker',
      80,
      'session',
      '--timeline',
      '--one-side-first',
      '--first-side',
      'right',
    );
    expect(alternating.match(/right side, set 1 of 2/g)).toHaveLength(1);
    expect(oneFirst.indexOf('right side, set 2 of 2')).toBeLessThan(
      oneFirst.indexOf('left side, set 1 of 2'),
    );
  });

  it('names the sessions there are when one is not known', async () => {
    const world = createFakeWorld({ files: { 'a.yaml': await readPerson('desk-worker') } });
    expect((await world.run('session', 'day-9', '--answers', 'a.yaml')).exitCode).toBe(2);
    expect(world.errors()).toContain('day-1-home, day-2-home');
  });

  it('[S-01] shows no session to a person who must not train', async () => {
    expect(await run('numb-saddle', 80, 'session')).toContain('There is no programme for now.');
  });
});
