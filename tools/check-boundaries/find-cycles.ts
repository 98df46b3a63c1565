/** Files by path, each with the paths of the files that it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/**
 * Finds the groups of files that import each other in a circle (strongly connected components, after Tarjan).
 * Each group comes sorted by path; a file that imports itself is a group of one.
 */
export function findCycles(graph: ImportGraph): string[][] {
  const search: Search = { graph, entryByPath: new Map(), stack: [], cycles: [] };
  for (const path of [...graph.keys()].toSorted()) if (!search.entryByPath.has(path)) enter(search, path);
  return search.cycles.map((cycle) => cycle.toSorted()).toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
}

interface Entry {
  /** When the search met the file. */
  readonly order: number;
  /** The earliest file that can be reached from here and can reach this one. */
  lowest: number;
  onStack: boolean;
}

interface Search {
  readonly graph: ImportGraph;
  readonly entryByPath: Map<string, Entry>;
  readonly stack: string[];
  readonly cycles: string[][];
}

function enter(search: Search, path: string): Entry {
  const order = search.entryByPath.size;
  const entry: Entry = { order, lowest: order, onStack: true };
  search.entryByPath.set(path, entry);
  search.stack.push(path);
  for (const next of search.graph.get(path) ?? []) {
    if (!search.graph.has(next)) continue;
    const seen = search.entryByPath.get(next);
    if (seen === undefined) entry.lowest = Math.min(entry.lowest, enter(search, next).lowest);
    else if (seen.onStack) entry.lowest = Math.min(entry.lowest, seen.order);
  }
  if (entry.lowest === order) closeGroup(search, path);
  return entry;
}

function closeGroup(search: Search, path: string): void {
  const group = search.stack.splice(search.stack.indexOf(path));
  for (const member of group) {
    const entry = search.entryByPath.get(member);
    if (entry !== undefined) entry.onStack = false;
  }
  const importsItself = search.graph.get(path)?.includes(path) ?? false;
  if (group.length > 1 || importsItself) search.cycles.push(group);
}
