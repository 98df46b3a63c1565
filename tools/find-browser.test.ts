import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookForBrowser } from './find-browser.ts';

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'psoas-browser-'));
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Writes an empty file, runnable unless told otherwise, and gives its path. */
function place(path: string, mode = 0o755): string {
  const whole = join(home, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, '');
  chmodSync(whole, mode);
  return whole;
}

describe('lookForBrowser', () => {
  it('takes CHROME_PATH first', () => {
    place('bin/chromium');
    const mine = place('mine');
    const env = { CHROME_PATH: mine, PATH: join(home, 'bin') };
    expect(lookForBrowser({ env, home })).toEqual({ kind: 'found', path: mine });
  });

  it('says that CHROME_PATH is wrong, and does not go on', () => {
    place('bin/chromium');
    const env = { CHROME_PATH: join(home, 'gone'), PATH: join(home, 'bin') };
    expect(lookForBrowser({ env, home })).toMatchObject({ kind: 'wrong' });
  });

  it('goes through PATH by name, and passes over what cannot be run', () => {
    place('a/chromium', 0o644);
    mkdirSync(join(home, 'b/chromium-browser'), { recursive: true });
    const chrome = place('b/google-chrome');
    const env = { PATH: [join(home, 'a'), join(home, 'b')].join(':') };
    expect(lookForBrowser({ env, home })).toEqual({ kind: 'found', path: chrome });
  });

  it("takes the newest of Playwright's own", () => {
    place('.cache/ms-playwright/chromium-999/chrome-linux/chrome');
    const newest = place('.cache/ms-playwright/chromium-1200/chrome-linux/chrome');
    expect(lookForBrowser({ env: {}, home })).toEqual({ kind: 'found', path: newest });
  });

  it('finds none where there is none', () => {
    expect(lookForBrowser({ env: { PATH: join(home, 'bin') }, home })).toEqual({ kind: 'none' });
  });
});
