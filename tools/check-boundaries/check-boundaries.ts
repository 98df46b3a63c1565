import { isTest, type SourceFile } from '../source/source-file.ts';
import { parseSource, type SyntaxTree } from '../source/syntax-tree.ts';
import { checkImports, targetOfImport, type ManifestByFolder } from './check-imports.ts';
import { findAmbientUses } from './find-ambient.ts';
import { findCycles } from './find-cycles.ts';
import { floorOf, isPure, unitOfPath, type Unit } from './layout.ts';
import { readImports, type SourceImport } from './read-imports.ts';
import type { Finding } from './rules.ts';

interface ReadFile {
  readonly path: string;
  readonly unit: Unit;
  readonly tree: SyntaxTree;
  readonly imports: readonly SourceImport[];
}

/**
 * Checks files of packages and apps against the rules of `docs/spec/boundaries.md`.
 * @param files Sources with paths from the repository's root; those outside `packages` and `apps` are passed over.
 * @param manifests Each unit's package.json by folder, the root's under the empty name.
 * @returns Every finding, sorted by path and line.
 */
export function checkBoundaries(files: readonly SourceFile[], manifests: ManifestByFolder): Finding[] {
  const read = files.flatMap((file) => readFile(file));
  const findings = [
    ...read.flatMap((file) => checkFile(file, manifests)),
    ...unplacedUnits(read),
    ...cyclesAsFindings(read, manifests),
  ];
  return findings.toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

function readFile(file: SourceFile): ReadFile[] {
  const unit = unitOfPath(file.path);
  if (unit === undefined) return [];
  const tree = parseSource(file);
  return [{ path: file.path, unit, tree, imports: readImports(tree) }];
}

function checkFile(file: ReadFile, manifests: ManifestByFolder): Finding[] {
  const { path, tree, unit } = file;
  const findings: Finding[] = tree.faults.map(({ line, text }) => ({
    rule: 'B-00',
    path,
    line,
    message: text,
  }));
  findings.push(...checkImports(file, manifests));
  if (isPure(unit)) {
    for (const { line, text } of findAmbientUses(tree, { inTest: isTest(path) })) {
      findings.push({ rule: 'B-07', path, line, message: `${unit.folder} uses ${text}.` });
    }
  }
  return findings;
}

/** A new package or app has no floor until somebody decides: its first file carries the finding. */
function unplacedUnits(files: readonly ReadFile[]): Finding[] {
  const firstByFolder = new Map<string, ReadFile>();
  for (const file of files) {
    if (floorOf(file.unit) === undefined && !firstByFolder.has(file.unit.folder))
      firstByFolder.set(file.unit.folder, file);
  }
  return [...firstByFolder.values()].map(({ path, unit }) => ({
    rule: 'B-01',
    path,
    line: 1,
    message: `${unit.folder} has no floor yet: give it one in tools/check-boundaries/layout.ts.`,
  }));
}

function cyclesAsFindings(files: readonly ReadFile[], manifests: ManifestByFolder): Finding[] {
  const targetsOf = (file: ReadFile): { target: string; line: number }[] =>
    file.imports.flatMap(({ specifier, line, typeOnly }) => {
      const target =
        specifier === undefined || typeOnly ? undefined : targetOfImport(file.path, specifier, manifests);
      return target === undefined ? [] : [{ target, line }];
    });
  const graph = new Map(files.map((file) => [file.path, targetsOf(file).map(({ target }) => target)]));
  return findCycles(graph).map((cycle) => {
    const [first = ''] = cycle;
    const file = files.find(({ path }) => path === first);
    const line =
      file === undefined ? 1 : (targetsOf(file).find(({ target }) => cycle.includes(target))?.line ?? 1);
    return {
      rule: 'B-08',
      path: first,
      line,
      message: `These files import each other in a circle: ${cycle.join(', ')}.`,
    };
  });
}
