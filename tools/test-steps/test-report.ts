/** One test that did not pass. */
export interface TestFailure {
  /** The test's file, or the command of a step that is no test file. */
  readonly file: string;
  readonly name: string;
  readonly message: string;
}

/** What one step of `npm test` counted. */
export interface StepResult {
  readonly id: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failures: readonly TestFailure[];
}

/** The sums over all steps. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** Adds up what the steps counted. */
export function totalsOf(results: readonly StepResult[]): Totals {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failures }) => sum + failures.length, 0),
  };
}

/** The last line of `npm test`. */
export function formatTotals({ passed, failed }: Totals): string {
  return `${passed} passed, ${failed} failed`;
}

/** One line about a step that has ended. */
export function formatStep({ id, seconds, passed, failures }: StepResult): string {
  const verdict = failures.length === 0 ? 'ok    ' : 'FAILED';
  const counts = `${passed} passed${failures.length === 0 ? '' : `, ${failures.length} failed`}`;
  return `${verdict} ${id.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`;
}

/** A failure with its file, its name and its message, indented. */
export function formatFailure({ file, name, message }: TestFailure): string {
  const indented = message.trimEnd().replaceAll('\n', '\n    ');
  return `\n${file}\n  ${name}\n    ${indented}`;
}
