import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readItems } from '../read-items.ts';
import { checkLanguages } from './check-languages.ts';
import { reviewTable } from './review-table.ts';
import type { TextTree } from './text-tree.ts';

const root = join(import.meta.dirname, '../../../packages/knowledge');
const { reports, english } = checkLanguages(join(root, 'src'), readItems(join(root, 'src'), []), []);
const [some] = reports;
if (some === undefined) throw new Error('no language');
const { language } = some;
const tableOf = (texts: { readonly [file: string]: TextTree }, given: { readonly [file: string]: unknown }): string =>
  reviewTable({ ...language, reviewed: false }, new Map(Object.entries(texts)), { files: new Map(Object.entries(given)), faults: new Map() });

describe('the table for reviewers', () => {
  it.each(reports.map((report) => ({ code: report.language.code, report })))('[LA-11] of $code is what npm run languages writes', ({ code, report }) => {
    const table = reviewTable(report.language, english, report.overlay);
    expect(readFileSync(join(root, 'review', `${code}.md`), 'utf8') === table, `run npm run languages -- ${code} --table and commit what it writes`).toBe(true);
  });

  it('[LA-11] shows safety first, plural forms together, and paragraphs beside each other', () => {
    const table = tableOf(
      { 'today.yaml': { days: { one: '1 day', other: '{count} days' } }, 'questions/RF01.yaml': { question: 'A | B?' }, 'articles/a.md': { body: 'One.\n\nTwo.' } },
      { 'today.yaml': { days: { one: '1 dzień', other: '{count} dnia' } }, 'questions/RF01.yaml': { question: 'A czy B?' }, 'articles/a.md': { body: 'Raz.\n\nDwa.' } },
    );
    expect(table.split('\n').filter((line) => line.startsWith('| ') && !line.includes('English'))).toEqual([
      '| question | A \\| B? | A czy B? |',
      '| days | one: 1 day / other: {count} days | one: 1 dzień / other: {count} dnia |',
      '| body.1 | One. | Raz. |',
      '| body.2 | Two. | Dwa. |',
    ]);
  });

  it('[LA-11] says whether anybody has read it, and leaves out what is not translated', () => {
    expect(tableOf({ 'a.yaml': { x: 'X', y: 'Y' } }, { 'a.yaml': { x: 'Z' } })).toContain('No native speaker has read it yet');
    expect(tableOf({ 'a.yaml': { x: 'X', y: 'Y' } }, { 'a.yaml': { x: 'Z' } })).not.toContain('| Y |');
  });
});
