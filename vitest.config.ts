import { defineConfig } from 'vitest/config';

/** JSX in unit tests is compiled as the web build compiles it. */
const preactJsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

/**
 * Two kinds of tests. `unit` stands beside its source and must be fast. `browser` drives a real Chromium
 * against the built app: one file at a time, because the machine that runs it may be small.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        oxc: preactJsx,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'apps/*/src/**/*.test.{ts,tsx}',
            'tools/**/*.test.ts',
          ],
          // Generous: on a busy machine a slow test is no fault, and the speed bars are measured apart.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['apps/web/e2e/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          // Chromium hangs about once in two hundred pages here; a fault of the app fails twice.
          retry: 1,
          // What is looked for again and again is given as long as what Playwright waits for.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
