import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../command-line.ts';
import { isTest, readSourceFiles } from './source-file.ts';

const files = readSourceFiles(repositoryRoot, ['packages/*/src/**/*.{ts,tsx}', 'apps/*/src/**/*.{ts,tsx}']).filter(({ path }) => !isTest(path));
const filesWith = (word: RegExp): readonly string[] => files.filter(({ text }) => word.test(text)).map(({ path }) => path);

describe('what runs', () => {
  it.each(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'srcdoc', 'createContextualFragment', 'DOMParser'])('[HD-06] never makes elements of a text by %s', (word) => {
    expect(files.length).toBeGreaterThan(500);
    expect(filesWith(new RegExp(`\\b${word}\\b`))).toEqual([]);
  });

  it('[HD-06] never makes code of a text', () => {
    expect(filesWith(/\beval\(|\bnew Function\(|document\.write\(/)).toEqual([]);
  });

  it('[HD-10] inflates nothing that comes in', () => {
    expect(filesWith(/\bDecompressionStream\b|\bzlib\b|\b(?:gunzip|inflate|brotliDecompress)/)).toEqual([]);
  });
});
