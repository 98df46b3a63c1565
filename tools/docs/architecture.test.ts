import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeWords, readText, root, tableRows } from './pages.ts';

const page = readText('docs/architecture.md');

describe('docs/architecture.md', () => {
  it('draws the imports that are there', () => {
    expect(execFileSync(process.execPath, ['tools/architecture/main.ts', '--check'], { cwd: root, encoding: 'utf8', stdio: 'pipe' })).toBe('');
  });

  it('says of every room what is in it, and of no other', () => {
    const rooms = globSync(['packages/*/src/*/', 'apps/*/src/*/'], { cwd: root }).map((path) => path.replace('/src/', '/'));
    const named = tableRows(page).flatMap(([first = '']) => codeWords(first)).map((name) => name.replace(/^(web|cli|relay)\//, 'apps/$1/').replace(/^(?!apps\/)/, 'packages/'));
    expect(named.toSorted()).toEqual(rooms.toSorted());
  });
});
