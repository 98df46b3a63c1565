import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readJson } from '@psoas/kernel';
import { distFolder, ensureBuild } from '../../serve/build-freshness.ts';
import type { Measurement } from '../measurement.ts';

/** What the app takes on a device. */
export const keptApp: Measurement = {
  id: 'kept-app',
  what: 'the app on a device',
  how: 'The files that the service worker keeps for use without a network, in English, as they lie there and gzipped as they come; and all files of the build, with every language.',
  runs: 1,
  measure: async () => {
    await ensureBuild();
    const list = readJson(readFileSync(join(distFolder, 'files-en.json'), 'utf8'));
    const kept = (Array.isArray(list) ? list.map(String) : []).map((path) => readFileSync(join(distFolder, path)));
    const built = globSync('**/*', { cwd: distFolder, withFileTypes: true }).filter((entry) => entry.isFile());
    const sumOf = (sizes: readonly number[]): readonly number[] => [sizes.reduce((sum, bytes) => sum + bytes, 0)];
    const common = { unit: 'bytes', better: 'less' } as const;
    return [
      { ...common, id: 'kept-app.bytes', what: `${kept.length} files kept on the device`, values: sumOf(kept.map(({ byteLength }) => byteLength)) },
      { ...common, id: 'kept-app.gzipped', what: 'the same on their way, gzipped', values: sumOf(kept.map((file) => gzipSync(file).byteLength)) },
      { ...common, id: 'kept-app.build', what: `${built.length} files of the build, all languages`, values: sumOf(built.map(({ parentPath, name }) => readFileSync(join(parentPath, name)).byteLength)) },
    ];
  },
};
