import { describe, expect, it } from 'vitest';
import { checkBoundaries } from './check-boundaries.ts';
import { parseManifest } from './package-exports.ts';

const manifests = new Map([
  ['', parseManifest('{"devDependencies":{"vitest":"5","playwright-core":"1"}}')],
  ['packages/kernel', parseManifest('{"exports":"./src/index.ts"}')],
  ['packages/core', parseManifest('{"exports":{"./safety":"./src/safety/index.ts"}}')],
  ['packages/knowledge', parseManifest('{"exports":{"./text/*":"./src/generated/text/*.ts"}}')],
  ['packages/figure', parseManifest('{"exports":"./src/index.ts"}')],
  ['packages/exchange', parseManifest('{"exports":"./src/index.ts"}')],
  ['packages/sync', parseManifest('{"exports":"./src/index.ts","dependencies":{"@noble/hashes":"2"}}')],
  ['apps/web', parseManifest('{"dependencies":{"preact":"11"}}')],
  ['apps/cli', parseManifest('{"dependencies":{"commander":"15"}}')],
]);

/** Checks the files given as path -> text; answers `rule path:line` for each finding. */
function check(textByPath: Record<string, string>): string[] {
  const files = Object.entries(textByPath).map(([path, text]) => ({ path, text }));
  return checkBoundaries(files, manifests).map(({ rule, path, line }) => `${rule} ${path}:${line}`);
}

describe('floors', () => {
  it('[B-01] lets imports go down, over any number of floors', () => {
    expect(
      check({
        'apps/web/src/a.ts': "import { ok } from '@psoas/kernel';\nimport { x } from '@psoas/core/safety';\n",
        'packages/core/src/b.ts': "import { ok } from '@psoas/kernel';\n",
        'packages/exchange/src/c.ts': "import { draw } from '@psoas/figure';\n",
      }),
    ).toEqual([]);
  });

  it('[B-01] stops imports up and sideways, types and re-exports too', () => {
    expect(
      check({
        'packages/kernel/src/a.ts': "\nimport type { X } from '@psoas/core/safety';\n",
        'packages/core/src/b.ts': "export { text } from '@psoas/knowledge/text/en';\n",
        'packages/figure/src/c.ts': "type E = import('@psoas/exchange').E;\n",
        'packages/sync/src/d.ts': "const f = await import('@psoas/figure');\n",
      }),
    ).toEqual([
      'B-01 packages/core/src/b.ts:1',
      'B-01 packages/figure/src/c.ts:1',
      'B-01 packages/kernel/src/a.ts:2',
      'B-01 packages/sync/src/d.ts:1',
    ]);
  });

  it('[B-01] asks for a floor when a folder is new', () => {
    expect(
      check({ 'packages/gait/src/a.ts': 'export {};\n', 'packages/gait/src/b.ts': 'export {};\n' }),
    ).toEqual(['B-01 packages/gait/src/a.ts:1']);
  });

  it('[B-02] nobody imports an app', () => {
    expect(
      check({
        'apps/web/src/a.ts': "import '@psoas/cli';\n",
        'packages/core/src/a.ts': "import type { A } from '@psoas/web/app';\n",
      }),
    ).toEqual(['B-02 apps/web/src/a.ts:1', 'B-02 packages/core/src/a.ts:1']);
  });
});

describe('paths', () => {
  it('[B-03] goes only through exports', () => {
    expect(
      check({
        'apps/web/src/a.ts': [
          "import '@psoas/core/safety';",
          "import '@psoas/core/safety/levels';",
          "import '@psoas/core';",
          "import '@psoas/knowledge/text/en';",
          "import '@psoas/knowledge/claims';",
        ].join('\n'),
      }),
    ).toEqual(['B-03 apps/web/src/a.ts:2', 'B-03 apps/web/src/a.ts:3', 'B-03 apps/web/src/a.ts:5']);
  });

  it('[B-04] a relative path stays in its own package', () => {
    expect(
      check({
        'packages/core/src/safety/a.ts':
          "import './b.ts';\nimport '../../../kernel/src/index.ts';\nimport '/etc/x.ts';\n",
        'apps/cli/src/a.ts': "import config from '../package.json' with { type: 'json' };\n",
      }),
    ).toEqual(['B-04 packages/core/src/safety/a.ts:2', 'B-04 packages/core/src/safety/a.ts:3']);
  });

  it('[B-10] file names carry their ending', () => {
    expect(
      check({
        'apps/web/src/a.ts': "import './b';\nimport './c.js';\nimport './d.css';\nimport './e.ts?worker';\n",
      }),
    ).toEqual(['B-10 apps/web/src/a.ts:1', 'B-10 apps/web/src/a.ts:2']);
  });

  it('[B-11] dynamic imports are plain strings', () => {
    expect(check({ 'apps/web/src/a.ts': 'import(`./b.ts`);\nimport(`./${name}.ts`);\n' })).toEqual([
      'B-11 apps/web/src/a.ts:2',
    ]);
  });
});

