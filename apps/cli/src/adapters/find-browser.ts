import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { err, ok, type Result } from '@psoas/kernel';

/** Why there is no browser: none was found, or the one that was named is no program. */
export type BrowserProblem = { readonly type: 'no-browser' } | { readonly type: 'not-a-program'; readonly path: string };

/** Where a machine keeps its programs. */
export type BrowserPlaces = {
  /** Given with the command; comes before everything else. */
  readonly named: string | undefined;
  readonly env: { readonly [name: string]: string | undefined };
  readonly platform: NodeJS.Platform;
};

const commandNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const macPaths = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const windowsPaths = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * A Chromium, Chrome or Edge: the one that was named, that of `PSOAS_BROWSER`, one in `PATH`, or one where the system
 * usually has it. A named one that is no program is an error and not passed over.
 */
export function findBrowser({ named, env, platform }: BrowserPlaces): Result<string, BrowserProblem> {
  const path = named ?? env['PSOAS_BROWSER'];
  if (path !== undefined && path !== '') return isProgram(path) ? ok(path) : err({ type: 'not-a-program', path });
  const found = [...inPath(env), ...usualPlaces(env, platform)].find(isProgram);
  return found === undefined ? err({ type: 'no-browser' }) : ok(found);
}

function inPath(env: BrowserPlaces['env']): readonly string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return commandNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces(env: BrowserPlaces['env'], platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') return macPaths;
  if (platform !== 'win32') return [];
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => env[name] ?? []);
  return folders.flatMap((folder) => windowsPaths.map((path) => join(folder, path)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
