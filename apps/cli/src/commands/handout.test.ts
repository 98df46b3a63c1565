import { err } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createFakeWorld, memoryDiary, readPerson, type FakeOptions } from '../testing/fake-io.ts';

async function worldOf(person: string, options: FakeOptions = {}): Promise<ReturnType<typeof createFakeWorld>> {
  const answers: unknown = parse(await readPerson(person));
  const check = { id: 'check-1', kind: 'check-completed', version: 1, atMillis: 1_772_409_600_000, day: '2026-03-02', data: { answers } };
  return createFakeWorld({ diary: memoryDiary([check]), ...options });
}

describe('psoas handout', () => {
  it('[PA-09] writes a PDF of the programme to a file, on A4 unless told otherwise', async () => {
    const world = await worldOf('desk-worker');
    expect((await world.run('handout', '--out', 'plan.pdf', '--browser', '/opt/chromium')).exitCode).toBe(0);
    expect(new TextDecoder().decode(Buffer.from(world.files['plan.pdf'] ?? ''))).toBe('%PDF');
    expect(world.newErrors()).toBe('Written to plan.pdf.\n');
    expect(world.printed[0]).toMatchObject({ browser: '/opt/chromium', html: expect.stringContaining('size: 210mm 297mm') });
    await world.run('handout', '--paper', 'letter', '--large-print', '--out', 'plan.pdf');
    expect(world.printed[1]?.html).toContain('size: 215.9mm 279.4mm');
    expect(world.printed[1]?.html).toContain('--type: 16pt');
  });

  it('[PA-09] prints to standard output, but no PDF into a terminal', async () => {
    const world = await worldOf('desk-worker');
    expect(new TextDecoder().decode((await world.run('handout')).bytes[0])).toBe('%PDF');
    const terminal = await worldOf('desk-worker', { screen: { isInteractive: true } });
    expect((await terminal.run('handout')).exitCode).toBe(2);
    expect(terminal.newErrors()).toContain('--out handout.pdf');
  });

  it('[PA-01] [PA-08] gives the page itself, without a browser, and the report as `psoas report` has it', async () => {
    const world = await worldOf('desk-worker', { pdf: err({ type: 'no-browser' }) });
    const { exitCode, bytes } = await world.run('handout', '--report', '--html');
    expect(exitCode).toBe(0);
    expect(new TextDecoder().decode(bytes[0])).toContain('<h1>Progress report</h1>');
    expect(world.printed).toEqual([]);
    expect((await world.run('handout', '--report', '--json')).out).toBe((await world.run('report', '--json')).out);
  });

  it('[PA-06] names the first day of each week with boxes', async () => {
    const { bytes } = await (await worldOf('desk-worker')).run('handout', '--html');
    expect(new TextDecoder().decode(bytes[0])).toContain('Done, week from 2 Mar<');
  });

  it('[PA-09] says what to do where there is no browser, or it makes no PDF', async () => {
    const none = await worldOf('desk-worker', { pdf: err({ type: 'no-browser' }) });
    expect((await none.run('handout')).exitCode).toBe(2);
    expect(none.newErrors()).toMatch(/--browser or PSOAS_BROWSER, or take --html/);
    const failed = await worldOf('desk-worker', { pdf: err({ type: 'failed', browser: '/bin/chrome', reason: '3' }) });
    expect((await failed.run('handout')).exitCode).toBe(1);
    expect(failed.newErrors()).toContain('/bin/chrome made no PDF: 3. Take --html');
  });

  it('[PA-02] [S-03] refuses without a check, without a programme with what stops it first, and an unknown paper', async () => {
    const empty = createFakeWorld();
    expect((await empty.run('handout')).exitCode).toBe(2);
    expect(empty.newErrors()).toBe('There is no check yet. Run psoas check. psoas plan and psoas session also take --answers FILE.\n');
    const stopped = await worldOf('numb-saddle');
    expect((await stopped.run('handout')).exitCode).toBe(2);
    expect(stopped.newErrors()).toMatch(/^\[A\] Get help now[^]*There is no programme now/);
    expect((await stopped.run('handout', '--paper', 'a5')).exitCode).toBe(2);
    expect(stopped.newErrors()).toContain('--paper takes one of: a4, letter');
  });

  it('[PA-02] gives the content as data, and says how many damaged lines are not in it', async () => {
    const answers: unknown = parse(await readPerson('two-minutes'));
    const check = { id: 'check-1', kind: 'check-completed', version: 1, atMillis: 1_772_409_600_000, day: '2026-03-02', data: { answers } };
    const world = createFakeWorld({ diary: memoryDiary([check, { id: 'bad', kind: 'set-logged' }]) });
    const { out } = await world.run('handout', '--json');
    expect(JSON.parse(out)).toMatchObject({ madeOn: '2026-03-02', exercises: [{ number: 1, exercise: 'standing-march' }, { number: 2 }] });
    expect(world.newErrors()).toContain('not on the page: 1');
    await world.run('handout', '--json', '--out', 'plan.json');
    expect(world.files['plan.json'] && new TextDecoder().decode(Buffer.from(world.files['plan.json']))).toBe(out);
    expect((await world.run('handout', '--json', '--html')).exitCode).toBe(2);
    expect(world.newErrors()).toContain('Give only one of: --html, --json.');
  });
});
