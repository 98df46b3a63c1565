import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../command-line.ts';
import type { Command, CommandResult } from '../run-command.ts';
import { readVitestReport } from './read-vitest-report.ts';
import type { Step } from './steps.ts';
import type { StepResult, TestFailure } from './test-report.ts';

/** What running a step needs from outside, so that tests can stand in for it. */
export interface StepTools {
  readonly run: (command: Command) => Promise<CommandResult>;
  /** Milliseconds from any start, never going back. */
  readonly nowMillis: () => number;
}

const outputLineLimit = 60;

/**
 * Runs one step and counts it. A step whose needs failed is not run and counts as one failure that names them.
 * @param failedIds The ids of the steps that failed before.
 */
export async function runStep(
  step: Step,
  failedIds: ReadonlySet<string>,
  tools: StepTools,
): Promise<StepResult> {
  const missing = (step.needs ?? []).filter((id) => failedIds.has(id));
  if (missing.length > 0) {
    const failure = {
      file: shown(step.command),
      name: step.title,
      message: `Not run: ${missing.join(', ')} failed.`,
    };
    return { id: step.id, seconds: 0, passed: 0, failures: [failure] };
  }
  const start = tools.nowMillis();
  const counted = step.counts === 'one' ? await runAsOne(step, tools) : await runVitest(step, tools);
  return { id: step.id, seconds: (tools.nowMillis() - start) / 1000, ...counted };
}

type Counted = Pick<StepResult, 'passed' | 'failures'>;

async function runAsOne(step: Step, { run }: StepTools): Promise<Counted> {
  const { exitCode, output } = await run(step.command);
  if (exitCode === 0) return { passed: 1, failures: [] };
  const end = output.trimEnd().split('\n').slice(-outputLineLimit).join('\n');
  const failure: TestFailure = {
    file: shown(step.command),
    name: step.title,
    message: end === '' ? `Exit code ${exitCode}.` : end,
  };
  return { passed: 0, failures: [failure] };
}

async function runVitest(step: Step, { run }: StepTools): Promise<Counted> {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-test-'));
  const reportPath = join(folder, 'report.json');
  try {
    const words = [
      ...step.command.words,
      '--reporter=minimal',
      '--reporter=json',
      `--outputFile.json=${reportPath}`,
    ];
    const result = await run({ ...step.command, words });
    return readVitestReport({ ...result, reportText: readIfThere(reportPath) }, repositoryRoot);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function shown({ program, words }: Command): string {
  return [program === process.execPath ? 'node' : program, ...words].join(' ');
}
