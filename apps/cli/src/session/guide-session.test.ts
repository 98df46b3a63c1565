import { isRecord } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import {
  createFakeWorld,
  ctrlC,
  escape,
  memoryDiary,
  readPerson,
  type FakeOptions,
} from '../testing/fake-io.ts';

/** A desk worker with a recorded check, sitting at a terminal. */
async function deskWorker(options: FakeOptions = {}) {
  const diary = memoryDiary();
  const world = createFakeWorld({
    screen: { isInteractive: true, columns: 200 },
    diary,
    ...options,
    files: { 'a.yaml': await readPerson('desk-worker') },
  });
  await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
  const since = diary.entries.length;
  return {
    world,
    recorded: () => diary.entries.slice(since).filter(isRecord),
    kinds: () => diary.entries.slice(since).map((entry) => (isRecord(entry) ? entry['kind'] : entry)),
  };
}

const felt = [
  [/Where did you feel it most/, 'no-answer'],
  [/Pain now/, '1'],
] as const;

describe('psoas session at a terminal', () => {
  it('asks for safety, walks to the end and records every set', async () => {
    const { world, recorded, kinds } = await deskWorker({ script: felt });
    const { exitCode, out } = await world.run('session');
    expect(exitCode).toBe(0);
    expect(out).toContain('Next: Kneeling hip flexor lunge, left side');
    expect(out).toContain('Session done.');
    expect(kinds()).toEqual([
      'safety-answered',
      'session-started',
      ...Array.from({ length: 8 }, () => 'set-logged'),
      'session-finished',
    ]);
    expect(recorded()[2]).toMatchObject({
      data: { exercise: 'kneeling-hip-flexor-lunge', side: 'left', set: 1, seconds: 45, pain: 1 },
    });
    expect((await world.run('today')).out).toContain('[x] At home');
  });

  it('[E-09] a new sign means no session, and what to do stands first', async () => {
    const { world, kinds } = await deskWorker({
      script: [[/^Is anything new/, ['RF07']], [/chest/i, 'yes'], ...felt],
    });
    const { exitCode, out } = await world.run('session');
    expect([exitCode, out.split('\n')[0]]).toEqual([0, '[A] Get help now']);
    expect(kinds()).toEqual(['safety-answered']);
    expect((await world.run('today')).out).toContain('RF07');
  });

  it('[S-PAIN] pain of 6 at rest means no session', async () => {
    const { world, kinds } = await deskWorker({ script: [[/Pain at rest/, '6']] });
    await world.run('session');
    expect(kinds()).toEqual(['safety-answered']);
  });

  it('[E-07] goes on where it was left', async () => {
    const { world, kinds, recorded } = await deskWorker({ script: felt, keys: { 300: '\u0003', 302: ' ' } });
    expect((await world.run('session')).exitCode).toBe(130);
    expect(kinds().filter((kind) => kind === 'set-logged')).toHaveLength(4);
    expect((await world.run('today')).out).toContain('A session was begun and not ended');
    const { exitCode, out } = await world.run('session');
    expect(exitCode).toBe(0);
    expect(out).toContain('You go on where you were.');
    expect(kinds().filter((kind) => kind === 'session-started')).toHaveLength(1);
    expect(recorded().filter(({ kind }) => kind === 'set-logged')).toHaveLength(8);
    expect(kinds().at(-1)).toBe('session-finished');
  });

  it('[E-07] goes on from the diary when the saved place is lost', async () => {
    const { world, kinds } = await deskWorker({ script: felt, keys: { 300: '\u0003' } });
    await world.run('session');
    world.loseCheckpoint();
    const { out } = await world.run('session');
    expect(out).not.toContain('Next: Kneeling hip flexor lunge');
    expect(out).toContain('Next: Standing march');
    expect(kinds().filter((kind) => kind === 'set-logged')).toHaveLength(8);
  });

  it('[E-07] Ctrl-C in a question keeps the place, and says so', async () => {
    const { world, kinds } = await deskWorker({ script: [[/Where did you feel it most/, ctrlC]] });
    const { exitCode, out } = await world.run('session');
    expect(exitCode).toBe(130);
    expect(out).toContain('Your place is kept.');
    expect(world.errors()).not.toContain('Stopped');
    expect((await world.run('today')).out).toContain('A session was begun and not ended');
    expect(kinds()).not.toContain('session-finished');
  });

  it('Escape from “something feels wrong” goes on, and nothing is taken for a sign', async () => {
    const { world, recorded } = await deskWorker({
      script: [[/What do you feel/, escape], [/End the session/, escape], ...felt],
      keys: { 30: 'w', 40: 'q' },
    });
    expect((await world.run('session')).out).toContain('Session done.');
    expect(recorded().at(-1)).toMatchObject({ data: { outcome: 'completed' } });
  });

  it('shows the whole of how an exercise is done before it begins, within the terminal', async () => {
    const { world } = await deskWorker({ script: felt, screen: { isInteractive: true, columns: 80 } });
    const { out } = await world.run('session');
    expect(out).toMatch(
      /Next: Kneeling hip flexor lunge, left side\n - Stop at a pinch.*\n - .*Kneel on your left knee/s,
    );
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(out.match(/Kneel on your left knee/g)).toHaveLength(1);
  });

  it('ends early when asked, and what was done counts', async () => {
    const { world, recorded } = await deskWorker({
      script: [[/End the session/, 'end'], ...felt],
      keys: { 40: 'q' },
    });
    expect((await world.run('session')).out).toContain('What you did counts');
    expect(recorded().filter(({ kind }) => kind === 'set-logged')).toMatchObject([{ data: { seconds: 30 } }]);
    expect(recorded().at(-1)).toMatchObject({ data: { outcome: 'ended-early' } });
  });

  it('pauses, adds 15 seconds and skips by key', async () => {
    const { world, recorded } = await deskWorker({
      script: felt,
      keys: { 20: ' ', 50: ' ', 52: '+', 120: 's' },
    });
    await world.run('session');
    expect(recorded().filter(({ kind }) => kind === 'set-logged')[0]).toMatchObject({
      data: { side: 'left', set: 1, seconds: 60 },
    });
  });

  it('[D-01] chest symptoms end the session, and only a new check opens the next', async () => {
    const { world, recorded } = await deskWorker({
      script: [[/What do you feel/, 'chest-symptoms'], ...felt],
      keys: { 30: 'w' },
    });
    const { out } = await world.run('session');
    expect(out).toContain('Stop. Get emergency help now');
    expect(recorded().slice(-2)).toMatchObject([
      { kind: 'session-finished', data: { outcome: 'stopped', because: 'D-01' } },
      { kind: 'safety-answered', data: { newSigns: ['RF07'] } },
    ]);
    world.nextDay();
    expect((await world.run('session')).out).toContain('RF07');
  });

  it('[D-04] pain of 6 stops the exercise and goes on with the next', async () => {
    const { world, recorded } = await deskWorker({
      script: [
        [/Where did you feel it most/, 'no-answer'],
        [/Pain now/, '6'],
        [/I have read/, 'resume'],
      ],
    });
    const { out } = await world.run('session');
    expect(out).toContain('Pain of 6 is too much');
    expect(recorded().filter(({ kind }) => kind === 'session-finished')).toHaveLength(1);
  });

  it('[D-03] asks on the day after', async () => {
    const { world, recorded } = await deskWorker({ script: [[/compared with before/, 'worse'], [/muscles sore/, 'both-sides'], [/tidy/, 'lost'], ...felt] });
    await world.run('session');
    world.nextDay();
    expect((await world.run('today')).out).toContain('psoas session also asks');
    await world.run('session');
    expect(recorded().filter(({ kind }) => kind === 'next-day-answer')).toMatchObject([
      { data: { comparedWithBefore: 'worse', soreness: 'both-sides' } },
    ]);
    const last = recorded().findLast(
      ({ data }) => isRecord(data) && data['exercise'] === 'standing-march' && data['form'] === 'lost',
    );
    expect(last).toBeDefined();
  });
});
