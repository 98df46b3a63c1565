import { isRecord } from '@psoas/kernel';

/** What is needed of package-lock.json, and of the copy that npm keeps in node_modules of what it installed. */
export interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;
}

/** Packages that are missing or of another version than the lock file's; those that only some systems get are left out. */
export function strayPackages(wanted: LockFile, installed: LockFile | undefined): readonly string[] {
  return Object.entries(wanted.packages).flatMap(([path, { version, optional }]) => {
    if (!path.startsWith('node_modules/') || version === undefined) return [];
    const name = path.slice('node_modules/'.length);
    const found = installed?.packages[path]?.version;
    if (found === undefined) return optional === true ? [] : [`${name} missing`];
    return found === version ? [] : [`${name} ${found} for ${version}`];
  });
}

/** A lock file, or undefined where it is none; what has another form counts as not listed. */
export function parseLockFile(text: string): LockFile | undefined {
  const json: unknown = JSON.parse(text);
  const packages = isRecord(json) ? json['packages'] : undefined;
  if (!isRecord(packages)) return undefined;
  const entries = Object.entries(packages).map(([path, entry]): [string, LockFile['packages'][string]] => {
    const { version, optional } = isRecord(entry) ? entry : {};
    return [path, { ...(typeof version === 'string' ? { version } : {}), ...(typeof optional === 'boolean' ? { optional } : {}) }];
  });
  return { packages: Object.fromEntries(entries) };
}
