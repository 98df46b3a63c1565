import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const workerFile = 'service-worker.js';

/** Writes the list of all built files, and a version that follows from their content, into the service worker. */
export function precache(): Plugin {
  let outDir = '';
  return {
    name: 'psoas-precache',
    apply: 'build',
    configResolved: (config) => {
      outDir = join(config.root, config.build.outDir);
    },
    closeBundle: () => {
      const files = filesToStore(outDir);
      const path = join(outDir, workerFile);
      const source = readFileSync(path, 'utf8');
      const hash = createHash('sha256').update(source);
      for (const file of files) hash.update(file).update(readFileSync(join(outDir, file)));
      const filled = source
        .replaceAll('__PSOAS_FILES__', JSON.stringify(files.map((file) => `/${file}`)))
        .replaceAll('__PSOAS_VERSION__', JSON.stringify(hash.digest('hex').slice(0, 12)));
      writeFileSync(path, filled);
    },
  };
}

/** Every built file that the app needs offline, sorted, as paths inside the folder. */
function filesToStore(outDir: string): readonly string[] {
  return globSync('**/*.{html,js,css,svg,png,webmanifest}', { cwd: outDir })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== workerFile && !path.startsWith('.'))
    .toSorted();
}
