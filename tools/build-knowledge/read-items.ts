import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { KnowledgeProblem } from './knowledge-problem.ts';
import { parseYaml } from './parse-yaml.ts';

/** One item as read: not yet checked. */
export type RawItem = { readonly file: string; readonly name: string; readonly value: unknown };

/** An article: its front matter, and its text below. */
export type RawArticle = RawItem & { readonly text: string };

/** Everything under packages/knowledge/src, read and parsed but not yet checked. */
export type RawKnowledge = {
  readonly exercises: readonly RawItem[];
  readonly checks: readonly RawItem[];
  readonly movements: readonly RawItem[];
  readonly mechanics: readonly RawItem[];
  readonly questions: readonly RawItem[];
  readonly groups: readonly RawItem[];
  readonly modifiers: readonly RawItem[];
  readonly sources: readonly RawItem[];
  readonly faq: readonly RawItem[];
  readonly articles: readonly RawArticle[];
  readonly claims: readonly RawItem[];
  readonly texts: readonly RawItem[];
};

/** Reads all items. Text that is no YAML becomes a problem with its line. */
export function readItems(root: string, problems: KnowledgeProblem[]): RawKnowledge {
  const folder = (name: string): readonly RawItem[] => filesIn(join(root, name), '.yaml').map((path) => readYaml(root, path, problems));
  const questions = folder('questions');
  const listItems = (name: string): readonly RawItem[] => questions.filter((item) => item.name === name).flatMap(entriesOf);
  return {
    exercises: folder('exercises'),
    checks: folder('checks'),
    movements: folder('movements'),
    mechanics: folder('mechanics').flatMap(entriesOf),
    questions: questions.filter(({ name }) => name.startsWith('RF')),
    groups: listItems('groups'),
    modifiers: listItems('modifiers'),
    sources: folder('sources'),
    faq: folder('faq'),
    articles: filesIn(join(root, 'articles'), '.md').map((path) => readArticle(root, path, problems)),
    claims: filesIn(join(root, 'claims'), '.tsv').flatMap((path) => readClaims(root, path, problems)),
    texts: folder('locales/en'),
  };
}

// A file that holds a list: each entry is an item, named by its place.
function entriesOf(item: RawItem): readonly RawItem[] {
  return Array.isArray(item.value) ? item.value.map((value: unknown, index) => ({ ...item, file: `${item.file}[${index}]`, value })) : [item];
}

function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => join(folder, name));
}

function valueOf(text: string, file: string, problems: KnowledgeProblem[]): unknown {
  const parsed = parseYaml(text);
  if (parsed.ok) return parsed.value;
  problems.push({ file, field: '', remedy: parsed.error });
  return undefined;
}

function readYaml(root: string, path: string, problems: KnowledgeProblem[]): RawItem {
  const file = path.slice(root.length + 1);
  return { file, name: basename(path, '.yaml'), value: valueOf(readFileSync(path, 'utf8'), file, problems) };
}

function readArticle(root: string, path: string, problems: KnowledgeProblem[]): RawArticle {
  const file = path.slice(root.length + 1);
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path, 'utf8'));
  if (parts === null) problems.push({ file, field: '', remedy: 'begin with front matter between two lines of ---' });
  return { file, name: basename(path, '.md'), value: parts === null ? undefined : valueOf(parts[1] ?? '', file, problems), text: parts?.[2] ?? '' };
}

const claimColumns = ['id', 'subject', 'statement', 'verdict', 'wording', 'sources', 'place'];

function readClaims(root: string, path: string, problems: KnowledgeProblem[]): readonly RawItem[] {
  const file = path.slice(root.length + 1);
  const [head = '', ...rows] = readFileSync(path, 'utf8').replace(/\n+$/, '').split('\n');
  if (head !== claimColumns.join('\t')) problems.push({ file, field: 'line 1', remedy: `name the columns ${claimColumns.join(', ')}, separated by tabs` });
  return rows.map((row, index) => {
    const cells = row.split('\t');
    const at = `${file}:${index + 2}`;
    if (cells.length !== claimColumns.length) problems.push({ file: at, field: '', remedy: `write ${claimColumns.length} columns; found ${cells.length}` });
    const [id, subject, statement, verdict, wording, sources = '', place = ''] = cells;
    const list = (cell: string): readonly string[] => cell.split(',').filter((entry) => entry !== '');
    return { file: at, name: id ?? '', value: { id, seed: basename(path, '.tsv'), subject, statement, verdict, wording, sources: list(sources), place: list(place) } };
  });
}
