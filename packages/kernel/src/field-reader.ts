import { foundText } from './found-text.ts';
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
  return new RecordReader(record, path, problems);
}

// A class, so that the readers of a diary of years share their methods. What is allowed becomes text only where
// something is wrong: that diary has a hundred thousand good fields.
class RecordReader implements FieldReader {
  readonly path: string;
  readonly #record: UnknownRecord;
  readonly #problems: Problem[];

  constructor(record: UnknownRecord, path: string, problems: Problem[]) {
    this.path = path;
    this.#record = record;
    this.#problems = problems;
  }

  has(key: string): boolean {
    return this.#record[key] !== undefined && this.#record[key] !== null;
  }

  isGroup(key: string): boolean {
    return isRecord(this.#record[key]);
  }

  choice<Value extends string>(key: string, choices: readonly Value[], need: Need = 'required'): Value | undefined {
    const found = this.#record[key];
    for (const choice of choices) if (choice === found) return choice;
    return this.#refuse(key, need, choices, choicesText);
  }

  number(key: string, range: NumberRange, need: Need = 'required'): number | undefined {
    const found = this.#record[key];
    return isInRange(found, range) ? found : this.#refuse(key, need, range, rangeText);
  }

  flag(key: string, need: Need = 'required'): boolean | undefined {
    const found = this.#record[key];
    return typeof found === 'boolean' ? found : this.#refuse(key, need, 'true | false', String);
  }

  text(key: string, need: Need = 'required'): string | undefined {
    const found = this.#record[key];
    return typeof found === 'string' && found !== '' ? found : this.#refuse(key, need, 'text', String);
  }

  choices<Value extends string>(key: string, choices: readonly Value[], need: Need = 'required'): readonly Value[] | undefined {
    return readChoices({ record: this.#record, key, path: this.#at(key), problems: this.#problems }, choices, need);
  }

  inner(key: string, need: Need = 'required'): FieldReader | undefined {
    const found = this.#record[key];
    if ((found === undefined || found === null) && need === 'optional') return undefined;
    return createFieldReader(found ?? undefined, this.#at(key), this.#problems);
  }

  refuseOthers(known: readonly string[]): void {
    for (const key of Object.keys(this.#record)) {
      if (!known.includes(key)) this.#problems.push({ field: this.#at(key), kind: 'unknown-field', allowed: known.join(' | ') });
    }
  }

  #at(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }

  #refuse<Allowed>(key: string, need: Need, allowed: Allowed, toText: (allowed: Allowed) => string): undefined {
    const found = this.#record[key];
    if (found !== undefined && found !== null) this.#problems.push(notAllowed(this.#at(key), toText(allowed), found));
    else if (need === 'required') this.#problems.push(missing(this.#at(key), toText(allowed)));
  }
}

type ListField = { readonly record: UnknownRecord; readonly key: string; readonly path: string; readonly problems: Problem[] };

// A list keeps its good entries beside the damaged ones: a damaged entry must never hide an emergency.
function readChoices<Value extends string>(field: ListField, choices: readonly Value[], need: Need): readonly Value[] | undefined {
  const found = field.record[field.key];
  const allowed = (): string => `a list of ${choices.join(' | ')}`;
  if (found === undefined || found === null) {
    if (need === 'required') field.problems.push(missing(field.path, allowed()));
    return undefined;
  }
  if (!Array.isArray(found)) {
    field.problems.push(notAllowed(field.path, allowed(), found));
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

function choicesText(choices: readonly string[]): string {
  return choices.join(' | ');
}

function rangeText(range: NumberRange): string {
  const kind = range.whole === true ? 'a whole number' : 'a number';
  return `${kind} from ${range.min} to ${range.max}${range.unit === undefined ? '' : ` ${range.unit}`}`;
}

function missing(field: string, allowed: string): Problem {
  return { field, kind: 'missing', allowed };
}

function notAllowed(field: string, allowed: string, found: unknown): Problem {
  return { field, kind: 'not-allowed', allowed, found: foundText(found) };
}
