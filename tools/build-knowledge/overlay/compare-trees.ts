import { countTexts, fieldsOf, isList, isPlural, type TextTree } from './text-tree.ts';
import { marksOf, placeFaults, type TextMarks } from './text-marks.ts';

/** Something in a translation that has to be mended, by the path of its field. */
export type TextFault = { readonly kind: 'missing' | 'superfluous' | 'marks' | 'shape' | 'plural'; readonly field: string; readonly remedy: string };

/** Which plural forms a language needs and has. */
export type PluralNeeds = { readonly needed: readonly string[]; readonly known: readonly string[] };

/** Which forms whole numbers up to 200 ask for, as `Intl` knows the language; `other` always stands. */
export function pluralNeeds(language: string): PluralNeeds {
  const rules = new Intl.PluralRules(language);
  const reached = Array.from({ length: 201 }, (_, count) => rules.select(count));
  return { needed: [...new Set([...reached, 'other'])].toSorted(), known: rules.resolvedOptions().pluralCategories };
}

type Comparison = { readonly plurals: PluralNeeds };

/** Holds a translation against the English texts. */
export function compareTrees(english: TextTree, translated: unknown, comparison: Comparison, field = ''): readonly TextFault[] {
  const fault = (kind: TextFault['kind'], remedy: string): readonly TextFault[] => [{ kind, field, remedy }];
  if (english === null) return translated === undefined || translated === null ? [] : fault('superfluous', 'write null: the English entry has no text');
  if (typeof english === 'string') return compareText(english, translated, field);
  if (isPlural(english)) return comparePlural(english, translated, comparison, field);
  if (translated === undefined || translated === null) return missingTexts(english, field);
  if (isList(english)) {
    if (!Array.isArray(translated)) return fault('shape', `write a list of ${english.length} entries`);
    if (translated.length !== english.length) return fault('shape', `write ${english.length} entries, as in English; found ${translated.length}`);
    return english.flatMap((entry, index) => compareTrees(entry, translated[index], comparison, `${field}[${index}]`));
  }
  if (typeof translated !== 'object' || Array.isArray(translated)) return fault('shape', `write the fields ${Object.keys(english).join(', ')}`);
  const given = fieldsOf(translated);
  return [
    ...Object.entries(english).flatMap(([key, entry]) => compareTrees(entry, given[key], comparison, below(field, key))),
    ...Object.keys(given)
      .filter((key) => !(key in english))
      .map((key): TextFault => ({ kind: 'superfluous', field: below(field, key), remedy: 'remove this field: English has no text here' })),
  ];
}

function below(field: string, key: string): string {
  return field === '' ? key : `${field}.${key}`;
}

function compareText(english: string, translated: unknown, field: string): readonly TextFault[] {
  const isEmpty = translated === undefined || translated === null || translated === '';
  if (isEmpty && english === '') return [];
  if (isEmpty) return [{ kind: 'missing', field, remedy: 'translate this text' }];
  if (typeof translated !== 'string') return [{ kind: 'shape', field, remedy: 'write one text, in quotes if needed' }];
  const remedies = [...placeFaults(translated), ...differences(marksOf(english), marksOf(translated))];
  return remedies.map((remedy): TextFault => ({ kind: 'marks', field, remedy }));
}

function differences(wanted: TextMarks, found: TextMarks): readonly string[] {
  const names = { places: 'places in braces', cites: 'cited sources', links: 'links', headings: 'headings' } as const;
  const kinds = ['places', 'cites', 'links', 'headings'] as const;
  return kinds.flatMap((kind) => {
    const [want, have] = [wanted[kind].join(' '), found[kind].join(' ')];
    return want === have ? [] : [`keep the ${names[kind]} of the English text (${want === '' ? 'none' : want}); found ${have === '' ? 'none' : have}`];
  });
}

// Only `other` has to keep every place: "1 set" may leave its number out.
function comparePlural(english: { readonly [category: string]: string }, translated: unknown, { plurals }: Comparison, field: string): readonly TextFault[] {
  if (translated === undefined || translated === null) return [{ kind: 'missing', field, remedy: `translate this text in the forms ${plurals.needed.join(', ')}` }];
  if (typeof translated !== 'object') return [{ kind: 'plural', field, remedy: `write the forms ${plurals.needed.join(', ')}` }];
  const given = fieldsOf(translated);
  const [all = '', rest] = [english['other'], given['other']];
  const places = marksOf(all).places;
  return [
    ...plurals.needed.filter((form) => given[form] === undefined).map((form): TextFault => ({ kind: 'plural', field: below(field, form), remedy: 'add this form' })),
    ...Object.keys(given).filter((form) => !plurals.known.includes(form)).map((form): TextFault => ({ kind: 'plural', field: below(field, form), remedy: 'remove this form: the language does not know it' })),
    ...(rest === undefined ? [] : compareText(all, rest, below(field, 'other'))),
    ...Object.entries(given).flatMap(([form, text]): readonly TextFault[] => {
      if (form === 'other') return [];
      if (typeof text !== 'string' || text === '') return [{ kind: 'shape', field: below(field, form), remedy: 'write one text' }];
      const invented = marksOf(text).places.filter((place) => !places.includes(place));
      return [...placeFaults(text), ...invented.map((place) => `remove {${place}}: English has no such place`)].map((remedy) => ({ kind: 'marks', field: below(field, form), remedy }));
    }),
  ];
}

function missingTexts(english: TextTree, field: string): readonly TextFault[] {
  return countTexts(english) === 0 ? [] : leafFields(english, field).map((leaf) => ({ kind: 'missing', field: leaf, remedy: 'translate this text' }));
}

function leafFields(tree: TextTree, field: string): readonly string[] {
  if (tree === null) return [];
  if (typeof tree === 'string' || isPlural(tree)) return [field];
  if (isList(tree)) return tree.flatMap((entry, index) => leafFields(entry, `${field}[${index}]`));
  return Object.entries(tree).flatMap(([key, entry]) => leafFields(entry, below(field, key)));
}
