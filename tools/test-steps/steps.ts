import type { Command } from '../run-command.ts';

/** One step of `npm test`. */
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly command: Command;
  /** `one`: the step is one test, judged by its exit code. `vitest`: its tests are counted singly. */
  readonly counts: 'one' | 'vitest';
  /** Steps without which this one cannot be run: it fails when one of them failed. */
  readonly needs?: readonly string[];
}

const node = process.execPath;

const tool = (path: string, ...words: string[]): Command => ({
  program: node,
  words: [`tools/${path}`, ...words],
});

/** `CI` keeps vitest from writing golden files that are missing: they fail instead. */
const vitest = (project: string, timeoutSeconds: number): Command => ({
  program: 'vitest',
  words: ['run', '--project', project],
  env: { CI: 'true', NO_COLOR: '1' },
  timeoutSeconds,
});

/** All steps, in the order in which they run. */
export const steps: readonly Step[] = [
  {
    id: 'setup-browser',
    title: 'find Chromium, or install it',
    command: { ...tool('setup-browser.ts'), timeoutSeconds: 1900 },
    counts: 'one',
  },
  {
    id: 'setup-shells',
    title: 'find the shells that completion is tested with, or install them',
    command: { ...tool('setup-shells.ts'), timeoutSeconds: 1900 },
    counts: 'one',
  },
  { id: 'types', title: 'check the types by every tsconfig', command: tool('types.ts'), counts: 'one' },
  {
    id: 'lint',
    title: 'check the code by oxlint, with types',
    command: { program: 'oxlint', words: ['--type-aware'] },
    counts: 'one',
  },
  {
    id: 'boundaries',
    title: 'check floors, purity and cycles',
    command: tool('check-boundaries/main.ts'),
    counts: 'one',
  },
  {
    id: 'sizes',
    title: 'measure files and functions',
    command: tool('sizes/main.ts', '--sources'),
    counts: 'one',
  },
  {
    id: 'knowledge',
    title: 'check the knowledge by its schemas, and that the generated modules are fresh',
    command: tool('build-knowledge/main.ts', '--check'),
    counts: 'one',
  },
  {
    id: 'knowledge-doctor',
    title: 'look for gaps and contradictions in the knowledge',
    command: tool('knowledge-doctor.ts', '--strict'),
    counts: 'one',
  },
  {
    id: 'unit',
    title: 'unit tests, properties and golden files',
    command: vitest('unit', 1200),
    counts: 'vitest',
  },
  {
    id: 'build',
    title: 'build the app',
    command: { program: 'npm', words: ['run', '-s', 'build'] },
    counts: 'one',
  },
  {
    id: 'first-load',
    title: 'measure the JavaScript of the first load',
    command: tool('sizes/main.ts', '--first-load'),
    counts: 'one',
    needs: ['build'],
  },
  {
    id: 'browser',
    title: 'drive the built app in Chromium',
    command: vitest('browser', 3600),
    counts: 'vitest',
    needs: ['setup-browser', 'build'],
  },
];
