import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** The programs that the trial takes from the system. */
export type Programs = { readonly haproxy: string; readonly postgresFolder: string };

const remedy = 'On Debian: apt-get update && apt-get install -y postgresql haproxy';

/**
 * Finds PostgreSQL with what copies a cluster, and HAProxy.
 * @throws Error that names what is missing, and how it is installed.
 */
export function findPrograms(): Programs {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const haproxy = [...path, '/usr/sbin', '/usr/local/sbin'].map((folder) => join(folder, 'haproxy')).find(isProgram);
  const folders = [...globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed(), ...path];
  const initdb = folders
    .map((folder) => join(folder, 'initdb'))
    .find((file) => isProgram(file) && isProgram(join(dirname(file), 'pg_basebackup')));
  if (haproxy === undefined) throw new Error(`HAProxy is not installed. ${remedy}`);
  if (initdb === undefined) throw new Error(`PostgreSQL (initdb, pg_basebackup) is not installed. ${remedy}`);
  return { haproxy, postgresFolder: dirname(initdb) };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
