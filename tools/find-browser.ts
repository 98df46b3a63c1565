import { accessSync, constants, globSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where to look for Chromium. */
export interface BrowserPlaces {
  /** The environment: `CHROME_PATH` and `PATH` are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The person's own folder, which holds Playwright's cache. */
  readonly home: string;
}

/** A browser; or the reason why a place that the person named cannot be used. */
export type FoundBrowser =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly reason: string };

const commandNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Looks for Chromium: in `CHROME_PATH`, then in `PATH`, then in Playwright's cache, the newest first. A
 * `CHROME_PATH` that does not lead to a program is an error and not passed over.
 */
export function lookForBrowser(places: BrowserPlaces): FoundBrowser {
  const named = places.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return { kind: 'found', path: named };
    return {
      kind: 'wrong',
      reason: `CHROME_PATH is '${named}', which is not a program. Correct it or unset it.`,
    };
  }
  const path = [...pathCandidates(places), ...playwrightCandidates(places)].find((candidate) =>
    isProgram(candidate),
  );
  return path === undefined ? { kind: 'none' } : { kind: 'found', path };
}

/**
 * The path of the Chromium on this machine.
 * @throws Error with what to do, where there is none.
 */
export function findBrowser(): string {
  const found = lookForBrowser({ env: process.env, home: homedir() });
  if (found.kind === 'found') return found.path;
  throw new Error(
    found.kind === 'wrong' ? found.reason : 'No Chromium found: run node tools/setup-browser.ts.',
  );
}

function pathCandidates({ env }: BrowserPlaces): string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return commandNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function playwrightCandidates({ env, home }: BrowserPlaces): string[] {
  const cache = env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(home, '.cache', 'ms-playwright');
  const found = globSync('chromium*/**/{chrome,headless_shell,chrome-headless-shell}', { cwd: cache });
  return found.toSorted((a, b) => buildNumber(b) - buildNumber(a)).map((path) => join(cache, path));
}

function buildNumber(path: string): number {
  return Number(/-(\d+)/.exec(path)?.[1] ?? 0);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
