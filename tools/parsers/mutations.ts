import { isRecord } from '@psoas/kernel';
import fc from 'fast-check';
import { bytesOf } from './door.ts';

/** One way to damage bytes; places count modulo their length. */
type Damage = {
  readonly kind: 'flip' | 'cut' | 'drop' | 'repeat' | 'splice' | 'put';
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly put: string;
};

/** Words on which readers stumble. */
const badWords = [
  '', '\0', '\uFEFF', '"', "'", '\\', '<', '>', '&', ']]>', '<!DOCTYPE x>', '{', '}', '[', ']', ',', ':', '\r', '\n', '\t', '-', '0', '1e999', 'NaN', '-0', '0x10',
  '__proto__', 'constructor', 'prototype', 'toString', '&a', '*a', '!!js/function', '%ZZ', '%00', '../', 'javascript:', '\u202e', '\ud800', '99999999999999999999', '=1+1',
] as const;

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'drop', 'repeat', 'splice', 'put'),
  at: fc.nat(1_000_000),
  length: fc.oneof(fc.nat(16), fc.nat(400)),
  from: fc.nat(1_000_000),
  put: fc.oneof(fc.constantFrom(...badWords), fc.string({ maxLength: 6 })),
});

/** The longest input that damage leads to, in bytes: what is repeated again and again would only be slow. */
const longestDamaged = 40_000;

/** Seeds with some damage: bits turned, ends cut off, pieces lost, repeated, or taken from another seed. */
export function damagedBytes(seeds: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const seed = fc.constantFrom(...seeds);
  return fc
    .tuple(seed, seed, fc.array(damage, { minLength: 1, maxLength: 4 }))
    .map(([bytes, other, damages]) => damages.reduce((now, one) => damaged(now, one, other), bytes).subarray(0, longestDamaged));
}

function damaged(bytes: Uint8Array, { kind, at, length, from, put }: Damage, other: Uint8Array): Uint8Array {
  const start = at % (bytes.length + 1);
  const head = bytes.subarray(0, start);
  const piece = bytes.subarray(start, start + length);
  switch (kind) {
    case 'flip':
      return joined(head, piece.subarray(0, 1).map((byte) => byte ^ (1 << (from % 8))), bytes.subarray(start + 1));
    case 'cut':
      return head;
    case 'drop':
      return joined(head, bytes.subarray(start + length));
    case 'repeat':
      return joined(head, ...Array.from({ length: (from % 5) + 1 }, () => piece), bytes.subarray(start));
    case 'splice':
      return joined(head, other.subarray(from % (other.length + 1)));
    case 'put':
      return joined(head, bytesOf(put), bytes.subarray(start));
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** One change in a JSON value: the value at a place becomes another, goes, comes twice, or gets a key. */
type JsonEdit = { readonly at: number; readonly kind: 'set' | 'remove' | 'twice' | 'key'; readonly key: string; readonly value: unknown };

const deepText = `${'['.repeat(40)}${']'.repeat(40)}`;

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', 0, -1, 0.5, 1e308, 2 ** 53, -0, [], {}, '2026-02-30', '2026-11-21', '\0', '\ud800', '__proto__', 'constructor', 'toString'),
  fc.constantFrom<unknown>(JSON.parse(deepText), [null], [[]], [{}], { left: null }, JSON.parse('{"__proto__":{"isOwner":true}}'), { constructor: { prototype: { isOwner: true } } }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.integer(),
  fc.string({ maxLength: 12 }),
);

const jsonEdit: fc.Arbitrary<JsonEdit> = fc.record({
  at: fc.nat(10_000),
  kind: fc.constantFrom('set', 'set', 'set', 'remove', 'twice', 'key'),
  key: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'x', '', '0'),
  value: oddValue,
});

/** JSON values with some of their parts changed. */
export function editedJson(values: readonly unknown[]): fc.Arbitrary<unknown> {
  const texts = values.map((value) => JSON.stringify(value));
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(jsonEdit, { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) => edits.reduce<unknown>(withEdit, JSON.parse(text)));
}

type Holder = { readonly entries: [string, unknown][]; readonly isList: boolean };

function withEdit(value: unknown, edit: JsonEdit): unknown {
  let left = edit.at % countOf(value);
  const walked = (one: unknown): readonly unknown[] => {
    left -= 1;
    if (left === -1) return edited(one, edit);
    const holder = holderOf(one);
    if (holder === undefined) return [one];
    const entries = holder.entries.flatMap(([key, inner]) => walked(inner).map((each): [string, unknown] => [key, each]));
    return [holder.isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)];
  };
  return walked(value)[0];
}

function edited(value: unknown, { kind, key, value: odd }: JsonEdit): readonly unknown[] {
  if (kind === 'remove') return [];
  if (kind === 'twice') return [value, value];
  if (kind === 'set') return [odd];
  return isRecord(value) ? [Object.fromEntries([...Object.entries(value), [key, odd]])] : [{ [key]: value }];
}

function holderOf(value: unknown): Holder | undefined {
  if (Array.isArray(value)) return { entries: value.map((one: unknown, index) => [String(index), one]), isList: true };
  return isRecord(value) ? { entries: Object.entries(value), isList: false } : undefined;
}

function countOf(value: unknown): number {
  return 1 + (holderOf(value)?.entries ?? []).reduce((sum, [, inner]) => sum + countOf(inner), 0);
}
