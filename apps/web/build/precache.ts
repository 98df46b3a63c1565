import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { filesOfBundle, firstFiles, writeFileList } from './built-files.ts';

const workerFile = 'service-worker.js';

/** Builds one more language into the same folder; gives the files that it wrote. */
export type BuildLanguage = (outDir: string) => Promise<readonly string[]>;

/**
 * Builds the other languages beside English, lists for each of them the files that the service worker keeps, and
 * writes a version that follows from the content of all into the service worker.
 */
export function precache(others: ReadonlyMap<string, BuildLanguage>): Plugin {
  let outDir = '';
  let english: Rolldown.OutputBundle = {};
  return {
    name: 'psoas-precache',
    apply: 'build',
    configResolved: (config) => {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle: (_, bundle) => {
      english = bundle;
    },
    closeBundle: async () => {
      const open = publicFiles(outDir, english);
      writeFileList(outDir, 'en', [...filesOfBundle(english), ...open]);
      const first = [...firstFiles(english), ...open];
      await Promise.all([...others].map(async ([language, build]) => writeFileList(outDir, language, [...first, ...(await build(outDir))])));
      const path = join(outDir, workerFile);
      const source = readFileSync(path, 'utf8');
      const hash = createHash('sha256').update(source);
      const built = globSync('**/*.{html,js,css,svg,png,webmanifest,json}', { cwd: outDir }).filter((file) => file !== workerFile && !file.startsWith('.'));
      for (const file of built.toSorted()) hash.update(file).update(readFileSync(join(outDir, file)));
      writeFileSync(path, source.replaceAll('__PSOAS_VERSION__', JSON.stringify(hash.digest('hex').slice(0, 12))));
    },
  };
}

// What lies in the folder and was not bundled: icons and the web manifest.
function publicFiles(outDir: string, bundle: Rolldown.OutputBundle): readonly string[] {
  return globSync('**/*.{svg,png,webmanifest}', { cwd: outDir })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !(path in bundle) && !path.startsWith('.'));
}
