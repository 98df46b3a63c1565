import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCommandLine, repositoryRoot } from './command-line.ts';
import { readMovementFile, writePoses } from './poses/movement-file.ts';
import { postureFaults, settleMovement } from './poses/settle-movement.ts';

const usage = `npm run poses -- [<id>...] [--settle] [--json]

Checks the postures in packages/knowledge/src/movements: joints within their range, contacts that touch, nothing that
sinks in, bearing feet and knees that stay where they are.

  --settle   turn the joints of bearing limbs, as little as possible, until contacts touch; writes the files
  --json     print the faults as JSON
  --help     print this

Exit code: 0 sound, 1 faults, 2 wrong command line.`;

const options = { settle: { type: 'boolean' }, json: { type: 'boolean' } } as const;

function main(words: readonly string[]): number {
  const ids = words.filter((word) => !word.startsWith('-'));
  const line = readCommandLine(
    words.filter((word) => word.startsWith('-')),
    options,
    usage,
  );
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const folder = join(repositoryRoot, 'packages/knowledge/src/movements');
  const paths = globSync('*.yaml', { cwd: folder })
    .filter((name) => ids.length === 0 || ids.includes(basename(name, '.yaml')))
    .toSorted()
    .map((name) => join(folder, name));
  if (line.options['settle'] === true) {
    for (const path of paths) {
      const file = readMovementFile(path);
      writePoses(file, settleMovement(file.movement));
    }
  }
  const faults = paths.flatMap((path) => postureFaults(readMovementFile(path).movement));
  if (line.options['json'] === true)
    console.log(JSON.stringify({ movements: paths.length, faults }, undefined, 2));
  else {
    for (const { posture, what } of faults) console.log(`${posture}: ${what}`);
    console.log(`${paths.length} movements, ${faults.length} faults.`);
  }
  return faults.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
