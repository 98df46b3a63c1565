import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { codeWords, readText, root, tableRows } from './pages.ts';

const pagePath = 'docs/spec/capabilities.md';
const sections = readText(pagePath)
  .split(/\n## /)
  .slice(1)
  .map((text) => ({ id: text.slice(0, 3), state: /^State: (.+)$/m.exec(text)?.[1], text }));
const proofs = sections.flatMap(({ id, text }) =>
  [...text.matchAll(/^- (\w+) `([^`]+)`(?:: (.+))?$/gm)].map(([, kind = '', place = '', name = '']) => ({
    id,
    kind,
    place,
    name,
  })),
);
const gaps = tableRows(readText('docs/known-gaps.md')).map(
  ([gap = '', capability = '', why = '', openWhile = '']) => ({ gap, capability, why, openWhile }),
);

describe('capabilities', () => {
  it('K01 to K30 stand once each, with a state and with what shows them', () => {
    const ids = Array.from({ length: 30 }, (_, index) => `K${String(index + 1).padStart(2, '0')}`);
    expect(sections.map(({ id }) => id)).toEqual(ids);
    expect(sections.filter(({ state = '' }) => !['in place', 'partly', 'later'].includes(state))).toEqual([]);
    expect(ids.filter((id) => !proofs.some((proof) => proof.id === id))).toEqual([]);
  });

  it('every line of proof is understood', () => {
    const lines = sections.flatMap(({ text }) => text.match(/^- .+$/gm) ?? []);
    expect(proofs.length).toBe(lines.length);
  });

  it.each(proofs)('$id: $kind $place $name', ({ kind, place, name }) => {
    expect(['test', 'screen', 'command', 'file']).toContain(kind);
    expect(existsSync(join(root, fileOf(kind, place)))).toBe(true);
    if (kind === 'test') expect(isTestNamed(readText(place), name)).toBe(true);
  });
});

describe('known gaps', () => {
  it('every part that is not whole has its gap, and only capabilities are named', () => {
    const open = sections.filter(({ state }) => state !== 'in place').map(({ id }) => id);
    expect(open.filter((id) => !gaps.some(({ capability }) => capability === id))).toEqual([]);
    expect(
      gaps.filter(({ capability }) => capability !== 'all' && !sections.some(({ id }) => id === capability)),
    ).toEqual([]);
    expect(gaps.filter(({ why }) => why === '')).toEqual([]);
  });

  it.each(gaps)('is still open: $gap', ({ openWhile }) => {
    const [first = '', second = ''] = codeWords(openWhile);
    if (openWhile.startsWith('no file ')) expect(globSync(first, { cwd: root })).toEqual([]);
    else {
      expect(openWhile).toMatch(/^`[^`]+` lacks `[^`]+`$/);
      expect(readText(first)).not.toContain(second);
    }
  });
});

// The file that stands behind a proof; for screens the module that the route loads.
function fileOf(kind: string, place: string): string {
  if (kind === 'screen') return screenFile(place);
  if (kind !== 'command') return place;
  const { commands }: { commands: Readonly<Record<string, string>> } = parse(
    readText('packages/knowledge/src/locales/en/cli.yaml'),
  );
  return commands[place] === undefined
    ? `no command ${place}`
    : (globSync(`apps/cli/src/commands/${place}.ts`, { cwd: root })[0] ?? `no file for the command ${place}`);
}

// Welcome and today are loaded where the routes stand, all others by the list beside it.
function screenFile(pattern: string): string {
  const [routes, later] = ['apps/web/src/app/routes.ts', 'apps/web/src/app/screens.ts'];
  const line = readText(later).split('\n').find((text) => text.includes(`'${pattern}':`)) ?? '';
  const eager = new RegExp(`const ${pattern.slice(1)} = (.*)`).exec(readText(routes))?.[1] ?? '';
  const file = /import\('([^']+)'\)/.exec(line === '' ? eager : line)?.[1];
  return file === undefined ? `no route ${pattern}` : join(dirname(routes), file);
}

function isTestNamed(text: string, name: string): boolean {
  return ["'", '"', '`'].some((quote) => text.includes(`(${quote}${name}${quote}`));
}
