import { homedir } from 'node:os';
import { readCommandLine } from './command-line.ts';
import { lookForBrowser } from './find-browser.ts';
import { installByApt, mayUseApt } from './install-by-apt.ts';

export { findBrowser } from './find-browser.ts';

const usage = `node tools/setup-browser.ts

Finds the Chromium that the browser tests drive, and prints its path: $CHROME_PATH, then PATH, then Playwright's
cache. Where there is none, root on Debian or Ubuntu gets it by apt-get.

Exit code: 0 found, 1 none, 2 wrong command line.`;

const howToGetOne = `No Chromium found. Do one of these, then try again:
  - install it: apt-get install chromium (as root), or your system's way;
  - let Playwright fetch it: npx playwright-core install chromium
  - set CHROME_PATH to the Chromium or Chrome that you have.`;

/** Finds or installs Chromium, prints its path, gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words, {}, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const look = (): ReturnType<typeof lookForBrowser> => lookForBrowser({ env: process.env, home: homedir() });
  let found = look();
  if (found.kind === 'none' && mayUseApt()) {
    console.error('Installing chromium by apt-get. This takes a minute or two.');
    const reason = await installByApt(['chromium']);
    if (reason !== undefined) console.error(reason);
    found = look();
  }
  if (found.kind === 'found') {
    console.log(found.path);
    return 0;
  }
  console.error(found.kind === 'wrong' ? found.reason : howToGetOne);
  return 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
