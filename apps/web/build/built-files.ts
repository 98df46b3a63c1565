import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** The files of a build that the app loads, without the list of them and without the service worker. */
export function filesOfBundle(bundle: Bundle): readonly string[] {
  return Object.keys(bundle).filter((file) => /\.(?:html|js|css|svg|png|webmanifest)$/.test(file) && file !== 'service-worker.js' && !/(?:^|\/)unused-/.test(file));
}

/** What the page itself loads first, in every language: the page, its script with all that it imports, its style. */
export function firstFiles(bundle: Bundle): readonly string[] {
  const seen = new Set<string>();
  const waiting = Object.values(bundle).flatMap((file) => (file.type === 'chunk' && file.isEntry && file.name === 'main' ? [file.fileName] : []));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const chunk = bundle[file];
    if (seen.has(file) || chunk?.type !== 'chunk') continue;
    seen.add(file);
    waiting.push(...chunk.imports);
    for (const style of chunk.viteMetadata?.importedCss ?? []) seen.add(style);
  }
  return [...seen, 'index.html'];
}

/** Writes which files the service worker keeps for a language. */
export function writeFileList(outDir: string, language: string, files: readonly string[]): void {
  const paths = [...new Set(files)].toSorted().map((file) => `/${file}`);
  writeFileSync(join(outDir, `files-${language}.json`), JSON.stringify(paths));
}
