import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ManifestByFolder } from '../check-boundaries/check-imports.ts';
import { parseManifest } from '../check-boundaries/package-exports.ts';
import { readCommandLine, repositoryRoot } from '../command-line.ts';
import { readSourceFiles } from '../source/source-file.ts';
import { drawGraph } from './draw-graph.ts';
import { fillDrawings } from './fill-drawings.ts';
import { graphOf, readFileImports, roomOf, unitName, withoutImplied, type FileImport } from './room-graph.ts';

const usage = `npm run architecture [-- --check] [--json]

Draws the packages and apps, and the rooms of each, into docs/architecture.md, from the imports that are really there.

  --check  write nothing; fail where the page is not what would be written
  --json   print who uses whom instead
  --help   print this

Exit code: 0 written, or fresh; 1 not fresh, or a drawing is missing; 2 wrong command line.`;

const page = join(repositoryRoot, 'docs/architecture.md');

/** Draws, checks or prints; gives the exit code. */
export function main(words: readonly string[]): number {
  const line = readCommandLine(words, { check: { type: 'boolean' }, json: { type: 'boolean' } }, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const imports = readFileImports(readSourceFiles(repositoryRoot, ['packages/*/src/**/*', 'apps/*/src/**/*']), readManifests());
  if (line.options['json'] === true) {
    const listed = [...graphOf(imports, roomOf)].map(([room, used]) => ({ room, uses: [...used].toSorted() }));
    console.log(JSON.stringify(listed, undefined, 2));
    return 0;
  }
  const before = readFileSync(page, 'utf8');
  const after = fillDrawings(before, (name) => drawingOf(name, imports));
  if (!after.ok) console.error(`docs/architecture.md: ${after.error}`);
  else if (line.options['check'] !== true) writeFileSync(page, after.value);
  else if (after.value !== before) console.error('docs/architecture.md is not fresh: run npm run architecture and commit what it writes');
  return after.ok && (line.options['check'] !== true || after.value === before) ? 0 : 1;
}

/** The drawing of a name: `house` for packages and apps, else the rooms of one of them. */
function drawingOf(name: string, imports: readonly FileImport[]): string | undefined {
  if (name === 'house') return drawGraph(withoutImplied(graphOf(imports, unitName)), (unit) => unit);
  const inside = (path: string): string | undefined => (unitName(path) === name ? roomOf(path) : undefined);
  const rooms = graphOf(imports, inside);
  return rooms.size === 0 ? undefined : drawGraph(withoutImplied(rooms), (room) => room.split('/').at(-1) ?? room);
}

function readManifests(): ManifestByFolder {
  const paths = globSync(['packages/*/package.json', 'apps/*/package.json'], { cwd: repositoryRoot });
  return new Map(paths.map((path) => [dirname(path).replaceAll('\\', '/'), parseManifest(readFileSync(join(repositoryRoot, path), 'utf8'))]));
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
