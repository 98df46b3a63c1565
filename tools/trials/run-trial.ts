import { readCommandLine, type GivenOptions, type OptionTable } from '../command-line.ts';

/** A trial from the command line. */
export type Trial = {
  readonly usage: string;
  /** Its options; `--json` and `--help` come by themselves. */
  readonly table: OptionTable;
  /** `say` shows progress. A rejection is a trial that could not run: its message says why and what to do. */
  readonly run: (
    options: GivenOptions,
    say: (text: string) => void,
  ) => Promise<{ readonly outcome: unknown; readonly text: string; readonly isPassed: boolean }>;
};

/** Runs a trial and prints what came of it; gives the exit code: 0 passed, 1 not, 2 wrong command line, 3 could not run. */
export async function runTrial({ usage, table, run }: Trial, words = process.argv.slice(2)): Promise<number> {
  const line = readCommandLine(words, { ...table, json: { type: 'boolean' } }, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const isJson = line.options['json'] === true;
  try {
    const { outcome, text, isPassed } = await run(line.options, isJson ? () => {} : console.log);
    console.log(isJson ? JSON.stringify({ isPassed, ...toRecord(outcome) }) : text);
    return isPassed ? 0 : 1;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (isJson) console.log(JSON.stringify({ isPassed: false, couldNotRun: reason }));
    else console.error(`The trial could not run: ${reason}`);
    return 3;
  }
}

function toRecord(outcome: unknown): object {
  return typeof outcome === 'object' && outcome !== null ? outcome : { outcome };
}
