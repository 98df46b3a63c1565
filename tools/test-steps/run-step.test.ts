import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Command, CommandResult } from '../run-command.ts';
import { runStep, type StepTools } from './run-step.ts';
import { steps, type Step } from './steps.ts';
import { formatFailure, formatStep, formatTotals, totalsOf } from './test-report.ts';

/** Tools that answer every command alike, and a clock that goes on by 1500 ms each time it is read. */
function testTools(answer: (command: Command) => CommandResult): StepTools {
  let nowMillis = 0;
  return { run: (command) => Promise.resolve(answer(command)), nowMillis: () => (nowMillis += 1500) };
}

const one: Step = {
  id: 'one',
  title: 'check one',
  command: { program: 'checker', words: ['-x'] },
  counts: 'one',
};
const many: Step = {
  id: 'many',
  title: 'run many',
  command: { program: 'vitest', words: ['run'] },
  counts: 'vitest',
};

describe('runStep', () => {
  it('counts a command that ends well as one passed test', async () => {
    const result = await runStep(
      one,
      new Set(),
      testTools(() => ({ exitCode: 0, output: 'noise' })),
    );
    expect(result).toEqual({ id: 'one', seconds: 1.5, passed: 1, failures: [] });
  });

  it('counts a command that ends badly as one failed test with its last lines', async () => {
    const output = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n');
    const result = await runStep(
      one,
      new Set(),
      testTools(() => ({ exitCode: 1, output })),
    );
    expect(result.failures).toMatchObject([{ file: 'checker -x', name: 'check one' }]);
    expect(result.failures[0]?.message).toMatch(/^line 40\n[\s\S]*line 99$/);
  });

  it('gives the exit code where there is no output', async () => {
    const result = await runStep(
      one,
      new Set(),
      testTools(() => ({ exitCode: 9, output: '' })),
    );
    expect(result.failures[0]?.message).toBe('Exit code 9.');
  });

  it("reads vitest's report from the file that it asked for", async () => {
    const answer = ({ words }: Command): CommandResult => {
      const path =
        words.find((word) => word.startsWith('--outputFile.json='))?.slice('--outputFile.json='.length) ?? '';
      const assertionResults = [
        { status: 'passed', title: 'a' },
        { status: 'todo', title: 'b' },
      ];
      writeFileSync(
        path,
        JSON.stringify({ testResults: [{ name: '/x.test.ts', status: 'passed', assertionResults }] }),
      );
      return { exitCode: 0, output: '' };
    };
    const result = await runStep(many, new Set(), testTools(answer));
    expect(result).toMatchObject({ passed: 1, failures: [{ name: 'b' }] });
  });

  it('fails without running when a need failed, and says which', async () => {
    const tools = testTools(() => {
      throw new Error('must not run');
    });
    const result = await runStep({ ...many, needs: ['build', 'types'] }, new Set(['build']), tools);
    expect(result).toMatchObject({ passed: 0, failures: [{ message: 'Not run: build failed.' }] });
  });
});

describe('steps', () => {
  it('have each an id of their own, and need only earlier ones', () => {
    const ids = steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    steps.forEach(({ needs = [] }, index) => {
      for (const need of needs) expect(ids.slice(0, index)).toContain(need);
    });
  });
});

describe('the report', () => {
  const results = [
    { id: 'types', seconds: 1.04, passed: 1, failures: [] },
    { id: 'unit', seconds: 12, passed: 40, failures: [{ file: 'a.test.ts', name: 'n', message: 'x\ny\n' }] },
  ];

  it('adds up, and ends with the two numbers', () => {
    expect(formatTotals(totalsOf(results))).toBe('41 passed, 1 failed');
    expect(formatTotals(totalsOf([]))).toBe('0 passed, 0 failed');
  });

  it('shows each step with its name, time and counts', () => {
    expect(results.map((result) => formatStep(result))).toEqual([
      'ok     types             1.0 s  1 passed',
      'FAILED unit             12.0 s  40 passed, 1 failed',
    ]);
  });

  it('shows a failure with file, name and message', () => {
    expect(results[1]?.failures.map((failure) => formatFailure(failure))).toEqual([
      '\na.test.ts\n  n\n    x\n    y',
    ]);
  });
});
