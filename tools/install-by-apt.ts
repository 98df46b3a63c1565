import { existsSync } from 'node:fs';
import { runCommand } from './run-command.ts';

/** Whether packages can be fetched here: root on Debian or Ubuntu. */
export function mayUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages; gives the end of the output where that failed. */
export async function installByApt(packages: readonly string[]): Promise<string | undefined> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const result = await runCommand({ program: 'apt-get', words, env, timeoutSeconds: 900 });
    if (result.exitCode !== 0) return `apt-get ${words[0]} failed:\n${result.output.slice(-2000)}`;
  }
  return undefined;
}
