import { join } from 'node:path';
import { readCommandLine, repositoryRoot } from '../command-line.ts';
import { readSourceFiles } from '../source/source-file.ts';
import { firstLoadRow, measureFirstLoad } from './first-load.ts';
import { isCounted, judgeSources, type SizeRow } from './judge-sources.ts';
import { measureFile } from './measure-file.ts';

const usage = `node tools/sizes/main.ts [--sources] [--first-load] [--json]

Measures files, functions and type assertions in packages, apps and tools, and the JavaScript that the built
app loads first. Without a choice it measures both.

  --sources      only the sources
  --first-load   only the built app (apps/web/dist: run npm run build first)
  --json         print the rows as JSON
  --help         print this

Exit code: 0 all within the limits, 1 something beyond, 2 wrong command line.`;

const options = {
  sources: { type: 'boolean' },
  'first-load': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Measures, prints a table, gives the exit code. */
export function main(words: readonly string[]): number {
  const line = readCommandLine(words, options, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const onlySources = line.options['sources'] === true;
  const onlyFirstLoad = line.options['first-load'] === true;
  const rows: SizeRow[] = [];
  if (onlySources || !onlyFirstLoad) rows.push(...measureSources());
  if (onlyFirstLoad || !onlySources)
    rows.push(firstLoadRow(measureFirstLoad(join(repositoryRoot, 'apps/web/dist'))));
  console.log(line.options['json'] === true ? JSON.stringify(rows, undefined, 2) : formatRows(rows));
  return rows.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
}

function measureSources(): SizeRow[] {
  const files = readSourceFiles(repositoryRoot, ['packages/*/src/**/*', 'apps/*/src/**/*', 'tools/**/*']);
  return judgeSources(files.filter(({ path }) => isCounted(path)).map((file) => measureFile(file)));
}

/** Shows rows as a table; below each row the places that go beyond. */
export function formatRows(rows: readonly SizeRow[]): string {
  const widthOf = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
  const what = widthOf(rows.map((row) => row.what));
  const measured = widthOf(rows.map((row) => row.measured));
  const limit = widthOf(rows.map((row) => row.limit));
  return rows
    .flatMap((row) => [
      `${row.what.padEnd(what)}  ${row.measured.padStart(measured)}  limit ${row.limit.padEnd(limit)}  ${row.verdict}`,
      ...row.places.map((place) => `    ${place}`),
    ])
    .join('\n');
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
