import { join, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { build, defineConfig, type InlineConfig } from 'vite';
import { languages } from '../../packages/knowledge/src/generated/languages.ts';
import { filesOfBundle } from './build/built-files.ts';
import { policyTag } from './build/policy-tag.ts';
import { precache, type BuildLanguage } from './build/precache.ts';
import { pseudoFolder, pseudoLanguages } from './build/pseudo-languages.ts';
import { spokenLanguage } from './build/spoken-language.ts';

/**
 * What the first screen and all others share: in one file, because cut into several it packs worse (ADR 0011). What knows
 * no language is apart, so that the file is the same in each of them and is fetched once (ADR 0020).
 */
const base =
  /preload-helper|node_modules[\\/]preact|[\\/]web[\\/]src[\\/](?:app[\\/](?:services|router|use-settings|choose-language)|adapters[\\/](?:settings|clock|app-update)|widgets[\\/](?:dialog|mark))\.|kernel[\\/]src[\\/](?:result|text-template|side|problem|local-date)\./;
const frame =
  /[\\/]web[\\/]src[\\/](?:app[\\/](?:lazy-screen|emergency-numbers|use-region)|widgets[\\/](?:screen-head|region-select|emergency-call))\.|[\\/]text[\\/]shell\.|[\\/](?:generated|\.pseudo)[\\/](?:[a-zA-Z-]+[\\/])?language\./;

const generated = resolve(import.meta.dirname, '../../packages/knowledge/src/generated');
// Two languages that nobody speaks, for tests alone: they show what is not translated and what does not mirror.
const isForTests = process.env['PSOAS_PSEUDO'] === '1';

/** What the build of every language has in common. */
const shared = {
  root: import.meta.dirname,
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    // What reminds is fetched in idle moments, and few ask for what is not there: the names of their parts would only make
    // the first script longer.
    modulePreload: { polyfill: false, resolveDependencies: (file: string, parts: string[]) => (/open-(?:breaks|reminders)|missing-screen/.test(file) ? [] : parts) },
    outDir: isForTests ? 'dist-pseudo' : 'dist',
  },
} as const satisfies InlineConfig;
const preactPlugin = { devToolsEnabled: false, reactAliasesEnabled: false };
const codeSplitting = { includeDependenciesRecursively: false, groups: [{ name: 'base', test: base }, { name: 'frame', test: frame }] };

/** Builds one more language: the same app from the same sources, with other words. Its entry is languages/<code>.js. */
function languageBuild(code: string, folder: string): BuildLanguage {
  return async (outDir) => {
    const output = await build({
      ...shared,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      plugins: [spokenLanguage(folder), preact(preactPlugin)],
      // A worker is a build of its own inside this one: what it writes, such as a calendar, is in the same language.
      worker: { plugins: () => [spokenLanguage(folder)] },
      build: {
        ...shared.build,
        outDir,
        emptyOutDir: false,
        manifest: `.vite/manifest-${code}.json`,
        rolldownOptions: {
          // The page's own script is built along, and never loaded: so the shared file has the same exports in every language.
          input: { unused: resolve(import.meta.dirname, 'src/main.tsx'), [code]: resolve(import.meta.dirname, 'src/start.tsx') },
          preserveEntrySignatures: 'allow-extension',
          output: { codeSplitting, entryFileNames: ({ name }: { readonly name: string }) => (name === 'unused' ? 'unused-[hash].js' : 'languages/[name].js') },
        },
      },
    });
    const outputs = [output].flat().flatMap((one) => ('output' in one ? one.output : []));
    return filesOfBundle(Object.fromEntries(outputs.map((file) => [file.fileName, file])));
  };
}

/** The page and its service worker. No inline script or style: the policy forbids them. */
export default defineConfig(async ({ command }) => {
  // A build is the real thing whoever asks for it: the test runner sets another environment.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  const pseudo = isForTests ? await pseudoLanguages() : [];
  const others = [
    ...languages.filter(({ code }) => code !== 'en').map(({ code }) => [code, join(generated, code)] as const),
    ...pseudo.map((code) => [code, join(pseudoFolder, code)] as const),
  ];
  return {
    ...shared,
    plugins: [
      ...(isForTests ? [spokenLanguage(pseudoFolder)] : []),
      preact(preactPlugin),
      policyTag(),
      precache(new Map(others.map(([code, folder]) => [code, languageBuild(code, folder)]))),
    ],
    build: {
      ...shared.build,
      manifest: true,
      rolldownOptions: {
        input: { main: resolve(import.meta.dirname, 'index.html'), 'service-worker': resolve(import.meta.dirname, 'src/service-worker.ts') },
        output: { codeSplitting, entryFileNames: ({ name }: { readonly name: string }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
      },
    },
  };
});
