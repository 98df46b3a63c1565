import { fieldsOf, isPlural, type TextTree } from './text-tree.ts';

/** An English value with its texts replaced by those of a translation. What is missing or misshaped there stays English. */
export function withTexts(value: unknown, english: TextTree | undefined, translated: unknown): unknown {
  if (english === undefined || english === null || translated === undefined || translated === null) return value;
  if (typeof english === 'string') return typeof translated === 'string' && translated !== '' ? translated : value;
  if (isPlural(english)) return isPlural(translated) ? translated : value;
  if (Array.isArray(value)) {
    const [texts, given]: readonly [readonly TextTree[], readonly unknown[]] = [Array.isArray(english) ? english : [], Array.isArray(translated) ? translated : []];
    return given.length === value.length ? value.map((entry: unknown, index) => withTexts(entry, texts[index], given[index])) : value;
  }
  const [texts, given] = [new Map(Object.entries(english)), fieldsOf(translated)];
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([key, entry]) => [key, withTexts(entry, texts.get(key), given[key])]));
}
