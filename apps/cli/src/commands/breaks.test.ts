import { isRecord } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { createFakeWorld, memoryDiary, readPerson, type FakeOptions } from '../testing/fake-io.ts';

/** A desk worker with a recorded check; the clock begins at midnight between Sunday and Monday. */
async function deskWorker(options: FakeOptions = {}) {
  const diary = memoryDiary();
  const world = createFakeWorld({ diary, ...options, files: { 'a.yaml': await readPerson('desk-worker') } });
  await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
  const since = diary.entries.length;
  return { world, recorded: () => diary.entries.slice(since).filter(isRecord) };
}

const atTerminal = { screen: { isInteractive: true, columns: 200 } };
const felt = [
  [/Where did you feel it most/, 'no-answer'],
  [/Pain now/, '1'],
] as const;
const jsonLines = (out: string): readonly unknown[] =>
  out
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

describe('psoas breaks for scripts', () => {
  it('[BR-01] waits for one reminder, says what it holds, and ends', async () => {
    const { world } = await deskWorker();
    const { exitCode, out } = await world.run('breaks', '--once');
    expect(exitCode).toBe(0);
    expect(out).toContain('00:30 Time for a break. Standing hip flexor stretch, 30 s a side.');
    expect(world.notified).toEqual(['Time for a break: Standing hip flexor stretch, 30 s a side.']);
  });

  it('[BR-03] prints events as JSON lines, after the quiet hours', async () => {
    const { world } = await deskWorker();
    const { out } = await world.run('breaks', '--once', '--json', '--every', '20', '--quiet', '0:05-1:00');
    expect(jsonLines(out)).toMatchObject([
      { kind: 'started', day: '2026-03-02', offer: { kind: 'stretch' } },
      {
        kind: 'remind',
        atMillis: 1_772_409_600_000 + 80 * 60_000,
        offer: { item: { exercise: 'standing-hip-flexor-stretch', holdSeconds: 30 } },
      },
    ]);
  });

  it('[BR-09] without a check a break is for moving', async () => {
    const { out, exitCode } = await createFakeWorld().run('breaks', '--once', '--json');
    expect(exitCode).toBe(0);
    expect(jsonLines(out)).toMatchObject([
      { kind: 'started' },
      { kind: 'remind', offer: { kind: 'move', because: ['BR-09'] } },
    ]);
  });

  it.each([
    ['--every', '5', 'whole number from 15 to 120'],
    ['--every', 'often', 'whole number from 15 to 120'],
    ['--quiet', 'noon', 'hours such as 12:00-13:00'],
  ])('[L-01] refuses %s %s', async (option, value, says) => {
    const world = createFakeWorld();
    expect((await world.run('breaks', option, value)).exitCode).toBe(2);
    expect(world.errors()).toContain(says);
  });
});

describe('psoas breaks at a terminal', () => {
  it('[BR-10] g guides through the stretch; what was held is in the diary', async () => {
    const { world, recorded } = await deskWorker({
      ...atTerminal,
      script: felt,
      keys: { 1801: 'g', 2000: 'q' },
    });
    const { exitCode, out } = await world.run('breaks');
    expect(exitCode).toBe(0);
    expect(out).toContain('Next: Standing hip flexor stretch, left side');
    expect(out).toContain('Written down: 30 s left, 30 s right.');
    expect(recorded()).toMatchObject([
      { kind: 'safety-answered' },
      {
        kind: 'break-taken',
        data: {
          occasion: 'desk',
          exercise: 'standing-hip-flexor-stretch',
          left: 30,
          right: 30,
          pain: 1,
        },
      },
    ]);
  });

  it('[BR-08] the second break of the day is for moving, and d writes it down', async () => {
    const { world, recorded } = await deskWorker({
      ...atTerminal,
      script: felt,
      keys: { 1801: 'g', 3800: 'd', 3801: 'q' },
    });
    const { out } = await world.run('breaks');
    expect(out).toContain('Time for a break. Stand up, walk a few steps, reach up.');
    expect(recorded().at(-1)).toMatchObject({
      kind: 'break-taken',
      data: { occasion: 'desk', left: 0, right: 0 },
    });
  });

  it('[BR-04] [BR-05] s puts off, m is silent until pressed again', async () => {
    const { world } = await deskWorker({
      ...atTerminal,
      keys: { 1801: 's', 2200: 'm', 5000: 'm', 5010: 'q' },
    });
    const { out } = await world.run('breaks');
    expect(out).toContain('Again in 5 minutes.');
    expect(out.match(/Time for a break/g)).toHaveLength(3);
    expect(out).toMatch(/01:23 The meeting is over\.\n01:23 Time for a break/);
  });

  it('[BR-09] a new sign ends the guided break before it begins', async () => {
    const { world, recorded } = await deskWorker({
      ...atTerminal,
      script: [[/^Is anything new/, ['RF07']], [/chest/i, 'yes'], ...felt],
      keys: { 1801: 'g', 1802: 'q' },
    });
    const { out } = await world.run('breaks');
    expect(out).toContain('[A] Get help now');
    expect(recorded().map(({ kind }) => kind)).toEqual(['safety-answered']);
  });

  it('[L-01] Ctrl-C ends it with 130', async () => {
    const { world } = await deskWorker({ ...atTerminal, keys: { 10: '\u0003' } });
    expect((await world.run('breaks')).exitCode).toBe(130);
  });
});
