import type { RawItem, RawKnowledge } from '../read-items.ts';
import { fieldsOf, isList, textOfItem, textOfScreen, type Schemas, type TextTree } from './text-tree.ts';

/** The English texts of each file that a language translates, by the path of the file in its overlay. */
export type EnglishTexts = ReadonlyMap<string, TextTree>;

/** Finds all texts to translate: which fields are text, the schemas say. */
export function englishTexts(knowledge: RawKnowledge, schemas: Schemas, englishOnly: ReadonlySet<string>): EnglishTexts {
  const { exercises, checks, questions, groups, modifiers, faq, mechanics, articles, claims, texts } = knowledge;
  const item = (schema: string) => (raw: RawItem): readonly [string, TextTree | undefined] => [overlayPath(raw), textOfItem(schemas, `${schema}.schema.json`, raw.value)];
  const inLists = [...groups.map(item('group')), ...modifiers.map(item('modifier')), ...mechanics.map(item('mechanics'))];
  const entries: readonly (readonly [string, TextTree | undefined])[] = [
    ...texts.filter(({ name }) => !englishOnly.has(name)).map((raw) => [overlayPath(raw), textOfScreen(raw.value)] as const),
    ...exercises.map(item('exercise')),
    ...checks.map(item('check')),
    ...questions.map(item('question')),
    ...faq.map(item('faq')),
    ...[...new Set(inLists.map(([path]) => path))].map((path) => [path, inLists.filter(([of]) => of === path).map(([, tree]) => tree ?? null)] as const),
    ...articles.map((raw) => [overlayPath(raw), { ...Object(textOfItem(schemas, 'article.schema.json', raw.value)), body: raw.text }] as const),
    ['claims.tsv', Object.fromEntries(claims.map((raw) => [raw.name, textOfItem(schemas, 'claim.schema.json', raw.value) ?? null]))],
  ];
  return new Map(entries.flatMap(([path, tree]): readonly (readonly [string, TextTree])[] => (tree === undefined ? [] : [[path, tree]])));
}

/** Where the overlay of an item lies below locales/<language>. An entry of a list lies in the file of its list. */
export function overlayPath({ file }: RawItem): string {
  return file.replace(/\[\d+\]$/, '').replace(/^locales\/en\//, '');
}

/** The place of an item inside the file of its list; undefined where it is a file of its own. */
export function placeInFile({ file }: RawItem): number | undefined {
  const place = /\[(\d+)\]$/.exec(file)?.[1];
  return place === undefined ? undefined : Number(place);
}

/** The English texts of one item out of those of its file. */
export function entryTree(tree: TextTree | undefined, item: RawItem): TextTree | undefined {
  const place = placeInFile(item);
  if (place === undefined || tree === undefined) return tree;
  return isList(tree) ? tree[place] : undefined;
}

/** The columns of claims.tsv: id, then the texts of a claim. */
export function claimColumns(english: EnglishTexts): readonly string[] {
  const first = Object.values(fieldsOf(english.get('claims.tsv')))[0];
  return ['id', ...Object.keys(fieldsOf(first))];
}
