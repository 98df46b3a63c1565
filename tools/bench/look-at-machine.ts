import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { findBrowser } from '../find-browser.ts';
import type { Machine } from './benchmarks-page.ts';

/** What the bench runs on. */
export function lookAtMachine(loads: readonly number[]): Machine {
  const processors = cpus();
  return {
    parts: [
      ['processor', processors[0]?.model ?? 'unknown'],
      ['cores', String(processors.length)],
      ['memory', `${Math.round(totalmem() / 2 ** 30)} GiB`],
      ['system', `${systemName()}, ${type()} ${release()}`],
      ['Node', process.versions.node],
      ['Chromium', browserVersion()],
    ],
    cores: processors.length,
    loads,
  };
}

/** Processes that wanted a processor, on average over the last minute. */
export function loadAverage(): number {
  return loadavg()[0] ?? 0;
}

function systemName(): string {
  const path = '/etc/os-release';
  const name = existsSync(path) ? /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync(path, 'utf8'))?.[1] : undefined;
  return name ?? process.platform;
}

function browserVersion(): string {
  try {
    const said = execFileSync(findBrowser(), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /[\d.]+/.exec(said)?.[0] ?? said.trim();
  } catch {
    return 'none';
  }
}
