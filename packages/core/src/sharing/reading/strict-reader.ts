import { createFieldReader, isRecord, parseLocalDate, type FieldReader, type LocalDate, type Need, type Problem } from '@psoas/kernel';

/**
 * [SH-04] Reads what comes from somebody who is not trusted: every text and list has its longest length, nothing is
 * copied but the fields that are asked for, and reading ends early where too much is wrong.
 */
export type StrictReader = Pick<FieldReader, 'path' | 'has' | 'choice' | 'number' | 'flag'> & {
  /** One line without control signs and signs that turn the direction of writing. */
  readonly line: (key: string, longest: number, need?: Need) => string | undefined;
  /** Lines; the same signs are refused, but for the end of a line and the tab. */
  readonly lines: (key: string, longest: number, need?: Need) => string | undefined;
  /** A name of our own data, such as of an exercise or a rule: letters, digits, hyphens. */
  readonly name: (key: string, need?: Need) => string | undefined;
  readonly names: (key: string, most: number) => readonly string[] | undefined;
  readonly day: (key: string, need?: Need) => LocalDate | undefined;
  readonly inner: (key: string, need?: Need) => StrictReader | undefined;
  readonly list: <Item>(key: string, most: number, readOne: (reader: StrictReader) => Item | undefined) => readonly Item[] | undefined;
  /** Of a closed list, each at most once. */
  readonly choices: <Value extends string>(key: string, choices: readonly Value[]) => readonly Value[] | undefined;
  readonly refuse: (key: string, allowed: string) => undefined;
};

/** So many problems say enough; a hostile list may hold thousands. */
const mostProblems = 20;
const longestName = 80;

const namePattern = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
// Control signs, and those that turn the direction of writing: a name must not look like another one.
const signs = String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069`;
const badInLines = new RegExp(`[${signs}]`);
const badInLine = new RegExp(`[\\t\\n${signs}]`);

/** [SH-04] A text as one line that every reader takes: without the signs that are refused, and not too long. Undefined when nothing is left. */
export function tamedLine(text: string, longest: number): string | undefined {
  const line = text.replaceAll(new RegExp(badInLine.source, 'g'), ' ').trim().slice(0, longest).trim();
  return line === '' ? undefined : line;
}

/** A reader over `value`; when it is no object that is a problem and the reader is undefined. */
export function createStrictReader(value: unknown, path: string, problems: Problem[]): StrictReader | undefined {
  const reader = createFieldReader(value, path, problems);
  if (reader === undefined || !isRecord(value)) return undefined;
  const record = value;
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const refuse = (key: string, allowed: string): undefined => {
    problems.push({ field: at(key), kind: Object.hasOwn(record, key) ? 'not-allowed' : 'missing', allowed });
    return undefined;
  };
  const bounded = (key: string, { longest, bad, need = 'required' }: { readonly longest: number; readonly bad: RegExp; readonly need?: Need | undefined }): string | undefined => {
    const text = reader.text(key, need);
    if (text === undefined) return undefined;
    return text.length > longest || text.trim() === '' || bad.test(text) ? refuse(key, `a text of at most ${longest} signs, without control signs`) : text;
  };
  const list = <Item>(key: string, most: number, readOne: (entry: unknown, path: string) => Item | undefined): readonly Item[] | undefined => {
    const found = Object.hasOwn(record, key) ? record[key] : undefined;
    if (!Array.isArray(found) || found.length > most) return refuse(key, `a list of at most ${most}`);
    const items: Item[] = [];
    for (const [index, entry] of found.entries()) {
      const item = readOne(entry, `${at(key)}[${index}]`);
      if (item === undefined || problems.length > mostProblems) return undefined;
      items.push(item);
    }
    return items;
  };
  const isName = (text: string): boolean => text.length <= longestName && namePattern.test(text);
  return {
    path,
    has: (key) => reader.has(key),
    choice: (key, choices, need) => reader.choice(key, choices, need),
    number: (key, range, need) => reader.number(key, range, need),
    flag: (key, need) => reader.flag(key, need),
    line: (key, longest, need) => bounded(key, { longest, bad: badInLine, need }),
    lines: (key, longest, need) => bounded(key, { longest, bad: badInLines, need }),
    name: (key, need) => {
      const text = reader.text(key, need);
      return text === undefined || isName(text) ? text : refuse(key, 'a name of letters, digits and hyphens');
    },
    names: (key, most) =>
      list(key, most, (entry, entryPath) => {
        if (typeof entry === 'string' && isName(entry)) return entry;
        problems.push({ field: entryPath, kind: 'not-allowed', allowed: 'a name of letters, digits and hyphens' });
        return undefined;
      }),
    day: (key, need) => {
      const text = reader.text(key, need);
      const day = text === undefined ? undefined : parseLocalDate(text);
      return day === undefined ? undefined : day.ok ? day.value : refuse(key, 'a day as YYYY-MM-DD');
    },
    inner: (key, need) => (need === 'optional' && !reader.has(key) ? undefined : createStrictReader(record[key], at(key), problems)),
    list: (key, most, readOne) =>
      list(key, most, (entry, entryPath) => {
        const inner = createStrictReader(entry, entryPath, problems);
        return inner === undefined ? undefined : readOne(inner);
      }),
    choices: (key, choices) => {
      const found = list(key, choices.length, (entry, entryPath) => {
        const choice = choices.find((candidate) => candidate === entry);
        if (choice === undefined) problems.push({ field: entryPath, kind: 'not-allowed', allowed: choices.join(' | ') });
        return choice;
      });
      return found === undefined ? undefined : [...new Set(found)];
    },
    refuse,
  };
}
