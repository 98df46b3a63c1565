import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isBuildStale } from './build-freshness.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'psoas-build-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Writes a file as if at the given second. */
function write(path: string, second: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
  utimesSync(join(root, path), second, second);
}

it('builds when there is no build', () => {
  write('apps/web/src/main.tsx', 10);
  expect(isBuildStale(root)).toBe(true);
});

it('does not build when every source is older', () => {
  write('apps/web/src/main.tsx', 10);
  write('apps/web/dist/index.html', 20);
  expect(isBuildStale(root)).toBe(false);
});

it.each([
  'apps/web/src/screens/today/today.tsx',
  'packages/core/src/safety/screen.ts',
  'apps/web/vite.config.ts',
  'package-lock.json',
])('builds when %s is newer', (path) => {
  write('apps/web/dist/index.html', 20);
  write(path, 30);
  expect(isBuildStale(root)).toBe(true);
});

it('does not build for a newer test', () => {
  write('apps/web/dist/index.html', 20);
  write('packages/core/src/safety/screen.test.ts', 30);
  expect(isBuildStale(root)).toBe(false);
});
