import { existsSync, globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { modifiers, questions } from '@psoas/knowledge/questions';
import rulesText from '@psoas/knowledge/text/rules';
import { describe, expect, it } from 'vitest';
import { fencesOf, pagePaths, readText, root, ruleIds, tableRows } from './pages.ts';

const specs = pagePaths().filter((path) => path.startsWith('docs/spec/') || path.endsWith('/SPEC.md'));
// A rule stands in a table, or begins a line of a list in bold.
const idsInTables = (path: string): readonly string[] => [
  ...ruleIds(tableRows(readText(path)).flat().join(' ')),
  ...ruleIds((readText(path).match(/^- \*\*.*?\*\*/gm) ?? []).join(' ')),
];
const testFiles = globSync(
  [
    'packages/*/src/**/*.test.{ts,tsx}',
    'apps/*/src/**/*.test.{ts,tsx}',
    'apps/web/e2e/**/*.e2e.ts',
    'tools/**/*.test.ts',
  ],
  { cwd: root },
);
const idsInTests = new Set(
  testFiles.filter((path) => !path.startsWith('tools/docs/')).flatMap((path) => ruleIds(readText(path))),
);
const idsWithText = new Set<string>([
  ...Object.keys(rulesText.rules),
  ...questions.map(({ id }) => id),
  ...modifiers.map(({ id }) => id),
]);

describe('rules of docs/spec', () => {
  it.each(specs)('%s names only rules that a test quotes or that have a sentence for people', (path) => {
    expect(idsInTables(path).filter((id) => !idsInTests.has(id) && !idsWithText.has(id))).toEqual([]);
  });

  it('every sentence for people, every flag and every modifier has its line in a page', () => {
    // A row that defines a rule names it alone; the index's rows name many.
    const defined = new Set(
      specs.flatMap((path) =>
        tableRows(readText(path)).flatMap(([first = '']) =>
          ruleIds(first).length === 1 ? ruleIds(first) : [],
        ),
      ),
    );
    expect([...idsWithText].filter((id) => !defined.has(id))).toEqual([]);
  });

  it('the index names every rule, and every page', () => {
    const index = new Set(ruleIds(readText('docs/spec/README.md')));
    const others = specs.flatMap(idsInTables).filter((id) => !id.startsWith('RF'));
    expect([...new Set(others)].filter((id) => !index.has(id))).toEqual([]);
    const text = readText('docs/spec/README.md');
    expect(
      specs.filter(
        (path) => !path.endsWith('README.md') && !text.includes(`](${relative('docs/spec', path)})`),
      ),
    ).toEqual([]);
  });
});

describe('decisions', () => {
  it('have a number each, in a row, and begin with it', () => {
    const decisions = pagePaths().filter((path) => path.startsWith('docs/adr/') && !path.endsWith('README.md'));
    const numbers = decisions.map((path) => path.slice('docs/adr/'.length).slice(0, 4));
    expect(numbers).toEqual(decisions.map((_, index) => String(index + 1).padStart(4, '0')));
    expect(decisions.filter((path, index) => !readText(path).startsWith(`# ${numbers[index]}`))).toEqual([]);
    const listed = tableRows(readText('docs/adr/README.md'));
    const titles = decisions.map((path) => /^# \d{4}:? (.*)/.exec(readText(path))?.[1]);
    expect(listed.map(([, title]) => title)).toEqual(titles);
    expect(listed.map(([number]) => number)).toEqual(decisions.map((path, index) => `[${numbers[index]}](${path.slice('docs/adr/'.length)})`));
  });
});

describe('the glossary', () => {
  it('has each word once, in the order of the alphabet', () => {
    const words = [...readText('docs/glossary.md').matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, word = '']) => word.toLowerCase());
    expect(words.length).toBeGreaterThan(100);
    expect(words.toSorted()).toEqual([...new Set(words)]);
  });
});

describe('links', () => {
  it.each(pagePaths())('%s leads to files and headings that exist', (path) => {
    const prose = readText(path).replace(/```[\s\S]*?```/g, '');
    const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target));
    expect(targets.filter((target) => !isThere(path, target))).toEqual([]);
  });
});

describe('golden files shown in pages', () => {
  const shown = pagePaths().flatMap((path) =>
    fencesOf(readText(path)).flatMap(({ above, text }) => {
      const file = /^<!-- golden: (\S+) -->$/.exec(above)?.[1];
      return file === undefined ? [] : [{ path, file, text }];
    }),
  );

  it('there is one to check', () => expect(shown.length).toBeGreaterThan(0));

  // Claim ids are left out: they change with every second reading of the knowledge.
  it.each(shown)('$path shows $file as it is, apart from claims', ({ file, text }) => {
    expect(text).toBe(
      readText(file)
        .trimEnd()
        .replace(/ C\d{3}/g, ''),
    );
  });
});

function isThere(from: string, target: string): boolean {
  const [file = '', heading] = target.split('#');
  const path = file === '' ? from : join(dirname(from), file);
  if (!existsSync(join(root, path))) return false;
  if (heading === undefined || !path.endsWith('.md')) return true;
  return readText(path)
    .split('\n')
    .some(
      (line) =>
        /^#+ /.test(line) &&
        line
          .replace(/^#+ /, '')
          .toLowerCase()
          .replace(/[^a-z0-9 -]/g, '')
          .replaceAll(' ', '-') === heading,
    );
}
