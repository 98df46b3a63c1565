import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstLoadRow, measureFirstLoad } from './first-load.ts';

let dist = '';

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'psoas-sizes-'));
});

afterEach(() => {
  rmSync(dist, { recursive: true, force: true });
});

function write(fileByPath: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(fileByPath)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), content);
  }
}

const manifest = {
  'index.html': {
    file: 'assets/main.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['late.ts'],
    css: ['assets/main.css'],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['_deep.js'] },
  '_deep.js': { file: 'assets/deep.js', imports: ['_shared.js'] },
  'late.ts': { file: 'assets/late.js', isDynamicEntry: true },
};

const built = {
  '.vite/manifest.json': JSON.stringify(manifest),
  'index.html': '<script type="module" src="/assets/main.js"></script><script>theme()</script>',
  'assets/main.js': 'main()',
  'assets/shared.js': 'shared()',
  'assets/deep.js': 'deep()',
  'assets/late.js': randomBytes(90_000),
};

describe('measureFirstLoad', () => {
  it('takes the entry, its static imports all the way down, and what stands in the page', () => {
    write(built);
    const load = measureFirstLoad(dist);
    expect(load.kind === 'measured' && load.scripts.map(({ name }) => name)).toEqual([
      'index.html, script 1',
      'assets/deep.js',
      'assets/main.js',
      'assets/shared.js',
    ]);
    expect(firstLoadRow(load).verdict).toBe('ok');
  });

  it('takes what the page preloads, even if no import asks for it', () => {
    write({ ...built, 'index.html': '<link href="/assets/late.js" rel="modulepreload">' });
    expect(firstLoadRow(measureFirstLoad(dist)).verdict).toBe('failed');
  });

  it('fails beyond 40 KB after gzip', () => {
    write({ ...built, 'assets/deep.js': randomBytes(41_000) });
    expect(firstLoadRow(measureFirstLoad(dist)).verdict).toBe('failed');
  });

  it('says what to do when nothing is built', () => {
    const row = firstLoadRow(measureFirstLoad(dist));
    expect(row.verdict).toBe('failed');
    expect(row.places[0]).toMatch(/index\.html is missing: run npm run build/);
  });

  it('does not take a build without a manifest for an empty one', () => {
    write({ 'index.html': '' });
    expect(firstLoadRow(measureFirstLoad(dist)).places[0]).toMatch(/manifest\.json is missing/);
    write({ '.vite/manifest.json': '{}' });
    expect(firstLoadRow(measureFirstLoad(dist)).places[0]).toMatch(/names no entry/);
  });
});
