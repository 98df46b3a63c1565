import { targetOfImport, type ManifestByFolder } from '../check-boundaries/check-imports.ts';
import { unitOfPath } from '../check-boundaries/layout.ts';
import { readImports } from '../check-boundaries/read-imports.ts';
import { isGenerated, isTest, type SourceFile } from '../source/source-file.ts';
import { parseSource } from '../source/syntax-tree.ts';

/** Who uses whom: for each place, the places that its files import from. Itself is left out. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** An import from one file to another, both as paths from the repository's root. */
export interface FileImport {
  readonly from: string;
  readonly to: string;
}

/** Every import between the repository's own files, types too; tests and modules that a tool wrote are left out. */
export function readFileImports(files: readonly SourceFile[], manifests: ManifestByFolder): readonly FileImport[] {
  return files
    .filter(({ path }) => !isTest(path) && !isGenerated(path) && !path.includes('/testing/'))
    .flatMap((file) =>
      readImports(parseSource(file)).flatMap(({ specifier }) => {
        const to = specifier === undefined ? undefined : targetOfImport(file.path, specifier, manifests);
        return to === undefined ? [] : [{ from: file.path, to }];
      }),
    );
}

/** The graph of the places that `placeOf` gives to files; files without a place are left out. */
export function graphOf(imports: readonly FileImport[], placeOf: (path: string) => string | undefined): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [user, used] = [placeOf(from), placeOf(to)];
    if (user !== undefined && !graph.has(user)) graph.set(user, new Set());
    if (used !== undefined && !graph.has(used)) graph.set(used, new Set());
    if (user !== undefined && used !== undefined && user !== used) graph.get(user)?.add(used);
  }
  return graph;
}

/** The package or app of a file: `core`, `web`. */
export function unitName(path: string): string | undefined {
  return unitOfPath(path)?.name;
}

/** The room of a file: the first folder below `src`, such as `packages/core/src/safety`. */
export function roomOf(path: string): string | undefined {
  return /^((?:packages|apps)\/[^/]+\/src\/[^/]+)\//.exec(path)?.[1];
}

/**
 * The same graph without the arrows that follow from others: where `a` uses `b` and `b` uses `c`, that `a` uses `c` too
 * is not drawn. Who can be reached from where stays the same.
 */
export function withoutImplied(graph: Graph): Graph {
  const kept = new Map([...graph].map(([place, used]) => [place, new Set(used)]));
  for (const [place, used] of graph) {
    for (const one of used) {
      kept.get(place)?.delete(one);
      if (!reaches(kept, place, one)) kept.get(place)?.add(one);
    }
  }
  return kept;
}

/** True where one can walk from one place to another along the arrows. */
export function reaches(graph: Graph, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [...(graph.get(from) ?? [])];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (place === to) return true;
    if (seen.has(place)) continue;
    seen.add(place);
    open.push(...(graph.get(place) ?? []));
  }
  return false;
}
