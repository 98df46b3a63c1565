import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { policyTag } from './build/policy-tag.ts';
import { precache } from './build/precache.ts';

/** What the first screen and all others share: in one file, because cut into several it packs worse (ADR 0011). */
const frame =
  /preload-helper|node_modules[\\/]preact|[\\/]src[\\/](?:app[\\/](?:services|router|lazy-screen|use-settings)|adapters[\\/]settings|widgets[\\/]screen-head|generated[\\/]text[\\/]shell)\.|kernel[\\/]src[\\/](?:text-template|side|problem|local-date)\./;

/** The page and its service worker. No inline script or style: the policy forbids them. */
export default defineConfig(({ command }) => {
  // A build is the real thing whoever asks for it: the test runner sets another environment.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: import.meta.dirname,
    plugins: [preact({ devToolsEnabled: false, reactAliasesEnabled: false }), policyTag(), precache()],
    build: {
      target: 'es2023',
      manifest: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { main: resolve(import.meta.dirname, 'index.html'), 'service-worker': resolve(import.meta.dirname, 'src/service-worker.ts') },
        output: {
          codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'frame', test: frame }] },
          entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        },
      },
    },
  };
});
