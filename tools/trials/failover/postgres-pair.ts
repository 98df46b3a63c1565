import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../../../apps/relay/src/testing/find-free-port.ts';
import { connectPostgres, unprivilegedUser } from '../../../apps/relay/src/testing/start-postgres.ts';

/** A running PostgreSQL server. */
export type PostgresServer = {
  readonly port: number;
  readonly url: string;
  /** Sends a signal to the server and all its processes. */
  readonly signal: (name: NodeJS.Signals) => void;
  readonly ended: Promise<unknown>;
};

/** A primary, and a replica that has every commit on its disk before it is confirmed. */
export type PostgresPair = {
  readonly primary: PostgresServer;
  readonly replica: PostgresServer;
  readonly stop: () => Promise<void>;
};

/** Starts both on this machine's loopback address, as a user without rights where this one is root. */
export async function startPostgresPair(binaries: string, folder: string): Promise<PostgresPair> {
  const user = unprivilegedUser();
  mkdirSync(folder, { recursive: true });
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const run = (program: string, words: readonly string[]): void => {
    const done = spawnSync(join(binaries, program), [...words], { ...user, cwd: folder, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${program} failed: ${done.error?.message ?? done.stderr}`);
  };
  const [first, second] = [join(folder, 'primary'), join(folder, 'replica')];
  run('initdb', ['-D', first, '-U', 'psoas', '--auth=trust', '--no-locale', '--encoding=UTF8']);
  const start = async (data: string, name: string): Promise<PostgresServer> => {
    const port = await findFreePort();
    const words = ['-D', data, '-p', String(port), '-c', `cluster_name=${name}`, '-c', 'listen_addresses=127.0.0.1'];
    const child = spawn(join(binaries, 'postgres'), [...words, '-c', 'unix_socket_directories='], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    });
    const server = toServer(child, port);
    await waitForAnswer(server.url);
    return server;
  };
  const primary = await start(first, 'first');
  run('pg_basebackup', ['-D', second, '-R', '-X', 'stream', '-c', 'fast', '-d', primary.url]);
  const replica = await start(second, 'second');
  await ask(primary.url, "ALTER SYSTEM SET synchronous_standby_names = 'second'");
  await ask(primary.url, 'SELECT pg_reload_conf()');
  await waitUntil(async () => {
    const [row] = await ask(primary.url, "SELECT 1 AS found FROM pg_stat_replication WHERE sync_state = 'sync'");
    return row !== undefined;
  }, 'the replica does not follow the primary');
  const stop = async (): Promise<void> => {
    for (const server of [primary, replica]) {
      server.signal('SIGCONT');
      server.signal('SIGKILL');
      await server.ended;
    }
  };
  return { primary, replica, stop };
}

/** Makes a replica the primary; resolves when it takes changes. */
export async function promote({ url }: PostgresServer): Promise<void> {
  await ask(url, 'SELECT pg_promote(false)');
  await waitUntil(async () => {
    const [row] = await ask(url, 'SELECT pg_is_in_recovery() AS waits');
    return row?.['waits'] === false;
  }, 'the replica does not become the primary');
}

/** Whether a server answers a question within a second. */
export async function answers({ url }: PostgresServer): Promise<boolean> {
  try {
    await ask(url, 'SELECT 1');
    return true;
  } catch {
    return false;
  }
}

function toServer(child: ChildProcess, port: number): PostgresServer {
  const ended = once(child, 'exit');
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    // Each connection is served by a process of its own, in a group of its own.
    const children = spawnSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' }).stdout.split('\n');
    for (const pid of [String(child.pid), ...children]) if (pid !== '') sendSignal(Number(pid), name);
  };
  return { port, url: `postgres://psoas@127.0.0.1:${port}/postgres`, signal, ended };
}

function sendSignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

async function ask(url: string, statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = await connectPostgres(url, 1000);
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function waitForAnswer(url: string): Promise<void> {
  await waitUntil(() => ask(url, 'SELECT 1').then(() => true, () => false), `no PostgreSQL at ${url}`);
}

async function waitUntil(isTrue: () => Promise<boolean>, fault: string): Promise<void> {
  for (let turn = 0; turn < 600; turn += 1) {
    if (await isTrue()) return;
    await wait(50);
  }
  throw new Error(fault);
}
