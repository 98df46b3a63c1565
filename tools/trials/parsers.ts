/** `npm run trial:parsers`: lets a hundred thousand made and damaged inputs into every door, and looks what comes of each. */
import { doors } from '../parsers/doors.ts';
import { heapGrowthLimitBytes, isSound, millisForInput, type DoorOutcome } from '../parsers/fuzz-door.ts';
import { runDoor } from './parsers/run-door.ts';
import { runTrial } from './run-trial.ts';

const usage = `npm run trial:parsers [-- --only fit]... [--runs 100000] [--seed 20261121] [--json]

Lets inputs into every place where bytes or texts come in from outside: made from the ground, and whole ones damaged,
cut off, repeated and spliced. Each has to be taken, or refused by a value that says why; within ${millisForInput} ms, without an
exception, a change of the prototype of all objects, or a heap that grows by more than ${heapGrowthLimitBytes / 1e6} MB.

  --only <door>     only this door; may be given more than once (${doors.map(({ id }) => id).join(', ')})
  --runs <number>   how many inputs for each (100000)
  --seed <number>   what chooses them (20261121)
  --json            the outcome as JSON, and no progress
  --help            print this

Exit code: 0 passed, 1 an input that breaks a door was found: it is printed, 2 wrong command line, 3 could not run.`;

process.exitCode = await runTrial({
  usage,
  table: {
    only: { type: 'string', multiple: true },
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20261121' },
  },
  run: async ({ only, runs, seed }, say) => {
    const plan = { runs: Number(runs), seed: Number(seed) };
    const chosen = Array.isArray(only) ? only.map(String) : doors.map(({ id }) => id);
    const unknown = chosen.find((id) => !doors.some((door) => door.id === id));
    if (unknown !== undefined) throw new Error(`There is no door '${unknown}'. See --help.`);
    const outcomes: DoorOutcome[] = [];
    for (const id of chosen) {
      const outcome = await runDoor({ id, ...plan }, say);
      say([lineOf(outcome), ...findingLines(outcome)].join('\n'));
      outcomes.push(outcome);
    }
    const isPassed = outcomes.every(isSound);
    const outcome = { ...plan, doors: outcomes.map(({ finding, ...rest }) => ({ ...rest, ...(finding && { finding: { ...finding, input: shown(finding.input) } }) })) };
    return { outcome, text: toText(outcomes, plan), isPassed };
  },
});

function toText(outcomes: readonly DoorOutcome[], { runs, seed }: { readonly runs: number; readonly seed: number }): string {
  const head = `${'door'.padEnd(13)}${['taken', 'refused', 'slowest', 'heap'].map((word) => word.padStart(11)).join('')}`;
  const findings = outcomes.flatMap(findingLines);
  const found = findings.length === 0 ? [`nothing found; ${runs} inputs for each, seed ${seed}`] : [`seed ${seed}`, ...findings];
  return ['', head, ...outcomes.map(lineOf), '', ...found].join('\n');
}

function findingLines({ id, finding }: DoorOutcome): readonly string[] {
  return finding === undefined ? [] : [`${id}: ${finding.reason}`, `  ${finding.input.length} bytes: ${shown(finding.input)}`];
}

function lineOf({ id, taken, refused, slowestMillis, heapGrowthBytes, finding }: DoorOutcome): string {
  const cells = [String(taken), String(refused), `${slowestMillis.toFixed(1)} ms`, `${(heapGrowthBytes / 1e6).toFixed(1)} MB`];
  return `${id.padEnd(13)}${cells.map((cell) => cell.padStart(11)).join('')}${finding === undefined ? '' : '  BROKEN'}`;
}

// As it can be pasted into a test; of what is long, its beginning.
function shown(input: Uint8Array): string {
  const text = Buffer.from(input).toString('utf8');
  return Buffer.from(text).equals(input) ? JSON.stringify(text.slice(0, 2000)) : `base64 ${Buffer.from(input.subarray(0, 1500)).toString('base64')}`;
}
