import { execFile } from 'node:child_process';
import { globSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../command-line.ts';
import type { Measurement } from '../measurement.ts';
import { firstAnswerMillis, outsideEnvironment } from '../start-psoas.ts';
import { inTurn } from '../stopwatch.ts';

const run = promisify(execFile);

/** Setting psoas up, from nothing. */
export const install: Measurement = {
  id: 'install',
  what: 'setting up from nothing: `npm ci && npm start`',
  how: 'A fresh clone of the last commit in a folder of its own, and an empty cache of npm: `npm ci` fetches everything, then `npm start` builds the app and answers. Once, because it asks the registry for hundreds of packages and the network decides; `-- --only install --runs 5` does it five times.',
  runs: 1,
  isApart: true,
  measure: async ({ runs }) => {
    const measured = await inTurn(runs, setUpOnce);
    return [
      { id: 'install.ci', what: 'npm ci with an empty cache', unit: 's', better: 'less', values: measured.map(({ ciSeconds }) => ciSeconds) },
      { id: 'install.cache', what: 'what npm then holds in its cache', unit: 'MB', better: 'less', values: measured.map(({ cacheBytes }) => cacheBytes / 1e6) },
      { id: 'install.size', what: 'node_modules', unit: 'MB', better: 'less', values: measured.map(({ installedBytes }) => installedBytes / 1e6) },
      { id: 'install.start', what: 'npm start with its build, to the first answer', unit: 's', better: 'less', values: measured.map(({ startSeconds }) => startSeconds) },
    ];
  },
};

type SetUp = { readonly ciSeconds: number; readonly cacheBytes: number; readonly installedBytes: number; readonly startSeconds: number };

async function setUpOnce(): Promise<SetUp> {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-install-'));
  const [clone, cache, data] = [join(folder, 'clone'), join(folder, 'cache'), join(folder, 'data')];
  try {
    await run('git', ['clone', '-q', '--depth', '1', `file://${repositoryRoot}`, clone]);
    const began = performance.now();
    await run('npm', ['ci'], { cwd: clone, env: { ...outsideEnvironment(), npm_config_cache: cache }, maxBuffer: 1e8 });
    const ciSeconds = (performance.now() - began) / 1000;
    const startSeconds = (await firstAnswerMillis(clone, data)) / 1000;
    return { ciSeconds, startSeconds, cacheBytes: bytesIn(cache), installedBytes: bytesIn(join(clone, 'node_modules')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bytesIn(folder: string): number {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + lstatSync(join(entry.parentPath, entry.name)).size, 0);
}
