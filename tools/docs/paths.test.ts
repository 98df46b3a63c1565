import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeWords, pagePaths, readText, root } from './pages.ts';

/** A path that a page means as an example, or that comes into being: `<id>`, `NNNN`, built files. */
const isExample = (path: string): boolean => /[<…]|NNNN|\/dist\b|\/golden\/$/.test(path);

// Decisions and the changelog speak of their day, known gaps of what is not there.
const pages = pagePaths().filter((path) => !path.startsWith('docs/adr/0') && path !== 'CHANGELOG.md' && path !== 'docs/known-gaps.md');

describe('paths in pages', () => {
  it.each(pages)('%s names files and folders that exist', (page) => {
    const paths = codeWords(readText(page).replace(/```[\s\S]*?```/g, ''))
      .filter((word) => /^(packages|apps|tools|docs)\/[\w./*{},<>…-]+$/.test(word) && !isExample(word))
      .map((word) => word.replace(/\/$/, ''));
    expect([...new Set(paths)].filter((path) => globSync(path, { cwd: root }).length === 0)).toEqual([]);
  });
});
