import { describe, expect, it } from 'vitest';
import { createFakeWorld, readPerson } from '../testing/fake-io.ts';

async function afterCheck(person = 'desk-worker') {
  const world = createFakeWorld({ files: { 'a.yaml': await readPerson(person) } });
  await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
  return world;
}

const tape = ['measure', 'thomas', '--side', 'left', '--length-cm', '40'] as const;

describe('psoas measure', () => {
  it('[ME-01] [ME-03] reads three heights, keeps the trials and the middle one', async () => {
    const world = await afterCheck();
    const { out, exitCode } = await world.run(...tape, '--height-cm=-3,-2.5,-4');
    expect(exitCode).toBe(0);
    expect(out).toContain('Thomas test, pelvis held, left\n');
    expect(out).toContain('Trials: -4.3°, -3.6°, -5.7°. The middle one counts: -4.3°.');
    expect(out).toContain('about level');
    expect(out).toContain('Error: about 5° either way.');
    expect(out).toContain('The first one.');
    const read = await world.diary.read();
    expect(read.ok && read.value.entries.at(-1)).toMatchObject({
      kind: 'measurement',
      data: { test: 'thomas', side: 'left', method: 'tape', measuredBy: 'helper', trials: [-4.3, -3.6, -5.7], value: -4.3, pelvisHeld: true },
    });
  });

  it('[ME-09] calls nothing changed where the trials themselves lie too far apart', async () => {
    const world = await afterCheck();
    await world.run(...tape, '--height-cm', '8', '8', '8');
    world.nextDay();
    const { out } = await world.run(...tape, '--height-cm=-1,0,-6');
    expect(out).toContain('The trials lie too far apart to call that a change.');
    expect(out).not.toContain('so something has changed');
  });

  it('[ME-09] compares beyond the error only, and says when another way widens it', async () => {
    const world = await afterCheck();
    await world.run(...tape, '--height-cm', '4', '4', '4');
    world.nextDay();
    expect((await world.run(...tape, '--height-cm', '1.2,1.2,1.2')).out).toContain('A change of 4° since Monday 2 March is too small to tell: the error is 5°.');
    world.nextDay();
    const other = (await world.run('measure', 'thomas', '--side', 'left', '--method', 'photo', '--degrees=-6,-6,-6', '--by', 'Kim')).out;
    expect(other.replaceAll('\n', ' ')).toContain('too small to tell: the error is 10°. It was measured another way then, which widens the error. Someone else read');
    world.nextDay();
    expect((await world.run('measure', 'thomas', '--side', 'left', '--method', 'photo', '--degrees=-12,-12,-12', '--by', 'Kim')).out).toContain('-6° since Wednesday 4 March. That is more than the error of 5°');
  });

  it('[ME-10] sets left beside right on the same day, as text and as data', async () => {
    const world = await afterCheck();
    await world.run('measure', 'seated-raises', '--side', 'left', '--reps', '20');
    expect((await world.run('measure', 'seated-raises', '--side', 'right', '--reps', '27')).out).toContain('They differ by 7 lifts, more than the error of 6.8 lifts');
    const { out } = await world.run('measure', 'seated-hold', '--side', 'right', '--seconds', '31.5', '--json');
    expect(JSON.parse(out)).toMatchObject({ recorded: true, measurement: { test: 'seated-hold', method: 'timed', measuredBy: 'me', value: 31.5 }, band: { low: 23.6, high: 39.4 } });
  });

  it('[ME-07] keeps what was measured with a lifted back, and does not use it', async () => {
    const world = await afterCheck();
    expect((await world.run(...tape, '--height-cm', '4,4,4', '--pelvis-lifted')).out).toContain('kept and not used');
    expect((await world.run(...tape, '--height-cm', '0,0,0')).out).toContain('The first one.');
  });

  it('[ME-12] measures nothing that the check leaves out, and writes nothing down', async () => {
    const world = await afterCheck('hypermobile-dancer');
    const before = await world.diary.read();
    const count = before.ok ? before.value.entries.length : 0;
    const refused = await world.run(...tape, '--height-cm', '4,4,4');
    expect([refused.exitCode, refused.out]).toEqual([0, expect.stringContaining('(S-09)')]);
    expect(JSON.parse((await world.run(...tape, '--height-cm', '4,4,4', '--json')).out)).toMatchObject({ recorded: false, because: expect.arrayContaining(['S-09']) });
    const after = await world.diary.read();
    expect(after.ok && after.value.entries.length).toBe(count);
  });

  it('[ME-12] pain above 3 is kept and ends measuring for the day', async () => {
    const world = await afterCheck();
    expect((await world.run(...tape, '--height-cm', '4,4,4', '--pain', '5')).out).toContain('stop measuring for today');
    expect((await world.run('measure', 'seated-raises', '--side', 'left', '--reps', '9')).out).toContain('(ME-12)');
    world.nextDay();
    expect((await world.run('measure', 'seated-raises', '--side', 'left', '--reps', '9')).out).toContain('9 lifts');
  });

  it('asks for a check first', async () => {
    const world = createFakeWorld();
    expect((await world.run('measure', 'seated-raises', '--side', 'left', '--reps', '9')).exitCode).toBe(2);
    expect(world.errors()).toContain('Run psoas check');
  });

  it.each([
    [['measure', 'thomas', '--height-cm', '4,4,4', '--length-cm', '40'], '--side is needed.'],
    [[...tape, '--height-cm', '4'], 'It has 3 trials, such as --height-cm=-3,-2.5,-4. There were 1.'],
    [[...tape, '--height-cm', '4,x,4'], '--height-cm takes numbers, several with commas. It had "4,x,4".'],
    [[...tape, '--height-cm', '4,44,4'], '--height-cm can be -40 to 40 cm. It was 44.'],
    [['measure', 'thomas', '--side', 'left', '--length-cm', '4', '--height-cm', '1,1,1'], '--length-cm can be 20 to 70 cm. It was 4.'],
    [[...tape, '--height-cm', '4,4,4', '--degrees', '4,4,4'], 'not both'],
    [['measure', 'thomas', '--side', 'left', '--degrees', '4,4,95'], '--degrees can be -90 to 90. It was 95.'],
    [['measure', 'seated-raises', '--side', 'left', '--seconds', '9'], '--seconds does not go with seated-raises.'],
    [['measure', 'seated-raises', '--side', 'left', '--reps', '9.5'], '--reps can be 0 to 120. It was 9.5.'],
    [['measure', 'seated-raises', '--side', 'left', '--reps', '9', '--pain', '11'], '--pain takes a number from 0 to 10. It was "11".'],
    [['measure', 'jump', '--side', 'left'], 'There is no measurement "jump". There are: thomas, seated-raises, seated-hold.'],
  ])('[L-01] refuses %j and says what to give', async (words, sentence) => {
    const world = await afterCheck();
    expect((await world.run(...words)).exitCode).toBe(2);
    expect(world.errors()).toContain(sentence);
  });
});
