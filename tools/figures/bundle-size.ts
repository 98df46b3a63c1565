import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { repositoryRoot } from '../command-line.ts';

/** How large the figure package is in a browser, without the packages below it: minified and gzipped, in bytes. */
export async function figureBundleBytes(): Promise<number> {
  const result = await build({
    root: `${repositoryRoot}/packages/figure`,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      rollupOptions: {
        input: 'src/index.ts',
        external: ['@psoas/body', '@psoas/kernel'],
        preserveEntrySignatures: 'strict',
      },
      modulePreload: { polyfill: false },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const code = outputs.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
  return gzipSync(Buffer.from(code), { level: 9 }).byteLength;
}
