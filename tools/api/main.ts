import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseManifest } from '../check-boundaries/package-exports.ts';
import { readCommandLine, repositoryRoot } from '../command-line.ts';
import { readSourceFiles } from '../source/source-file.ts';
import { apiFolder, indexPage, packagePage } from './package-page.ts';
import type { PublicDoor } from './public-name.ts';
import { readDoor } from './read-door.ts';

const usage = `npm run api [-- --check] [--json]

Writes docs/api: every name that a package offers, with its declaration and its doc comment.

  --check  write nothing; fail where docs/api is not what would be written, or a name has no doc comment
  --json   print the names as JSON instead
  --help   print this

Exit code: 0 written, or all as it should be; 1 not; 2 wrong command line.`;

/** The packages whose names are code; the doors of the knowledge are data. */
const packageNames = ['kernel', 'core', 'body', 'figure', 'exchange', 'sync'];

/** Writes, checks or prints the reference; gives the exit code. */
export function main(words: readonly string[]): number {
  const line = readCommandLine(words, { check: { type: 'boolean' }, json: { type: 'boolean' } }, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const packages = readPackages();
  if (line.options['json'] === true) {
    console.log(JSON.stringify(packages, undefined, 2));
    return 0;
  }
  const pages = new Map([
    ['README.md', indexPage(packages)],
    ...packages.map(({ name, doors }): [string, string] => [`${name}.md`, packagePage(name, doors)]),
  ]);
  return line.options['check'] === true ? check(packages, pages) : write(pages);
}

function readPackages(): readonly { readonly name: string; readonly doors: readonly PublicDoor[] }[] {
  const files = new Map(readSourceFiles(repositoryRoot, ['packages/*/src/**/*']).map((file) => [file.path, file]));
  return packageNames.map((name) => {
    const folder = `packages/${name}`;
    const { exportsByPath } = parseManifest(readFileSync(join(repositoryRoot, folder, 'package.json'), 'utf8'));
    const doors = Object.entries(exportsByPath).map(([path, target]) =>
      readDoor(`@psoas/${name}${path.slice(1)}`, join(folder, target), (wanted) => files.get(wanted)),
    );
    return { name, doors };
  });
}

function check(packages: readonly { readonly doors: readonly PublicDoor[] }[], pages: ReadonlyMap<string, string>): number {
  const stale = [...pages].filter(([file, text]) => currentText(file) !== text).map(([file]) => `${apiFolder}/${file} is not fresh: run npm run api and commit what it writes`);
  const left = oldFiles(pages).map((file) => `${apiFolder}/${file} belongs to no package: run npm run api`);
  const names = packages.flatMap(({ doors }) => doors.flatMap((door) => door.names));
  const silent = [...new Set(names.filter(({ doc }) => doc === '').map(({ name, path, line }) => `${path}:${line} ${name} has no doc comment: say what it is`))];
  for (const fault of [...stale, ...left, ...silent]) console.error(fault);
  return stale.length + left.length + silent.length === 0 ? 0 : 1;
}

function write(pages: ReadonlyMap<string, string>): number {
  mkdirSync(join(repositoryRoot, apiFolder), { recursive: true });
  for (const file of oldFiles(pages)) rmSync(join(repositoryRoot, apiFolder, file));
  for (const [file, text] of pages) writeFileSync(join(repositoryRoot, apiFolder, file), text);
  console.log(`${pages.size} pages in ${apiFolder}.`);
  return 0;
}

function currentText(file: string): string | undefined {
  const path = join(repositoryRoot, apiFolder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function oldFiles(pages: ReadonlyMap<string, string>): readonly string[] {
  return globSync('*.md', { cwd: join(repositoryRoot, apiFolder) }).filter((file) => !pages.has(file));
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
