import { readCommandLine } from '../command-line.ts';
import { judgeMachine, type Finding } from './judge-machine.ts';
import { lookAtMachine } from './look-at-machine.ts';

const usage = `npm run doctor [-- --json]

Says what this machine lacks for npm start and npm test, and what the longer trials would need besides. Changes nothing.

  --json   print the findings as JSON
  --help   print this

Exit code: 0 nothing lacks, 1 something does, 2 wrong command line.`;

/** Looks, prints, gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words, { json: { type: 'boolean' } }, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const findings = judgeMachine(await lookAtMachine());
  console.log(line.options['json'] === true ? JSON.stringify(findings, undefined, 2) : findings.map(formatFinding).join('\n'));
  return findings.some(({ verdict }) => verdict === 'lacks') ? 1 : 0;
}

function formatFinding({ what, found, verdict, remedy }: Finding): string {
  const row = `${verdict.padEnd(5)}  ${what.padEnd(11)} ${found}`;
  return remedy === undefined ? row : `${row}\n                     ${remedy}`;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
