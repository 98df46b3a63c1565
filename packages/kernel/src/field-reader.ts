import { isRecord, type Problem, type UnknownRecord } from './problem.ts';

/**
 * Reads the fields of one object of outside input. Every read returns the value or undefined; what is wrong is
 * collected in `problems`, so that one pass names everything that a person has to mend.
 */
export type FieldReader = {
  readonly path: string;
  readonly has: (key: string) => boolean;
  /** Whether the field holds a group of fields, for fields that may also hold a single value. */
  readonly isGroup: (key: string) => boolean;
  readonly choice: <Value extends string>(key: string, choices: readonly Value[], need?: Need) => Value | undefined;
  readonly number: (key: string, range: NumberRange, need?: Need) => number | undefined;
  readonly flag: (key: string, need?: Need) => boolean | undefined;
  readonly text: (key: string, need?: Need) => string | undefined;
  readonly choices: <Value extends string>(key: string, choices: readonly Value[], need?: Need) => readonly Value[] | undefined;
  readonly inner: (key: string, need?: Need) => FieldReader | undefined;
  readonly refuseOthers: (known: readonly string[]) => void;
};

/** Whether an absent field is a problem. */
export type Need = 'required' | 'optional';

/** What a number may be. Ends included. */
export type NumberRange = { readonly min: number; readonly max: number; readonly whole?: boolean; readonly unit?: string };

/** A reader over `value`; when it is no object that is itself a problem and the reader is undefined. */
export function createFieldReader(value: unknown, path: string, problems: Problem[]): FieldReader | undefined {
  if (!isRecord(value)) {
    problems.push(value === undefined ? missing(path, 'a group of fields') : notAllowed(path, 'a group of fields', value));
    return undefined;
  }
  return readerOver(value, path, problems);
}

function readerOver(record: UnknownRecord, path: string, problems: Problem[]): FieldReader {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const take = <Value>(key: string, allowed: string, need: Need, accept: (found: unknown) => Value | undefined): Value | undefined => {
    const found = record[key];
    if (found === undefined || found === null) {
      if (need === 'required') problems.push(missing(at(key), allowed));
      return undefined;
    }
    const value = accept(found);
    if (value === undefined) problems.push(notAllowed(at(key), allowed, found));
    return value;
  };
  return {
    path,
    has: (key) => record[key] !== undefined && record[key] !== null,
    isGroup: (key) => isRecord(record[key]),
    choice: (key, choices, need = 'required') => take(key, choices.join(' | '), need, (found) => choices.find((choice) => choice === found)),
    number: (key, range, need = 'required') => take(key, rangeText(range), need, (found) => (isInRange(found, range) ? found : undefined)),
    flag: (key, need = 'required') => take(key, 'true | false', need, (found) => (typeof found === 'boolean' ? found : undefined)),
    text: (key, need = 'required') => take(key, 'text', need, (found) => (typeof found === 'string' && found !== '' ? found : undefined)),
    choices: (key, choices, need = 'required') => readChoices({ record, key, path: at(key), problems }, choices, need),
    inner: (key, need = 'required') => {
      const found = record[key];
      if ((found === undefined || found === null) && need === 'optional') return undefined;
      return createFieldReader(found ?? undefined, at(key), problems);
    },
    refuseOthers: (known) => {
      for (const key of Object.keys(record)) {
        if (!known.includes(key)) problems.push({ field: at(key), kind: 'unknown-field', allowed: known.join(' | ') });
      }
    },
  };
}

type ListField = { readonly record: UnknownRecord; readonly key: string; readonly path: string; readonly problems: Problem[] };

// A list keeps its good entries beside the damaged ones: a damaged entry must never hide an emergency.
function readChoices<Value extends string>(field: ListField, choices: readonly Value[], need: Need): readonly Value[] | undefined {
  const found = field.record[field.key];
  const allowed = `a list of ${choices.join(' | ')}`;
  if (found === undefined || found === null) {
    if (need === 'required') field.problems.push(missing(field.path, allowed));
    return undefined;
  }
  if (!Array.isArray(found)) {
    field.problems.push(notAllowed(field.path, allowed, found));
    return undefined;
  }
  const good: Value[] = [];
  found.forEach((entry: unknown, index) => {
    const choice = choices.find((candidate) => candidate === entry);
    if (choice === undefined) field.problems.push(notAllowed(`${field.path}[${index}]`, choices.join(' | '), entry));
    else if (!good.includes(choice)) good.push(choice);
  });
  return good;
}

function isInRange(found: unknown, range: NumberRange): found is number {
  return typeof found === 'number' && found >= range.min && found <= range.max && (range.whole !== true || Number.isInteger(found));
}

function rangeText(range: NumberRange): string {
  const kind = range.whole === true ? 'a whole number' : 'a number';
  return `${kind} from ${range.min} to ${range.max}${range.unit === undefined ? '' : ` ${range.unit}`}`;
}

function missing(field: string, allowed: string): Problem {
  return { field, kind: 'missing', allowed };
}

function notAllowed(field: string, allowed: string, found: unknown): Problem {
  const text = typeof found === 'string' ? `"${found}"` : (JSON.stringify(found) ?? String(found));
  return { field, kind: 'not-allowed', allowed, found: text.length > 60 ? `${text.slice(0, 57)}...` : text };
}
