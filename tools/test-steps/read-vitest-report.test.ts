import { describe, expect, it } from 'vitest';
import { readVitestReport, type VitestCounts } from './read-vitest-report.ts';

const file = '/repo/packages/core/src/safety/screen.test.ts';

interface SampleTest {
  readonly status: string;
  readonly title?: string;
  readonly ancestorTitles?: readonly string[];
  readonly failureMessages?: readonly string[];
}

/** Reads a report of one file with the given tests. */
function read(tests: readonly SampleTest[], fileStatus = 'passed', exitCode = 0): VitestCounts {
  const assertionResults = tests.map((test) => ({
    title: 't',
    ancestorTitles: [],
    failureMessages: [],
    ...test,
  }));
  const reportText = JSON.stringify({
    testResults: [{ name: file, status: fileStatus, message: 'no such module', assertionResults }],
  });
  return readVitestReport({ reportText, exitCode, output: 'the output' }, '/repo');
}

describe('readVitestReport', () => {
  it('counts what passed', () => {
    expect(read([{ status: 'passed' }, { status: 'passed' }])).toEqual({ passed: 2, failures: [] });
  });

  it('names what failed by file, groups and title, with the message', () => {
    const failed = {
      status: 'failed',
      ancestorTitles: ['', 'screen'],
      title: '[S-01] the worst level wins',
      failureMessages: ['expected C to be A'],
    };
    expect(read([{ status: 'passed' }, failed], 'failed', 1)).toEqual({
      passed: 1,
      failures: [
        {
          file: 'packages/core/src/safety/screen.test.ts',
          name: 'screen > [S-01] the worst level wins',
          message: 'expected C to be A',
        },
      ],
    });
  });

  it.each(['skipped', 'pending', 'todo', 'disabled'])('counts a %s test as failed, by name', (status) => {
    const { passed, failures } = read([{ status: 'passed' }, { status, title: 'later' }]);
    expect(passed).toBe(1);
    expect(failures).toMatchObject([{ name: 'later', message: `It was not run (${status}).` }]);
  });

  it('counts a file that could not be loaded', () => {
    expect(read([], 'failed', 1).failures).toMatchObject([
      { name: 'the whole file', message: 'no such module' },
    ]);
  });

  it('counts a file that fails though its tests passed', () => {
    expect(read([{ status: 'passed' }], 'failed', 1)).toMatchObject({
      passed: 1,
      failures: [{ name: 'the whole file' }],
    });
  });

  it('counts a hook that fails beside the tests that it kept from running', () => {
    expect(read([{ status: 'skipped', title: 'x' }], 'failed', 1).failures).toMatchObject([
      { name: 'x' },
      { name: 'the whole file', message: 'no such module' },
    ]);
  });

  it('leaves the stack inside the libraries out of messages', () => {
    const message =
      'expected 1 to be 2\n    at a.test.ts:3:1\n    at file:///r/node_modules/vitest/run.js:1:1';
    const { failures } = read([{ status: 'failed', failureMessages: [message] }], 'failed', 1);
    expect(failures[0]?.message).toBe('expected 1 to be 2\n    at a.test.ts:3:1');
  });

  it('counts a file without tests', () => {
    expect(read([]).failures).toMatchObject([{ name: 'the whole file', message: 'It holds no test.' }]);
  });

  it('counts an exit code that no test explains', () => {
    const { failures } = read([{ status: 'passed' }], 'passed', 1);
    expect(failures[0]?.message).toMatch(/exit code 1[\s\S]*the output/);
  });

  it('counts a run without any file', () => {
    const run = { reportText: '{"testResults":[]}', exitCode: 0, output: '' };
    expect(readVitestReport(run, '/repo').failures[0]?.message).toBe('There are no tests.');
  });

  it.each([undefined, '{ half', '[]', '{}'])('counts a missing or damaged report: %s', (reportText) => {
    const { passed, failures } = readVitestReport({ reportText, exitCode: 124, output: 'stopped' }, '/repo');
    expect(passed).toBe(0);
    expect(failures[0]?.message).toMatch(/no report \(exit code 124\)[\s\S]*stopped/);
  });
});
