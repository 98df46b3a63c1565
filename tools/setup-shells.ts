import { spawnSync } from 'node:child_process';
import { readCommandLine } from './command-line.ts';
import { installByApt, mayUseApt } from './install-by-apt.ts';

const usage = `node tools/setup-shells.ts

Finds the shells whose completion is tested, and mandoc, which reads the manual page. Where one is missing, root on
Debian or Ubuntu gets it by apt-get.

Exit code: 0 all found, 1 one is missing, 2 wrong command line.`;

/** Programs that the tests ask; Debian's packages are called the same. */
const programs = ['bash', 'zsh', 'fish', 'mandoc'] as const;

/** Finds or installs the programs, prints what is missing, gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words, {}, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  let missing = missingOf(programs);
  if (missing.length > 0 && mayUseApt()) {
    console.error(`Installing ${missing.join(', ')} by apt-get. This takes some seconds.`);
    const reason = await installByApt(missing);
    if (reason !== undefined) console.error(reason);
    missing = missingOf(missing);
  }
  if (missing.length === 0) return 0;
  console.error(`Not found: ${missing.join(', ')}. Install them: apt-get install ${missing.join(' ')} (as root), or your system's way.`);
  return 1;
}

function missingOf(names: readonly string[]): readonly string[] {
  return names.filter((name) => spawnSync(name, ['-c', ':'], { stdio: 'ignore' }).error !== undefined);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
