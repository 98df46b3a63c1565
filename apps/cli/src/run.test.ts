import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandSpecs } from './command-specs.ts';
import { openDiaryFile } from './adapters/diary-file.ts';
import { defaultDiaryPath } from './adapters/diary-path.ts';
import { createFakeWorld, readPerson } from './testing/fake-io.ts';

const helpOfData: ReadonlyMap<string, string> = new Map([['export', 'json, fhir, or csv'], ['completion', 'bash, zsh or fish'], ['man', 'manual page'], ['mcp', '"mcpServers"']]);

describe('psoas', () => {
  const explained = commandSpecs.filter(({ isHandedOn }) => isHandedOn !== true);

  it.each(explained)('$name --help explains itself', async ({ name }) => {
    const { exitCode, out } = await createFakeWorld().run(...name.split(' '), '--help');
    expect(exitCode).toBe(0);
    expect(out).toContain(`Usage: psoas ${name}`);
    // What is exported, a script or a page is data already.
    expect(out).toContain(helpOfData.get(name) ?? '--json');
  });

  it('shows its help without a command', async () => {
    const { exitCode, out } = await createFakeWorld().run();
    expect(exitCode).toBe(0);
    for (const { name } of commandSpecs) expect(out).toContain(`  ${name.split(' ')[0]} `);
  });

  it('shows what a group of commands holds, and does not know others', async () => {
    const { exitCode, out } = await createFakeWorld().run('model');
    expect(exitCode).toBe(0);
    for (const name of ['pose', 'exercises', 'claims', 'motion', 'mjcf']) expect(out).toContain(`  ${name} `);
    const world = createFakeWorld();
    expect((await world.run('model', 'pos')).exitCode).toBe(2);
    expect(world.errors()).toContain('pose');
    expect((await world.run('sync', 'strat')).exitCode).toBe(2);
    expect(world.errors()).toContain('psoas sync has no "strat". It has: start, words');
  });

  it.each([['bogus'], ['check', '--bogus'], ['exercise'], ['plan', '--answers']])(
    'exit code 2 for what it does not know: %s %s',
    async (...words) => {
      const world = createFakeWorld();
      expect((await world.run(...words)).exitCode).toBe(2);
      expect(world.errors()).not.toBe('');
    },
  );

  it('puts the diary where the system keeps such files', () => {
    expect(defaultDiaryPath({ XDG_DATA_HOME: '/d' }, 'linux', '/home/a')).toBe('/d/psoas/diary.jsonl');
    expect(defaultDiaryPath({}, 'linux', '/home/a')).toBe('/home/a/.local/share/psoas/diary.jsonl');
    expect(defaultDiaryPath({}, 'darwin', '/Users/a')).toBe(
      '/Users/a/Library/Application Support/psoas/diary.jsonl',
    );
    expect(defaultDiaryPath({ APPDATA: 'C:\\A' }, 'win32', 'C:\\U')).toBe('C:\\A\\psoas\\diary.jsonl');
  });

  it('reports what a diary holds that it cannot use, and uses the rest', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'psoas-run-'));
    const path = join(folder, 'diary.jsonl');
    const lines = [
      '{"id":"x"',
      '{"id":"n","kind":"mood-logged","version":1,"atMillis":1,"day":"2026-03-02","data":{}}',
    ];
    await writeFile(path, `${lines.join('\n')}\n`);
    const world = createFakeWorld({
      diary: openDiaryFile(path),
      files: { 'a.yaml': await readPerson('desk-worker') },
    });
    await world.run('check', '--answers', 'a.yaml', '--diary', path);
    expect((await world.run('today')).out).toContain('At home, 12 min, to do');
    expect(world.errors()).toContain('Line 1 of the diary is damaged (JSON)');
    expect(world.errors()).toContain('Line 2 of the diary was written by a newer psoas (mood-logged)');
    await rm(folder, { recursive: true });
  });
});

describe('psoas as a process', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'psoas-process-'));
    await mkdir(join(folder, 'psoas'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const psoas = (words: readonly string[], input = '') =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
      input,
      encoding: 'utf8',
      env: { ...process.env, XDG_DATA_HOME: folder },
    });

  it('reads answers from standard input and answers an emergency with 0', () => {
    const { status, stdout } = psoas(['check', '--answers', '-', '--json'], '{"safety":{"yes":["RF01"]}}');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ triage: { level: 'A' }, findings: null, programme: null });
  });

  it('[L-20] keeps what Node makes of the sources beside them, and starts without it too', () => {
    const { stdout } = psoas(['--version']);
    expect(readdirSync(join(import.meta.dirname, '../../../node_modules/.cache/psoas')).length).toBeGreaterThan(0);
    const without = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), '--version'], { encoding: 'utf8', env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } });
    expect(without).toMatchObject({ status: 0, stdout, stderr: '' });
    const nowhere = spawnSync(process.execPath, ['-e', "require('node:module').enableCompileCache('/dev/null/psoas')"], { encoding: 'utf8' });
    expect(nowhere).toMatchObject({ status: 0, stderr: '' });
  });

  it('[L-01] [L-05] tells a misuse by 2 and keeps standard output clean', () => {
    const { status, stdout, stderr } = psoas(['today']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no check yet');
  });

  it.skipIf(!existsSync('/dev/full'))('[L-01] says in a sentence that the output could not be written', () => {
    const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$1" questions > /dev/full', process.execPath, join(import.meta.dirname, 'main.ts')], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, 'The output could not be written: the disk is full. What is there of it is not whole.\n']);
  });

  it('[L-08] writes long output to its end when it is piped into something slow', async () => {
    const whole = psoas(['exercise', 'kneeling-hip-flexor-lunge', '--mot']).stdout;
    expect(whole.length).toBeGreaterThan(200_000);
    const slow = spawnSync(
      'sh',
      [
        '-c',
        `"$0" "$1" exercise kneeling-hip-flexor-lunge --mot | (sleep 1; cat)`,
        process.execPath,
        join(import.meta.dirname, 'main.ts'),
      ],
      { encoding: 'utf8', maxBuffer: 10_000_000 },
    );
    expect(slow.stdout).toBe(whole);
  });

  it('records a check and finds it again in the next process', async () => {
    const answers = await readPerson('desk-worker');
    const diary = join(folder, 'psoas', 'diary.jsonl');
    expect(psoas(['check', '--answers', '-', '--diary', diary], answers).status).toBe(0);
    const { status, stdout } = psoas(['today', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'sessions',
      sessions: [{ id: 'day-1-home', done: false }],
    });
  });
});
