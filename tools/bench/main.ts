import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine, repositoryRoot } from '../command-line.ts';
import { keepsBar, rowsOf, rowsToText, type Outcome } from './bench-table.ts';
import { benchmarksPage } from './benchmarks-page.ts';
import { loadAverage, lookAtMachine } from './look-at-machine.ts';
import { benchDay, localDay } from './bench-day.ts';
import type { Measurement } from './measurement.ts';
import { measurements } from './measurements.ts';
import { measureAgain, measureAll } from './run-measurements.ts';
import { compareRatios, lostRatios, newRatios, parseRatios, ratiosToText, type StoredRatios } from './stored-ratios.ts';

const usage = `npm run bench [-- [--only <id>]... [--runs <number>] [--check | --write] [--json]]

Measures how long things take and how big they are, and prints one table. Fails where a bar is missed.

  --only <id>      only this measurement; may be given more than once
  --list           print the measurements and end
  --runs <number>  how often each thing is measured, instead of its own number
  --check          fail only where a stored ratio (tools/bench/ratios.json) got worse by more than a tenth and by more
                   than the spread of the runs, twice; bars are shown and do not count
  --write          measure everything, also what is apart; write docs/benchmarks.md and the stored ratios
  --json           print all runs as one JSON object instead of the table
  --help           print this

Exit code: 0 all as it should be, 1 something is not or could not be measured, 2 wrong command line.`;

const options = {
  only: { type: 'string', multiple: true },
  list: { type: 'boolean' },
  runs: { type: 'string' },
  check: { type: 'boolean' },
  write: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const page = join(repositoryRoot, 'docs/benchmarks.md');
const ratiosFile = join(import.meta.dirname, 'ratios.json');

/** With fewer runs a median says nothing that is worth keeping. */
const fewestKeptRuns = 5;
const mostRuns = 1000;

/** What the person asked for. */
type Wish = {
  readonly chosen: readonly Measurement[];
  /** Whether nothing was left out by name. */
  readonly isWhole: boolean;
  readonly runs: number | undefined;
  readonly isCheck: boolean;
  readonly isWrite: boolean;
  readonly isJson: boolean;
};

/** Measures, prints, gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words, options, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const { only, runs, list, check, write, json } = line.options;
  if (list === true) {
    for (const { id, what, isApart } of measurements) console.log(`${id.padEnd(12)} ${what}${isApart === true ? ' (apart: only by --only or --write)' : ''}`);
    return 0;
  }
  const ids = Array.isArray(only) ? only.map(String) : [];
  const count = runs === undefined ? undefined : Number(runs);
  const fault = faultOf(ids, { count, isCheck: check === true, isWrite: write === true });
  if (fault !== undefined) {
    console.error(fault);
    return 2;
  }
  const isChosen = ({ id, isApart }: Measurement): boolean => (ids.length === 0 ? isApart !== true || write === true : ids.includes(id));
  return run({ chosen: measurements.filter(isChosen), isWhole: ids.length === 0, runs: count, isCheck: check === true, isWrite: write === true, isJson: json === true });
}

type Given = { readonly count: number | undefined; readonly isCheck: boolean; readonly isWrite: boolean };

function faultOf(ids: readonly string[], { count, isCheck, isWrite }: Given): string | undefined {
  const unknown = ids.filter((id) => !measurements.some((each) => each.id === id));
  if (unknown.length > 0) return `There is no measurement '${unknown.join("', '")}'. See npm run bench -- --list.`;
  if (count !== undefined && !(Number.isInteger(count) && count >= 1 && count <= mostRuns)) return `--runs takes a whole number from 1 to ${mostRuns}.`;
  if (isCheck && isWrite) return 'Give --check or --write, not both.';
  if (isWrite && ids.length > 0) return 'The page holds everything: give --write without --only.';
  if ((isWrite || isCheck) && count !== undefined && count < fewestKeptRuns) return `--write and --check need at least ${fewestKeptRuns} runs.`;
  return undefined;
}

async function run({ chosen, isWhole, runs, isCheck, isWrite, isJson }: Wish): Promise<number> {
  const before = readStored();
  if (before === undefined) return 1;
  const load = loadAverage();
  const settings = { runs, today: benchDay, say: (text: string): void => console.error(text) };
  const first = await measureAll(chosen, settings);
  const outcomes = isCheck ? await measureAgain(first, { chosen, stored: before, settings }) : first;
  const figures = outcomes.flatMap((outcome) => outcome.figures);
  const comparisons = compareRatios(figures, before);
  const machine = lookAtMachine([load, loadAverage()]);
  if (isJson) console.log(JSON.stringify({ date: localDay(new Date()), machine, outcomes, comparisons }, undefined, 2));
  else console.log(rowsToText(rowsOf(outcomes, isCheck || isWrite ? comparisons : [])));
  if (isWrite) {
    writePage(outcomes, benchmarksPage(outcomes, machine, localDay(new Date())));
    writeFileSync(ratiosFile, ratiosToText(figures, before));
  }
  const isMeasured = outcomes.every(({ reason }) => reason === undefined);
  if (!isCheck) return isMeasured && figures.every((figure) => keepsBar(figure)) ? 0 : 1;
  // Of a part, or where something could not be measured, others lack by themselves.
  const lost = isWhole && isMeasured ? lostRatios(figures, before) : [];
  for (const id of lost) console.error(`${id} is stored and is not measured any more: take it out of tools/bench/ratios.json.`);
  for (const id of newRatios(figures, before)) console.error(`${id} was never stored, so it cannot get worse: npm run bench -- --write stores it.`);
  return isMeasured && lost.length === 0 && comparisons.every(({ isWorse }) => !isWorse) ? 0 : 1;
}

function writePage(outcomes: readonly Outcome[], text: string): void {
  writeFileSync(page, text);
  console.error(`${outcomes.length} measurements written to docs/benchmarks.md and tools/bench/ratios.json`);
}

function readStored(): StoredRatios | undefined {
  const stored = parseRatios(readFileSync(ratiosFile, 'utf8'));
  if (stored.ok) return stored.value;
  for (const { field, allowed } of stored.error) console.error(`tools/bench/ratios.json: ${field} must be ${allowed}. Mend it, or take the one of the last commit.`);
  return undefined;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
