import { err, ok, type Result } from '@psoas/kernel';
import { fitBaseTypes, type FitBaseType } from './fit-base-types.ts';
import { fitChecksum } from './fit-checksum.ts';

/** Why bytes are no FIT file that can be used. Bytes count from 1. */
export type FitProblem =
  | { readonly id: 'fit-header'; readonly byte: number }
  | { readonly id: 'fit-cut-off'; readonly found: number; readonly stated: number }
  | { readonly id: 'fit-checksum'; readonly byte: number }
  /** A record that is beyond the end, has no definition before it, or whose definition makes no sense. */
  | { readonly id: 'fit-record'; readonly byte: number };

/** A message: its number in the profile, and its fields that hold a value, by their number. */
export type FitMessage = {
  readonly number: number;
  readonly fields: ReadonlyMap<number, FitValue>;
};

/** Integers as written, without scale; several where the field is a list. */
export type FitValue = number | string | readonly number[];

type FieldPlace = { readonly number: number; readonly size: number; readonly type: FitBaseType | undefined };
type Definition = {
  readonly message: number;
  readonly isBigEndian: boolean;
  readonly fields: readonly FieldPlace[];
  readonly size: number;
};

/** Whether bytes say that they are a FIT file. */
export function isFit(bytes: Uint8Array): boolean {
  return bytes.length >= 12 && [0x2e, 0x46, 0x49, 0x54].every((code, index) => bytes[8 + index] === code);
}

/**
 * The messages of a FIT file whose numbers are wanted, in their order. Checksum, sizes and definitions are checked;
 * files that were joined one after another are read as one. Time grows with the length; never throws.
 */
export function decodeFit(bytes: Uint8Array, wanted: ReadonlySet<number>): Result<readonly FitMessage[], FitProblem> {
  const messages: FitMessage[] = [];
  for (let start = 0; start < bytes.length || start === 0; ) {
    const file = fileAt(bytes, start);
    if (!file.ok) return file;
    const problem = readRecords(bytes, { ...file.value, wanted, messages });
    if (problem !== undefined) return err(problem);
    start = file.value.to + 2;
  }
  return ok(messages);
}

type Span = { readonly from: number; readonly to: number };

function fileAt(bytes: Uint8Array, start: number): Result<Span, FitProblem> {
  const headerSize = bytes[start] ?? 0;
  if (!isFit(bytes.subarray(start)) || headerSize < 12) return err({ id: 'fit-header', byte: start + 1 });
  const from = start + headerSize;
  const to = from + integerAt(bytes, start + 4, { bytes: 4, isBigEndian: false });
  if (to + 2 > bytes.length) return err({ id: 'fit-cut-off', found: bytes.length - start, stated: to + 2 - start });
  const stated = integerAt(bytes, to, { bytes: 2, isBigEndian: false });
  return fitChecksum(bytes, start, to) === stated ? ok({ from, to }) : err({ id: 'fit-checksum', byte: to + 1 });
}

type Reading = Span & { readonly wanted: ReadonlySet<number>; readonly messages: FitMessage[] };

function readRecords(bytes: Uint8Array, { from, to, wanted, messages }: Reading): FitProblem | undefined {
  const definitions = new Map<number, Definition>();
  for (let at = from; at < to; ) {
    const head = bytes[at] ?? 0;
    // A head with its first bit has a short time in it and names its definition by two bits.
    const isCompressed = (head & 0x80) !== 0;
    const local = isCompressed ? (head >> 5) & 0x03 : head & 0x0f;
    if (!isCompressed && (head & 0x40) !== 0) {
      const read = readDefinition(bytes, at, to);
      if (read === undefined) return { id: 'fit-record', byte: at + 1 };
      definitions.set(local, read.definition);
      at = read.end;
      continue;
    }
    const definition = definitions.get(local);
    if (definition === undefined || at + 1 + definition.size > to) return { id: 'fit-record', byte: at + 1 };
    if (wanted.has(definition.message))
      messages.push({ number: definition.message, fields: readFields(bytes, at + 1, definition) });
    at += 1 + definition.size;
  }
  return undefined;
}

type ReadDefinition = { readonly definition: Definition; readonly end: number };

function readDefinition(bytes: Uint8Array, at: number, to: number): ReadDefinition | undefined {
  const hasDeveloperFields = ((bytes[at] ?? 0) & 0x20) !== 0;
  const isBigEndian = bytes[at + 2] === 1;
  const count = bytes[at + 5] ?? 0;
  const fieldsEnd = at + 6 + count * 3;
  if (fieldsEnd > to) return undefined;
  const fields = Array.from({ length: count }, (_, index): FieldPlace => {
    const place = at + 6 + index * 3;
    const code = bytes[place + 2];
    const type = Object.values(fitBaseTypes).find((one) => one.code === code);
    return { number: bytes[place] ?? 0, size: bytes[place + 1] ?? 0, type };
  });
  const developerCount = hasDeveloperFields ? (bytes[fieldsEnd] ?? 0) : 0;
  const end = hasDeveloperFields ? fieldsEnd + 1 + developerCount * 3 : fieldsEnd;
  if (end > to) return undefined;
  const developerSizes = Array.from({ length: developerCount }, (_, index) => bytes[fieldsEnd + 2 + index * 3] ?? 0);
  const size = [...fields.map((field) => field.size), ...developerSizes].reduce((total, one) => total + one, 0);
  const message = integerAt(bytes, at + 3, { bytes: 2, isBigEndian });
  return { definition: { message, isBigEndian, fields, size }, end };
}

function readFields(bytes: Uint8Array, start: number, { fields, isBigEndian }: Definition): ReadonlyMap<number, FitValue> {
  const values = new Map<number, FitValue>();
  let at = start;
  for (const { number, size, type } of fields) {
    const value = type === undefined ? undefined : readValue(bytes.subarray(at, at + size), type, isBigEndian);
    if (value !== undefined) values.set(number, value);
    at += size;
  }
  return values;
}

function readValue(bytes: Uint8Array, type: FitBaseType, isBigEndian: boolean): FitValue | undefined {
  if (type.kind === 'text') return asciiText(bytes);
  if (type.kind === 'other' || bytes.length === 0 || bytes.length % type.bytes !== 0) return undefined;
  const all = Array.from({ length: bytes.length / type.bytes }, (_, index) =>
    integerAt(bytes, index * type.bytes, { ...type, isBigEndian }),
  );
  const [first] = all;
  if (all.length > 1) return all;
  return first === type.none ? undefined : first;
}

// Names are for telling messages apart in a list of ours; other characters than ASCII become a mark.
function asciiText(bytes: Uint8Array): string | undefined {
  const end = bytes.indexOf(0);
  const text = [...bytes.subarray(0, end === -1 ? bytes.length : end)].map((code) => (code < 0x80 ? String.fromCharCode(code) : '?'));
  return text.length === 0 ? undefined : text.join('');
}

type IntegerForm = { readonly bytes: number; readonly isBigEndian: boolean; readonly isSigned?: boolean };

function integerAt(bytes: Uint8Array, at: number, { bytes: count, isBigEndian, isSigned = false }: IntegerForm): number {
  let value = 0;
  for (let index = 0; index < count; index += 1)
    value = value * 256 + (bytes[at + (isBigEndian ? index : count - 1 - index)] ?? 0);
  const half = 256 ** count / 2;
  return isSigned && value >= half ? value - 2 * half : value;
}
