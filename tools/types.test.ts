import { describe, expect, it } from 'vitest';
import { repositoryRoot } from './command-line.ts';
import { findProjects, judgeTypeCheck, mapInParallel } from './types.ts';

describe('findProjects', () => {
  it('finds sources, tests and the service worker, and leaves out what others extend', () => {
    const projects = findProjects(repositoryRoot);
    expect(projects).toEqual(
      expect.arrayContaining([
        'tsconfig.json',
        'packages/core/tsconfig.source.json',
        'packages/core/tsconfig.test.json',
        'apps/web/tsconfig.worker.json',
      ]),
    );
    expect(projects).not.toContain('tsconfig.base.json');
  });
});

describe('judgeTypeCheck', () => {
  it('takes a project without files as empty, but not one with errors beside', () => {
    const noInput = 'error TS18003: No inputs were found.';
    expect(judgeTypeCheck('p', 0, '').verdict).toBe('ok');
    expect(judgeTypeCheck('p', 1, noInput).verdict).toBe('empty');
    expect(judgeTypeCheck('p', 1, `${noInput}\na.ts(1,1): error TS2304: x`).verdict).toBe('failed');
    expect(judgeTypeCheck('p', 127, 'tsc did not start').verdict).toBe('failed');
  });
});

describe('mapInParallel', () => {
  it('keeps the order and the width', async () => {
    let running = 0;
    let most = 0;
    const results = await mapInParallel([30, 1, 20, 2], 2, async (turns) => {
      most = Math.max(most, ++running);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      running--;
      return turns * 2;
    });
    expect(results).toEqual([60, 2, 40, 4]);
    expect(most).toBe(2);
  });
});
