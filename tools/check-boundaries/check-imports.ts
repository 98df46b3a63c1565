import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { isTest } from '../source/source-file.ts';
import {
  floorOf,
  isPure,
  mayImport,
  mayUseLibrary,
  runsInNode,
  testLibraries,
  unitOfName,
  type Unit,
} from './layout.ts';
import { emptyManifest, fileOfExport, type Manifest } from './package-exports.ts';
import type { SourceImport } from './read-imports.ts';
import type { Finding, RuleId } from './rules.ts';

/** The package.json files by folder; the repository's own stands under the empty name. */
export type ManifestByFolder = ReadonlyMap<string, Manifest>;

/** A file's imports, and the unit that the file belongs to. */
export interface ImportingFile {
  readonly path: string;
  readonly unit: Unit;
  readonly imports: readonly SourceImport[];
}

type Fault = readonly [rule: RuleId, message: string];

/** Checks every import of a file against rules B-01 to B-06 and B-09 to B-11. */
export function checkImports(file: ImportingFile, manifests: ManifestByFolder): Finding[] {
  return file.imports.flatMap((each) =>
    faultsOfImport(file, each.specifier, manifests).map(([rule, message]) => ({
      rule,
      message,
      path: file.path,
      line: each.line,
    })),
  );
}

/**
 * The repository's file that an import leads to, whether or not the file exists; undefined for a library and
 * for a path that a package does not export.
 */
export function targetOfImport(
  path: string,
  specifier: string,
  manifests: ManifestByFolder,
): string | undefined {
  if (isRelative(specifier)) return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
  const named = splitOwnName(specifier);
  if (named === undefined) return undefined;
  const file = fileOfExport(manifests.get(named.unit.folder) ?? emptyManifest, named.path);
  return file === undefined ? undefined : posix.join(named.unit.folder, file);
}

/** Fetches the app as it was built for another language: an output of the build, which no source can name. */
const languageChooser = 'apps/web/src/main.tsx';

function faultsOfImport(
  file: ImportingFile,
  specifier: string | undefined,
  manifests: ManifestByFolder,
): Fault[] {
  if (specifier === undefined) return file.path === languageChooser ? [] : [['B-11', 'This import computes its path.']];
  if (isRelative(specifier)) return faultsOfRelative(file, specifier);
  const named = splitOwnName(specifier);
  if (named !== undefined) return faultsOfOwnName(file.unit, named, manifests);
  return faultsOfLibrary(file, specifier, manifests);
}

function faultsOfRelative(file: ImportingFile, specifier: string): Fault[] {
  const target = posix.join(posix.dirname(file.path), specifier);
  const faults: Fault[] = [];
  if (specifier.startsWith('/') || !target.startsWith(`${file.unit.folder}/`)) {
    faults.push(['B-04', `'${specifier}' leaves ${file.unit.folder}.`]);
  }
  if (!/\.\w+(\?.*)?$/.test(specifier) || /\.jsx?$/.test(specifier)) {
    faults.push(['B-10', `'${specifier}' does not name a source file with its ending.`]);
  }
  return faults;
}

function faultsOfOwnName(from: Unit, named: OwnName, manifests: ManifestByFolder): Fault[] {
  const { unit, path, specifier } = named;
  if (unit.kind === 'app' && from.folder !== unit.folder)
    return [['B-02', `${from.folder} imports the app '${specifier}'.`]];
  if (floorOf(unit) === undefined || !mayImport(from, unit)) {
    return [['B-01', `${from.folder} must not import '${specifier}'.`]];
  }
  const manifest = manifests.get(unit.folder);
  if (manifest === undefined) return [['B-03', `'${specifier}': there is no ${unit.folder}/package.json.`]];
  return fileOfExport(manifest, path) === undefined
    ? [['B-03', `${unit.folder} does not export '${path}'.`]]
    : [];
}

function faultsOfLibrary(file: ImportingFile, specifier: string, manifests: ManifestByFolder): Fault[] {
  const { unit, path } = file;
  if (isBuiltin(specifier)) {
    const allowed = runsInNode(unit) || (isTest(path) && !isPure(unit));
    return allowed ? [] : [['B-06', `${unit.folder} imports the Node module '${specifier}'.`]];
  }
  if (specifier.startsWith('virtual:')) return [];
  const library = libraryName(specifier);
  if (isTest(path) && testLibraries.includes(library)) return [];
  if (isPure(unit) && !mayUseLibrary(unit, library))
    return [['B-05', `${unit.folder} imports '${library}'.`]];
  const own = manifests.get(unit.folder) ?? emptyManifest;
  const root = manifests.get('') ?? emptyManifest;
  const listed = [
    ...own.dependencies,
    ...(isTest(path) ? [...own.devDependencies, ...root.devDependencies] : []),
  ];
  return listed.includes(library)
    ? []
    : [['B-09', `${unit.folder}/package.json does not list '${library}'.`]];
}

interface OwnName {
  readonly unit: Unit;
  /** The path inside the package, as `exports` writes it: `.` or `./safety`. */
  readonly path: string;
  readonly specifier: string;
}

function splitOwnName(specifier: string): OwnName | undefined {
  const match = /^@psoas\/([^/]+)(\/.+)?$/.exec(specifier);
  const name = match?.[1];
  return name === undefined ? undefined : { unit: unitOfName(name), path: `.${match?.[2] ?? ''}`, specifier };
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/');
}

function libraryName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
