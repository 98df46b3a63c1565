import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pluralCategories } from '@psoas/kernel';

/** The texts of an item in the shape of the item. A list keeps its length: an entry without text is null. */
export type TextTree = string | null | readonly TextTree[] | { readonly [key: string]: TextTree };

type Fields = { readonly [key: string]: unknown };

/** All JSON Schemas by file name. */
export type Schemas = ReadonlyMap<string, Fields>;

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Reads the schemas of the knowledge. */
export function readSchemas(root: string): Schemas {
  const folder = join(root, 'schema');
  return new Map(readdirSync(folder).map((name) => [name, fieldsOf(JSON.parse(readFileSync(join(folder, name), 'utf8')))]));
}

/** The texts of an item: what its schema marks with `x-text`. Undefined where it has none. */
export function textOfItem(schemas: Schemas, file: string, value: unknown): TextTree | undefined {
  return textBy({ schemas, file }, fieldsOf(schemas.get(file)), value);
}

type Place = { readonly schemas: Schemas; readonly file: string };

function textBy(place: Place, schema: Fields, value: unknown): TextTree | undefined {
  const target = schema['$ref'];
  if (typeof target === 'string') {
    const found = resolve(place, target);
    return textBy(found.place, found.schema, value);
  }
  if (schema['x-text'] === true) return typeof value === 'string' ? value : undefined;
  if (Array.isArray(value)) return listOf(value.map((entry) => textBy(place, fieldsOf(schema['items']), entry)));
  const properties = fieldsOf(schema['properties']);
  return objectOf(Object.entries(fieldsOf(value)).map(([key, entry]) => [key, textBy(place, fieldsOf(properties[key]), entry)]));
}

function resolve({ schemas, file }: Place, target: string): { readonly place: Place; readonly schema: Fields } {
  const [name, path = ''] = target.split('#');
  const where = name === '' || name === undefined ? file : name;
  const keys = path.split('/').filter((key) => key !== '');
  const schema = keys.reduce<Fields>((at, key) => fieldsOf(at[key]), fieldsOf(schemas.get(where)));
  return { place: { schemas, file: where }, schema };
}

const sourceId = /^(?:S\d+[a-z]?|seed-00\d|K-general|P-judgement)$/;

/** The texts of a file of locales/en: all of it but lists of source ids, which are the same in every language. */
export function textOfScreen(value: unknown): TextTree | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.every((entry) => sourceId.test(String(entry))) ? undefined : listOf(value.map(textOfScreen));
  return objectOf(Object.entries(fieldsOf(value)).map(([key, entry]) => [key, textOfScreen(entry)]));
}

function listOf(entries: readonly (TextTree | undefined)[]): TextTree | undefined {
  return entries.every((entry) => entry === undefined) ? undefined : entries.map((entry) => entry ?? null);
}

function objectOf(entries: readonly (readonly [string, TextTree | undefined])[]): TextTree | undefined {
  const kept = entries.flatMap(([key, entry]): readonly (readonly [string, TextTree])[] => (entry === undefined ? [] : [[key, entry]]));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** A list of texts, one for each entry of an English list. */
export function isList(tree: TextTree): tree is readonly TextTree[] {
  return Array.isArray(tree);
}

/** A text in plural forms: its keys are kinds of number, `other` among them. */
export function isPlural(tree: unknown): tree is { readonly [category: string]: string } {
  const keys = Object.keys(fieldsOf(tree));
  return keys.includes('other') && keys.every((key) => pluralCategories.some((category) => category === key));
}

/** How many texts a tree holds; plural forms count as one. */
export function countTexts(tree: TextTree): number {
  if (tree === null || tree === '') return 0;
  if (typeof tree === 'string' || isPlural(tree)) return 1;
  return Object.values(tree).reduce((sum: number, entry: TextTree) => sum + countTexts(entry), 0);
}
