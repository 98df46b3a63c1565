import { relative } from 'node:path';
import type { TestFailure } from './test-report.ts';

/** What a run of vitest counted. */
export interface VitestCounts {
  readonly passed: number;
  readonly failures: readonly TestFailure[];
}

/** How a run of vitest ended: what it wrote by its JSON reporter, if it came that far. */
export interface VitestRun {
  readonly reportText: string | undefined;
  readonly exitCode: number;
  readonly output: string;
}

const messageLineLimit = 30;
const outputLineLimit = 60;

/**
 * Counts a run of vitest. A test that was skipped, is still to do, or has another state than passed counts as
 * failed: nothing is left out in silence. So do a file that could not be loaded, a run without any test, and
 * a run that ended badly though every test passed.
 * @param root Files are named from here.
 */
export function readVitestReport(run: VitestRun, root: string): VitestCounts {
  const report = parseJson(run.reportText);
  if (!isRecord(report) || !Array.isArray(report['testResults'])) {
    return {
      passed: 0,
      failures: [runFailure(`vitest wrote no report (exit code ${run.exitCode}).`, run.output)],
    };
  }
  const files = report['testResults'].filter(isRecord).map((file) => countFile(file, root));
  const passed = files.reduce((sum, file) => sum + file.passed, 0);
  const failures = files.flatMap((file) => file.failures);
  if (passed === 0 && failures.length === 0) failures.push(runFailure('There are no tests.', run.output));
  if (run.exitCode !== 0 && failures.length === 0) {
    failures.push(
      runFailure(`Every test passed, but vitest ended with exit code ${run.exitCode}.`, run.output),
    );
  }
  return { passed, failures };
}

function countFile(file: Readonly<Record<string, unknown>>, root: string): VitestCounts {
  const path = relative(root, textOf(file['name']));
  const tests = Array.isArray(file['assertionResults']) ? file['assertionResults'].filter(isRecord) : [];
  const failures: TestFailure[] = tests
    .filter((test) => test['status'] !== 'passed')
    .map((test) => ({ file: path, name: nameOf(test), message: messageOf(test) }));
  // A file that fails as a whole (it does not load, or a hook throws) names no failed test.
  if (file['status'] !== 'passed' && !tests.some((test) => test['status'] === 'failed')) {
    failures.push({
      file: path,
      name: 'the whole file',
      message: cut(textOf(file['message']) || 'It could not be run.'),
    });
  }
  if (tests.length === 0 && failures.length === 0) {
    failures.push({ file: path, name: 'the whole file', message: 'It holds no test.' });
  }
  return { passed: tests.filter((test) => test['status'] === 'passed').length, failures };
}

function nameOf(test: Readonly<Record<string, unknown>>): string {
  const parts = Array.isArray(test['ancestorTitles'])
    ? test['ancestorTitles'].map((part) => textOf(part))
    : [];
  return [...parts, textOf(test['title'])].filter((part) => part !== '').join(' > ');
}

function messageOf(test: Readonly<Record<string, unknown>>): string {
  const messages = Array.isArray(test['failureMessages'])
    ? test['failureMessages'].map((each) => textOf(each))
    : [];
  if (messages.length > 0) return cut(messages.join('\n'));
  return test['status'] === 'failed'
    ? 'It failed without a message.'
    : `It was not run (${textOf(test['status'])}).`;
}

function runFailure(message: string, output: string): TestFailure {
  return { file: 'vitest', name: 'the whole run', message: `${message}\n${cutFromEnd(output)}`.trimEnd() };
}

/** The first lines, without the stack inside the libraries. */
function cut(text: string): string {
  const lines = text.split('\n').filter((line) => !/^\s+at .*node_modules|^\s+at new Promise/.test(line));
  return lines.slice(0, messageLineLimit).join('\n');
}

function cutFromEnd(text: string): string {
  return text.trimEnd().split('\n').slice(-outputLineLimit).join('\n');
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
