import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine, repositoryRoot } from '../command-line.ts';
import { createVectors } from './create-vectors.ts';

const usage = `npm run vectors

Writes packages/sync/vectors.json: values that another implementation of packages/sync/SPEC.md can be tried on.

  --help   print this

Exit code: 0 written, 2 wrong command line.`;

/** Where the vectors are kept, from the repository's root. */
export const vectorsPath = 'packages/sync/vectors.json';

/** The text of the file. */
export function vectorsToText(): string {
  return `${JSON.stringify(createVectors(), undefined, 2)}\n`;
}

/** Writes the file, gives the exit code. */
export function main(words: readonly string[]): number {
  const line = readCommandLine(words, {}, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  writeFileSync(join(repositoryRoot, vectorsPath), vectorsToText());
  console.log(`${vectorsPath} is written.`);
  return 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
