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
