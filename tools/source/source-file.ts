import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source file: its path from the repository's root, with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** True for unit tests and browser tests. */
export function isTest(path: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(path);
}

/** True for modules that a tool wrote. */
export function isGenerated(path: string): boolean {
  return path.includes('/generated/');
}

/** Reads every .ts and .tsx file that the glob patterns find under `root`, sorted by path. Declaration files are left out. */
export function readSourceFiles(root: string, patterns: readonly string[]): SourceFile[] {
  return globSync([...patterns], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !path.includes('node_modules/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
