import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../packages/knowledge/src/generated/types.ts';
import { emitModules } from '../emit.ts';
import type { KnowledgeProblem } from '../knowledge-problem.ts';
import { readItems } from '../read-items.ts';
import { checkLanguage, languageProblems, type LanguageReport } from './check-language.ts';
import { checkLanguages, spokenLanguages } from './check-languages.ts';
import { writeOverlay } from './write-overlay.ts';

const source = resolve(import.meta.dirname, '../../../packages/knowledge/src');
const knowledge = readItems(source, []);
const { english, languages } = checkLanguages(source, knowledge, []);
let root = '';
let whole = '';
let state: Language['state'] = 'complete';

beforeAll(() => {
  whole = mkdtempSync(join(tmpdir(), 'overlay-'));
  writeOverlay(join(whole, 'locales/de'), english, spoken);
});
afterAll(() => rmSync(whole, { recursive: true }));

beforeEach(() => {
  state = 'complete';
  root = mkdtempSync(join(tmpdir(), 'overlay-'));
  cpSync(whole, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Another word for every letter outside of what a translation keeps. */
function spoken(text: string): string {
  return text.replace(/\{[a-zA-Z]+\}|\[[^\]]+\](?:\([^)]+\))?|[a-zA-Z]/g, (found) => (found.length === 1 ? 'x' : found));
}

function report(): LanguageReport {
  const german: Language = { code: 'de', ownName: 'Deutsch', englishName: 'German', direction: 'ltr', state, reviewed: false, formats: 'de-DE', voices: ['de'] };
  return checkLanguage(root, german, english);
}

function problemsNow(): readonly KnowledgeProblem[] {
  return languageProblems(report(), languages);
}

function change(file: string, edit: (text: string) => string): void {
  const path = join(root, 'locales/de', file);
  const before = readFileSync(path, 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

async function modules(): Promise<ReadonlyMap<string, string>> {
  const problems: KnowledgeProblem[] = [];
  const files = await emitModules(source, knowledge, { problems, languages: spokenLanguages(knowledge, { languages, english, reports: [report()] }) });
  expect(problems).toEqual([]);
  return files;
}

describe('a translation', () => {
  it('[LA-01] is whole where every English text has its own, and only then', () => {
    expect(problemsNow()).toEqual([]);
    rmSync(join(root, 'locales/de/today.yaml'));
    expect(problemsNow()).toEqual([{ file: 'locales/de/today.yaml', field: '', remedy: 'add this file, or list de as partial in locales/languages.yaml' }]);
  });

  it.each<[string, string, (text: string) => string, string, RegExp]>([
    ['a text that is gone', 'welcome.yaml', (text) => text.replace(/^title: .*\n/m, ''), 'title', /translate this text/],
    ['a place that is lost', 'steps.yaml', (text) => text.replace('{days}', 'xx'), 'because.gap', /keep the places in braces .*\(days\); found none/],
    ['a place that is invented', 'steps.yaml', (text) => text.replace('{days}', '{days} {weeks}'), 'because.gap', /found days weeks/],
    ['two words where no side is known', 'steps.yaml', (text) => text.replace('{days}', '{days:x|x}'), 'because.gap', /only \{target\} and \{other\}/],
    ['a field that English has not', 'welcome.yaml', (text) => `${text}\nmore: x\n`, 'more', /remove this field/],
    ['a fact', 'exercises/dead-bug.yaml', (text) => `${text}\nrung: 1\n`, 'rung', /remove this field/],
    ['a list of another length', 'exercises/dead-bug.yaml', (text) => text.replace(/^instructions:\n {2}- text: .*\n(?: {6}.*\n)*/m, 'instructions:\n'), 'instructions', /write \d+ entries, as in English/],
    ['a form that the language needs', 'sync.yaml', (text) => text.replace(/(minutes:\n)\s+one: .*\n/, '$1'), 'state.minutes.one', /add this form/],
    ['a form that it does not know', 'sync.yaml', (text) => text.replace(/(minutes:\n)(\s+)(one: .*\n)/, '$1$2$3$2few: x\n'), 'state.minutes.few', /does not know it/],
    ['a source that is lost', 'faq/best-stretch.yaml', (text) => text.replace(/\s\[S\d+[a-z]?\]/, ''), 'answer[', /cited sources/],
    ['a link that is changed', 'articles/sitting.md', (text) => text.replace(/\]\(article:[a-z-]+\)|\]\(exercise:[a-z-]+\)/, '](faq:is-my-pelvis-tilted)'), 'body', /links/],
    ['a heading that is lost', 'articles/sitting.md', (text) => text.replace(/^## .*\n/m, ''), 'body', /headings/],
    ['markup that an article may not have', 'articles/sitting.md', (text) => `${text}\n<b>x</b>\n`, 'body', /html/],
    ['a torn row', 'claims.tsv', (text) => text.replace(/^(C002\t[^\t]*)\t.*$/m, '$1'), 'line 3', /write 3 columns; found 2/],
  ])('[LA-02] names %s', (...[, file, edit, field, remedy]) => {
    change(file, edit);
    const found = problemsNow();
    expect(found).toContainEqual({ file: `locales/de/${file}`, field: expect.stringContaining(field), remedy: expect.stringMatching(remedy) });
  });

  it('[LA-02] names a file that English has not', () => {
    writeFileSync(join(root, 'locales/de/nowhere.yaml'), 'title: x\n');
    expect(problemsNow()).toEqual([{ file: 'locales/de/nowhere.yaml', field: '', remedy: 'remove this file or correct its name: English has no such file to translate' }]);
  });

  it('[LA-03] changes words and no fact', async () => {
    const files = await modules();
    const values = (path: string): unknown => JSON.parse(/= (\[[\s\S]*?\]);\n/.exec(files.get(path) ?? '')?.[1] ?? 'null');
    const textless = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, entry: unknown) => (typeof entry === 'string' ? spoken(entry) : entry)));
    expect(values('de/exercises.ts')).not.toEqual(values('exercises.ts'));
    for (const path of ['exercises.ts', 'checks.ts', 'questions.ts', 'claims.ts', 'articles.ts']) expect(textless(values(`de/${path}`))).toEqual(textless(values(path)));
    const [german, english] = [values('de/exercises.ts'), values('exercises.ts')].map((all) => (Array.isArray(all) ? all.map(({ id, doses, rung, properties, equipment }) => JSON.stringify([id, Object.keys(doses), rung, properties, equipment])) : []));
    expect(german).toEqual(english);
    expect(files.get('de/movements/dead-bug.ts')).toContain("export { lights, movement } from '../../movements/dead-bug.ts';");
    expect(['rules', 'movements', 'lengths', 'sources', 'types'].filter((name) => files.has(`de/${name}.ts`))).toEqual([]);
  });

  it('[LA-04] is filled with English where it is partial, and left out as a draft', async () => {
    state = 'partial';
    rmSync(join(root, 'locales/de/welcome.yaml'));
    expect(problemsNow()).toEqual([]);
    const files = await modules();
    const body = (text: string | undefined): string => /= (\{[\s\S]*\n\}|\{[\s\S]*\})(?: as const)?;\nexport/.exec(text ?? '')?.[1] ?? '';
    expect(body(files.get('de/text/welcome.ts'))).toBe(body(files.get('text/welcome.ts')));
    expect(files.get('de/text/today.ts')).not.toContain('quiet minutes');
    state = 'draft';
    expect([...(await modules()).keys()].filter((path) => path.startsWith('de/'))).toEqual([]);
  });

  it('[LA-05] may wait with the claims, which then say that they are English', async () => {
    writeFileSync(join(root, 'locales/de/claims.tsv'), 'id\twording\nC001\txxx\n');
    expect(problemsNow()).toEqual([]);
    const claims = (await modules()).get('de/claims.ts') ?? '';
    expect(claims.match(/"inEnglish"/g)).toHaveLength(403);
    expect(claims).toMatch(/"wording": "xxx",[\s\S]*?"inEnglish": \[\s*"statement"\s*\]/);
  });

  it('says where YAML is no YAML', () => {
    appendFileSync(join(root, 'locales/de/welcome.yaml'), '\n  - : [');
    expect(problemsNow()).toContainEqual(expect.objectContaining({ file: 'locales/de/welcome.yaml', remedy: expect.stringMatching(/line \d+/) }));
  });
});
