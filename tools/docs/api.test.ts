import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root } from './pages.ts';

describe('docs/api', () => {
  it('is what npm run api writes, and every public name has a doc comment', () => {
    expect(execFileSync(process.execPath, ['tools/api/main.ts', '--check'], { cwd: root, encoding: 'utf8', stdio: 'pipe' })).toBe('');
  });
});
