import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEvent } from '@psoas/core/diary';
import { parseAnswers } from '@psoas/core/answers';
import { readDiaryFile } from '@psoas/exchange/diary-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startRelay, type TestRelay } from '../../apps/cli/src/testing/start-relay.ts';
import { tcxOf } from '../../packages/exchange/src/activity-files/testing/made-up-activities.ts';
import { fencesOf, pagePaths, readText, root, type Fence } from './pages.ts';

// The reference is made of the sources themselves, and the types are checked there.
const pages = pagePaths().filter((path) => !path.startsWith('docs/api/'));
const fences = pages.flatMap((path) => fencesOf(readText(path)).map((fence) => ({ path, ...fence })));

/** Which test holds the fences of a page: those of another kind have nobody who runs them. */
const heldByPage: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': { json: 'here' },
  'docs/overview.md': { yaml: 'overview', ts: 'overview', text: 'overview' },
  // An excerpt that stands for any exercise: the checker of languages reads the real ones.
  'docs/add-a-language.md': { yaml: 'languages' },
  'docs/architecture.md': { mermaid: 'architecture' },
  'docs/spec/programme.md': { text: 'rule-ids' },
  'docs/spec/diary.md': { json: 'here' },
  'docs/spec/diary-file.md': { json: 'here' },
  'docs/spec/command-line.md': { json: 'here', yaml: 'here' },
};
const isShell = ({ language }: Fence): boolean => language === 'sh' || language === 'bash';
const fenceIn = (path: string, language: string, number = 0): string =>
  fences.filter((fence) => fence.path === path && fence.language === language)[number]?.text ?? '';

describe('fenced examples', () => {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-answers-'));
  const damaged = join(folder, 'damaged.yaml');
  beforeAll(() => writeFileSync(damaged, fenceIn('docs/spec/command-line.md', 'yaml').replace('ageYears: 41', 'ageYears: 410')));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are all held by a test', () => {
    const free = fences.filter((fence) => !isShell(fence) && heldByPage[fence.path]?.[fence.language] === undefined);
    expect(free.map(({ path, language, text }) => `${path}: ${language} ${text.slice(0, 40)}`)).toEqual([]);
  });

  it('of an event and of a diary file can be read', () => {
    const event: unknown = JSON.parse(fenceIn('docs/spec/diary.md', 'json'));
    expect(readEvent(event)).toMatchObject({ ok: true });
    expect(readDiaryFile(fenceIn('docs/spec/diary-file.md', 'json'))).toMatchObject({ ok: true });
  });

  it('of settings of an assistant start the command', () => {
    const settings = JSON.parse(fenceIn('README.md', 'json')) as { mcpServers: { psoas: { command: string; args: string[] } } };
    const { command, args } = settings.mcpServers.psoas;
    expect(command).toBe('npm');
    const { status, stderr } = spawnSync(command, args.map((word) => word.replace('/path/to/psoas', root)), { cwd: tmpdir(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(stderr).toContain('psoas mcp waits for an assistant');
    expect(status).toBe(0);
  });

  it('of answers have no problem, and every group', () => {
    const answers = parseAnswers(parse(fenceIn('docs/spec/command-line.md', 'yaml')));
    expect(answers.problems).toEqual([]);
    expect(answers.complete?.about).toMatchObject({ ageYears: 41, canKneel: true });
  });

  const commands: readonly (readonly [string, number, readonly (readonly string[])[]])[] = [
    ['model pose', 0, [['model', 'pose', '--hip-flexion-r', '-20', '--json']]],
    // What is null for one person is there for another.
    ['check', 1, ['runner', 'runner-with-groin-pain', 'damaged'].map((name) => ['check', '--answers', name === 'damaged' ? damaged : `packages/core/people/${name}.yaml`, '--json'])],
  ];

  it.each(commands)('of %s --json name no field that it does not print', (_, number, runs) => {
    const shown: unknown = JSON.parse(fenceIn('docs/spec/command-line.md', 'json', number));
    const printed = runs.flatMap((words) => fieldsOf(JSON.parse(psoas(words))));
    expect(fieldsOf(shown).filter((field) => !printed.includes(field))).toEqual([]);
  });
});

describe('commands in pages', () => {
  const scripts = Object.keys((JSON.parse(readText('package.json')) as { scripts: object }).scripts);
  const named = (text: string): readonly string[] => [...text.matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name = '']) => name);

  it.each(pages)('%s names scripts that exist', (path) => {
    expect(named(readText(path)).filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

/** Lines of shell fences that a test cannot run as they stand, and what it runs instead or who runs them. */
const insteadOf: Readonly<Record<string, readonly string[]>> = {
  'npm ci && npm start': [],
  'npm ci && npm test': [],
  // Asks somebody; the same with the answers of a file.
  'npm run -s psoas -- check': ['npm run -s psoas -- check --answers packages/core/people/runner.yaml --diary $XDG_DATA_HOME/psoas/diary.jsonl'],
  // Runs already, on a free port.
  'npm run -s psoas -- relay --port 8421 --data ./relay': [],
};

describe('shell examples', () => {
  const lines = fences.filter(isShell).flatMap(({ path, text }) => text.split('\n').map((line) => ({ path, line: line.replace(/\s+#.*$/, '').trim() })));
  const folder = mkdtempSync(join(tmpdir(), 'psoas-fences-'));
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await startRelay();
    symlinkSync(join(root, 'packages'), join(folder, 'packages'));
    writeFileSync(join(folder, 'morning-run.tcx'), tcxOf());
  });
  afterAll(async () => {
    await relay.stop();
    rmSync(folder, { recursive: true });
  });

  it('stand in the README, in the order in which they can be typed', () => expect(lines.length).toBeGreaterThan(10));

  it.each(lines)('$path: $line', { timeout: 60_000 }, ({ line }) => {
    for (const command of insteadOf[line] ?? [line]) {
      expect(command).toMatch(/^npm run (-s psoas -- |site\b)/);
      const typed = command
        .replace('npm run -s psoas --', `"${process.execPath}" "${join(root, 'apps/cli/src/main.ts')}"`)
        .replace(/^npm run site( --)?/, `"${process.execPath}" "${join(root, 'tools/site/main.ts')}" --out "${join(folder, 'site')}"`)
        .replace('http://127.0.0.1:8421', relay.address);
      const env = { ...process.env, XDG_DATA_HOME: folder };
      expect(() => execFileSync('/bin/sh', ['-c', typed], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })).not.toThrow();
      const written = /> (\S+)$/.exec(typed)?.[1];
      if (written !== undefined) expect(readFileSync(join(folder, written)).length).toBeGreaterThan(100);
    }
  });
});

// A red flag and a damaged file end with an exit code of their own.
function psoas(words: readonly string[]): string {
  return spawnSync(process.execPath, ['apps/cli/src/main.ts', ...words], { cwd: root, encoding: 'utf8' }).stdout;
}

/** The names of all fields, with the way to them; places in lists are left out. */
function fieldsOf(value: unknown, way = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOf(one, way));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => [`${way}.${name}`, ...fieldsOf(inside, `${way}.${name}`)]);
}
