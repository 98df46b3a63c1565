/** What a check needs from a package.json. */
export interface Manifest {
  /** The paths of `exports` with the files they lead to: `./safety` -> `./src/safety/index.ts`. */
  readonly exportsByPath: Readonly<Record<string, string>>;
  /** The names that `dependencies` and `peerDependencies` list. */
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

/** A package.json that lists nothing. */
export const emptyManifest: Manifest = { exportsByPath: {}, dependencies: [], devDependencies: [] };

/** Reads the parts of a package.json that the checks need; what has another form counts as not listed. */
export function parseManifest(text: string): Manifest {
  const json: unknown = JSON.parse(text);
  const exportsField = fieldOf(json, 'exports');
  return {
    exportsByPath: typeof exportsField === 'string' ? { '.': exportsField } : stringsOf(exportsField),
    dependencies: [
      ...Object.keys(stringsOf(fieldOf(json, 'dependencies'))),
      ...Object.keys(stringsOf(fieldOf(json, 'peerDependencies'))),
    ],
    devDependencies: Object.keys(stringsOf(fieldOf(json, 'devDependencies'))),
  };
}

/**
 * The file that a path inside a package leads to, such as `./src/safety/index.ts` for `./safety`; undefined
 * where the package does not export the path. One `*` in an export stands for any text.
 */
export function fileOfExport(manifest: Manifest, path: string): string | undefined {
  const exact = manifest.exportsByPath[path];
  if (exact !== undefined) return exact;
  for (const [pattern, target] of Object.entries(manifest.exportsByPath)) {
    const [before, after] = pattern.split('*');
    if (before === undefined || after === undefined) continue;
    if (path.length < before.length + after.length || !path.startsWith(before) || !path.endsWith(after))
      continue;
    return target.replace('*', path.slice(before.length, path.length - after.length));
  }
  return undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function stringsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  const strings: Record<string, string> = {};
  for (const [key, text] of Object.entries(value)) if (typeof text === 'string') strings[key] = text;
  return strings;
}