describe('libraries', () => {
  it('[B-05] pure packages have none; their tests may use vitest and fast-check', () => {
    expect(
      check({
        'packages/core/src/a.ts': "import 'idb';\nimport 'vitest';\n",
        'packages/core/src/a.test.ts': "import 'vitest';\nimport 'fast-check';\nimport 'preact';\n",
      }),
    ).toEqual([
      'B-05 packages/core/src/a.test.ts:3',
      'B-05 packages/core/src/a.ts:1',
      'B-05 packages/core/src/a.ts:2',
    ]);
  });

  it('[B-05] sync may use the cryptography that is named for it, and has to list it', () => {
    expect(
      check({
        'packages/sync/src/a.ts':
          "import '@noble/hashes/sha2.js';\nimport 'idb';\nimport '@noble/curves/ed25519.js';\n",
        'packages/core/src/a.ts': "import '@noble/hashes/sha2.js';\n",
      }),
    ).toEqual([
      'B-05 packages/core/src/a.ts:1',
      'B-05 packages/sync/src/a.ts:2',
      'B-09 packages/sync/src/a.ts:3',
    ]);
  });

  it('[B-06] Node modules stand in Node apps, and in tests outside the pure packages', () => {
    expect(
      check({
        'packages/core/src/a.ts': "import 'node:fs';\n",
        'packages/core/src/a.test.ts': "import 'fs';\n",
        'packages/knowledge/src/a.ts': "import 'node:fs';\n",
        'apps/web/src/a.ts': "import 'node:fs';\n",
        'apps/web/src/a.test.ts': "import 'node:fs';\n",
        'apps/cli/src/a.ts': "import 'node:fs';\n",
      }),
    ).toEqual([
      'B-06 apps/web/src/a.ts:1',
      'B-06 packages/core/src/a.test.ts:1',
      'B-06 packages/core/src/a.ts:1',
      'B-06 packages/knowledge/src/a.ts:1',
    ]);
  });

  it('[B-09] an app lists what it imports; its tests may lean on the root', () => {
    expect(
      check({
        'apps/web/src/a.tsx': "import 'preact/hooks';\nimport 'commander';\n",
        'apps/web/src/a.test.ts': "import 'playwright-core';\n",
      }),
    ).toEqual(['B-09 apps/web/src/a.tsx:2']);
  });
});

describe('purity', () => {
  it('[B-07] is asked of pure packages only', () => {
    expect(
      check({
        'packages/core/src/a.ts': '\nexport const a = Date.now();\n',
        'packages/knowledge/src/a.ts': 'export const a = Date.now();\n',
        'apps/web/src/a.ts': 'export const a = Date.now();\n',
      }),
    ).toEqual(['B-07 packages/core/src/a.ts:2']);
  });
});

describe('cycles', () => {
  it('[B-08] reports a circle once, also across packages and through dynamic imports', () => {
    expect(
      check({
        'apps/web/src/a.ts': "import '@psoas/kernel';\nimport './b.ts';\n",
        'apps/web/src/b.ts': "void import('./c.ts');\n",
        'apps/web/src/c.ts': "export * from './a.ts';\n",
      }),
    ).toEqual(['B-08 apps/web/src/a.ts:2']);
  });

  it('[B-08] lets types point both ways', () => {
    expect(
      check({
        'apps/web/src/a.ts': "import type { B } from './b.ts';\n",
        'apps/web/src/b.ts': "import './a.ts';\n",
      }),
    ).toEqual([]);
  });

  it('[B-08] counts an import that only looks like one of types: the module still runs', () => {
    expect(
      check({
        'apps/web/src/a.ts': "import { type B } from './b.ts';\n",
        'apps/web/src/b.ts': "import './a.ts';\n",
      }),
    ).toEqual(['B-08 apps/web/src/a.ts:1']);
  });
});

describe('syntax', () => {
  it('[B-00] names a file that cannot be read', () => {
    expect(check({ 'packages/core/src/a.ts': 'const a = 1;\nconst = ;\n' })).toEqual([
      'B-00 packages/core/src/a.ts:2',
    ]);
  });

  it('takes no import out of comments and strings', () => {
    expect(
      check({
        'packages/core/src/a.ts': "// import 'fs';\n/* import 'fs' */\nexport const a = \"import 'fs'\";\n",
      }),
    ).toEqual([]);
  });
});
