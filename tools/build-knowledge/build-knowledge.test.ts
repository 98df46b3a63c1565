import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkReferences } from './check-references.ts';
import { emitModules } from './emit.ts';
import type { KnowledgeProblem } from './knowledge-problem.ts';
import { checkLanguages, spokenLanguages } from './overlay/check-languages.ts';
import { readItems } from './read-items.ts';
import { validateItems } from './validate.ts';

const source = resolve(import.meta.dirname, '../../packages/knowledge/src');
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'knowledge-'));
  cpSync(source, root, { recursive: true, filter: (path) => !path.includes('generated') });
});
afterEach(() => rmSync(root, { recursive: true }));

async function problemsAfter(file: string, change: (text: string) => string): Promise<readonly KnowledgeProblem[]> {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  const problems: KnowledgeProblem[] = [];
  const knowledge = readItems(root, problems);
  problems.push(...validateItems(root, knowledge), ...checkReferences(knowledge));
  await emitModules(root, knowledge, { problems, languages: spokenLanguages(knowledge, checkLanguages(root, knowledge, problems)) });
  return problems;
}

describe('a fault in the knowledge names file, field and remedy', () => {
  it.each<[string, string, (text: string) => string, KnowledgeProblem]>([
    ['a missing field', 'exercises/dead-bug.yaml', (text) => text.replace(/^summary:.*$/m, ''), { file: 'exercises/dead-bug.yaml', field: 'summary', remedy: 'add this field' }],
    ['an unknown field', 'exercises/dead-bug.yaml', (text) => `${text}\ncolour: red\n`, { file: 'exercises/dead-bug.yaml', field: 'colour', remedy: 'remove this field or correct its name' }],
    ['a value outside its list', 'exercises/dead-bug.yaml', (text) => text.replace('class: strengthen', 'class: magic'), { file: 'exercises/dead-bug.yaml', field: 'class', remedy: 'use one of ["stretch","strengthen","mobilise","release"]' }],
    ['an id that is not the file name', 'exercises/dead-bug.yaml', (text) => text.replace('id: dead-bug', 'id: live-bug'), { file: 'exercises/dead-bug.yaml', field: 'id', remedy: 'write dead-bug, as the file is called' }],
    ['a source that does not exist', 'faq/knee-pain.yaml', (text) => text.replaceAll('S112', 'S999'), { file: 'faq/knee-pain.yaml', field: 'sources', remedy: 'S999 does not exist; correct it or add it' }],
    ['a citation that is not listed', 'articles/sitting.md', (text) => `${text}\nA bold statement [S125].\n`, { file: 'articles/sitting.md', field: 'sources', remedy: 'the text cites S125; list it' }],
    ['a link to nowhere', 'articles/sitting.md', (text) => `${text}\nSee [this](exercise:moon-walk).\n`, { file: 'articles/sitting.md', field: 'text', remedy: 'exercise:moon-walk does not exist' }],
    ['a claim without a verdict', 'claims/seed-000.tsv', (text) => text.replace(/^(C001\t[^\t]*\t[^\t]*\t)[^\t]*/m, '$1'), { file: 'claims/seed-000.tsv:2', field: 'verdict', remedy: 'use one of ["agreed","corrected","disputed","not-adopted"]' }],
    ['a claim with a torn row', 'claims/seed-000.tsv', (text) => text.replace(/^(C002\t[^\t]*)\t.*$/m, '$1'), { file: 'claims/seed-000.tsv:3', field: '', remedy: 'write 7 columns; found 2' }],
    ['a gate that is gone', 'exercises/couch-stretch.yaml', (text) => text.replace(/^gates:[\s\S]*?^easier:/m, 'gates: []\neasier:'), { file: 'exercises/couch-stretch.yaml', field: 'gates', remedy: 'rungs 4 and 5 need a gate' }],
  ])('%s', async (_, file, change, problem) => {
    expect(await problemsAfter(file, change)).toContainEqual(problem);
  });

  it('says where YAML is no YAML, and goes on with the other files', async () => {
    const problems = await problemsAfter('exercises/dead-bug.yaml', (text) => `${text}\n  - : [`);
    expect(problems[0]?.file).toBe('exercises/dead-bug.yaml');
    expect(problems[0]?.remedy).toMatch(/line \d+/);
  });
});
