import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../command-line.ts';
import { isGenerated, isTest, readSourceFiles } from '../source/source-file.ts';
import { findSlow } from './find-slow.ts';

const patterns = ['packages/*/src/**/*.ts', 'apps/*/src/**/*.{ts,tsx}', 'tools/serve/*.ts'];
const files = readSourceFiles(repositoryRoot, patterns).filter(({ path }) => !isTest(path) && !isGenerated(path) && !path.includes('/testing/'));
const slowIn = (text: string) => findSlow([{ path: 'a.ts', text }]);

describe('regular expressions', () => {
  it('[HD-04] of everything that runs take time that grows with the text, and no faster', () => {
    const { count, slow } = findSlow(files);
    expect(count).toBeGreaterThan(90);
    expect(slow).toEqual([]);
  });

  it('[HD-04] stand in the code; the ones put together at run time are classes of signs, or lines of bounded length', () => {
    expect(findSlow(files).built.toSorted()).toEqual(['packages/core/src/sharing/reading/strict-reader.ts', 'packages/sync/src/calendar/check-calendar-text.ts']);
  });

  it.each([
    ['(a+)+$', 'Self, exponential'],
    ['^a+a+$', 'Trade'],
    ['a+b', 'Move'],
  ])('/%s/ would be found', (source, kind) => {
    expect(slowIn(`export const x = 1;\nexport const slow = /${source}/;`)).toMatchObject({ count: 1, slow: expect.arrayContaining([expect.objectContaining({ place: 'a.ts:2', kind })]) });
  });

  it('one put together would be found', () => {
    expect(slowIn('export const of = (text: string) => new RegExp(text);').built).toEqual(['a.ts']);
    expect(slowIn('export const quick = /^a+b/;').slow).toEqual([]);
  });
});
