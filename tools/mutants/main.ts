/** `npm run mutants`: breaks the rules in many small ways, one at a time, and looks whether a test notices. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine, repositoryRoot } from '../command-line.ts';
import { runCommand } from '../run-command.ts';
import { killedPercent, readReport, type FileOutcome } from './read-report.ts';
import { filesByRoom, type RoomToRun } from './rooms.ts';

const usage = `npm run mutants [-- --only <folder or file>] [--afresh] [--json]

Breaks the code of safety and diary in many small ways, one at a time, and looks whether a test notices. Shows each
change that none noticed. What did not change since the last run is not tried again. Reports lie in .cache/mutants.
All of it takes more than an hour on a small machine: name what you work on.

  --only <path>  a file, or a folder with all below it; can be given more than once
  --afresh       try everything again
  --json         the outcome as JSON, and no progress
  --help         print this

Exit code: 0 at least 90 % noticed in each file, 1 less, 2 wrong command line, 3 could not run.`;

/** Of a file's mutants so many must be noticed, in percent. */
const barPercent = 90;
const reportFolder = join(repositoryRoot, '.cache/mutants');
const hourSeconds = 3600;

/** Runs the rooms one after the other, prints what came of it, gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words, { only: { type: 'string', multiple: true }, afresh: { type: 'boolean' }, json: { type: 'boolean' } }, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const { only, afresh, json } = line.options;
  const paths = Array.isArray(only) ? only.map(String) : [];
  const toRun = filesByRoom(repositoryRoot, paths);
  if (toRun.length === 0) {
    console.log(`nothing to mutate at ${paths.join(', ')}: name a file or folder of safety or diary in packages/core/src, from the root\n\n${usage}`);
    return 2;
  }
  const outcomes: FileOutcome[] = [];
  for (const room of toRun) {
    const run = await runRoom(room, { isAfresh: afresh === true, isQuiet: json === true });
    if (!run.ok) {
      console.error(`${room.room.name} could not run:\n${run.output}`);
      return 3;
    }
    outcomes.push(...run.outcomes);
  }
  const isPassed = outcomes.every((outcome) => killedPercent([outcome]) >= barPercent);
  console.log(json === true ? JSON.stringify({ isPassed, barPercent, files: outcomes }, undefined, 2) : formatOutcomes(outcomes));
  return isPassed ? 0 : 1;
}

type RoomRun = { readonly ok: true; readonly outcomes: readonly FileOutcome[] } | { readonly ok: false; readonly output: string };

async function runRoom({ room, files }: RoomToRun, { isAfresh, isQuiet }: { readonly isAfresh: boolean; readonly isQuiet: boolean }): Promise<RoomRun> {
  const report = join(reportFolder, 'report.json');
  rmSync(report, { force: true });
  const { output } = await runCommand({
    program: 'stryker',
    words: [
      'run',
      'tools/mutants/stryker.config.json',
      `--mutate=${files.join(',')}`,
      `--incrementalFile=.cache/mutants/${room.name}.json`,
      ...(isAfresh ? ['--force'] : []),
    ],
    env: { MUTANTS_TESTS: room.tests.join(' ') },
    output: isQuiet ? 'keep' : 'show',
    timeoutSeconds: 4 * hourSeconds,
  });
  if (!existsSync(report)) return { ok: false, output };
  return { ok: true, outcomes: readReport(readFileSync(report, 'utf8'), files) };
}

/** A row for each file, below it what no test noticed, and the whole at the end. */
export function formatOutcomes(outcomes: readonly FileOutcome[]): string {
  const width = Math.max(4, ...outcomes.map(({ path }) => path.length));
  const row = (path: string, cells: readonly (string | number)[]): string => [path.padEnd(width), ...cells.map((cell) => String(cell).padStart(10))].join(' ');
  const percent = (of: readonly FileOutcome[]): string => `${killedPercent(of).toFixed(1)} %`;
  const sum = (key: 'killed' | 'timedOut' | 'survived' | 'notCovered' | 'broken'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return [
    row('file', ['noticed', 'killed', 'timeout', 'survived', 'no test', 'broken']),
    ...outcomes.flatMap((outcome) => [
      row(outcome.path, [percent([outcome]), outcome.killed, outcome.timedOut, outcome.survived, outcome.notCovered, outcome.broken]),
      ...outcome.survivors.map(({ line, column, mutation, replacement, isCovered }) => `    ${line}:${column} ${mutation}${isCovered ? '' : ' (no test comes here)'}: ${replacement.replaceAll(/\s+/g, ' ')}`),
    ]),
    row('all', [percent(outcomes), sum('killed'), sum('timedOut'), sum('survived'), sum('notCovered'), sum('broken')]),
  ].join('\n');
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
