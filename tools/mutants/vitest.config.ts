import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');

/** The tests that may kill mutants: `MUTANTS_TESTS` names them, with spaces between. See main.ts. */
export default defineConfig({
  root,
  resolve: {
    // The copy that is mutated shares node_modules with the sources: by its name the package would be the whole one.
    alias: [{ find: /^@psoas\/core\/(.*)$/, replacement: `${root}/packages/core/src/$1/index.ts` }],
  },
  test: {
    environment: 'node',
    include: (process.env['MUTANTS_TESTS'] ?? '').split(' ').filter((path) => path !== ''),
    // Every mutant has a worker of its own; within it the files may share what they loaded.
    isolate: false,
    reporters: [{}],
    testTimeout: 60_000,
  },
});
