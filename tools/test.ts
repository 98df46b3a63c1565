import { readCommandLine } from './command-line.ts';
import { runCommand } from './run-command.ts';
import { runStep } from './test-steps/run-step.ts';
import { steps, type Step } from './test-steps/steps.ts';
import {
  formatFailure,
  formatStep,
  formatTotals,
  totalsOf,
  type StepResult,
} from './test-steps/test-report.ts';

const usage = `npm test -- [--only <step>]... [--list] [--json]

Runs every check and every test, also after a failure, and ends with "N passed, N failed".
A skipped test counts as failed.

  --only <step>   only this step; may be given more than once
  --list          print the steps and end
  --json          print one JSON object instead of text
  --help          print this

Exit code: 0 all passed, 1 something failed, 2 wrong command line.`;

const options = {
  only: { type: 'string', multiple: true },
  list: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Runs the steps, prints the report, gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words, options, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  if (line.options['list'] === true) {
    for (const { id, title } of steps) console.log(`${id.padEnd(14)} ${title}`);
    return 0;
  }
  const only = Array.isArray(line.options['only']) ? line.options['only'].map(String) : [];
  const unknown = only.filter((id) => !steps.some((step) => step.id === id));
  if (unknown.length > 0) {
    console.error(`There is no step '${unknown.join("', '")}'. See npm test -- --list.`);
    return 2;
  }
  const chosen = only.length === 0 ? steps : steps.filter(({ id }) => only.includes(id));
  return runAll(chosen, line.options['json'] === true);
}

async function runAll(chosen: readonly Step[], asJson: boolean): Promise<number> {
  const results: StepResult[] = [];
  const failedIds = new Set<string>();
  for (const step of chosen) {
    const result = await runStep(step, failedIds, { run: runCommand, nowMillis: () => performance.now() });
    if (result.failures.length > 0) failedIds.add(step.id);
    results.push(result);
    if (!asJson) console.log(formatStep(result));
  }
  const totals = totalsOf(results);
  if (asJson) {
    console.log(JSON.stringify({ ...totals, steps: results }, undefined, 2));
  } else {
    for (const failure of results.flatMap(({ failures }) => failures)) console.log(formatFailure(failure));
    console.log(`\n${formatTotals(totals)}`);
  }
  return totals.failed === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
