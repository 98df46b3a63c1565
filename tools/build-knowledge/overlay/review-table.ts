import type { Language } from '../../../packages/knowledge/src/generated/types.ts';
import type { EnglishTexts } from './english-texts.ts';
import type { Overlay } from './read-overlay.ts';
import { fieldsOf, isPlural, type TextTree } from './text-tree.ts';

type Row = { readonly place: string; readonly english: string; readonly translated: string };

/** What is read first: what a person in danger sees, then what everybody sees. */
const first = ['questions/', 'rules.yaml', 'shell.yaml', 'check.yaml', 'checks/', 'player.yaml', 'today.yaml', 'exercises/'];

/**
 * [LA-11] Every text of a language beside its English one, for a reader who writes no code. Safety comes first, the
 * statements of the first articles last.
 */
export function reviewTable(language: Language, english: EnglishTexts, { files }: Overlay): string {
  const sections = [...english]
    .toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .flatMap(([file, tree]) => {
      const rows = rowsOf(tree, files.get(file), '').filter(({ translated }) => translated !== '');
      return rows.length === 0 ? [] : [`## ${file}\n\n| place | English | ${language.ownName} |\n|---|---|---|\n${rows.map(line).join('\n')}`];
    });
  const state = language.reviewed ? 'A native speaker has read it.' : '**No native speaker has read it yet.**';
  const lead = `Written by \`npm run languages -- ${language.code} --table\`; change the texts in \`packages/knowledge/src/locales/${language.code}\`. ${state} Marks in braces are filled by the app, \`[S20]\` cites a source. What to look at above all: that a safety question asks for the same sign, with the same numbers, times and urgency.`;
  return `${[`# ${language.englishName}, beside English`, lead, ...sections].join('\n\n')}\n`;
}

function rank(file: string): number {
  if (file === 'claims.tsv') return first.length + 1;
  const place = first.findIndex((start) => file.startsWith(start));
  return place === -1 ? first.length : place;
}

function rowsOf(english: TextTree, translated: unknown, place: string): readonly Row[] {
  if (english === null) return [];
  if (typeof english === 'string') return pairs(english, typeof translated === 'string' ? translated : '', place);
  if (isPlural(english)) return [{ place, english: forms(english), translated: forms(fieldsOf(translated)) }];
  const entries: readonly unknown[] | undefined = Array.isArray(translated) ? translated : undefined;
  const given = (key: string): unknown => (entries === undefined ? fieldsOf(translated)[key] : entries[Number(key)]);
  return Object.entries(english).flatMap(([key, tree]: [string, TextTree]) => rowsOf(tree, given(key), place === '' ? key : `${place}.${key}`));
}

// An article is one long text; where it has as many paragraphs in both languages, each stands beside its own.
function pairs(english: string, translated: string, place: string): readonly Row[] {
  const [mine, theirs] = [paragraphs(english), paragraphs(translated)];
  if (mine.length !== theirs.length) return [{ place, english, translated }];
  return mine.map((text, index) => ({ place: mine.length === 1 ? place : `${place}.${index + 1}`, english: text, translated: theirs[index] ?? '' }));
}

function paragraphs(text: string): readonly string[] {
  return text.split(/\n{2,}/).filter((part) => part.trim() !== '');
}

function forms(plural: { readonly [category: string]: unknown }): string {
  return Object.entries(plural).map(([category, text]) => `${category}: ${String(text)}`).join(' / ');
}

function line({ place, english, translated }: Row): string {
  return `| ${[place, english, translated].map(cell).join(' | ')} |`;
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replaceAll('\n', '<br>');
}
