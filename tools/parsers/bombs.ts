import { bytesOf } from './door.ts';

const deepest = 100_000;
const many = 20_000;
const long = 1_000_000;

/** Texts that cost a careless reader its stack, its memory or its patience. */
export const textBombs: readonly Uint8Array[] = [
  '['.repeat(deepest),
  `${'['.repeat(deepest)}${']'.repeat(deepest)}`,
  `${'{"a":'.repeat(deepest)}1${'}'.repeat(deepest)}`,
  ' '.repeat(long),
  '\n'.repeat(long),
  '\t'.repeat(long),
  'a'.repeat(long),
  '9'.repeat(long),
  '"'.repeat(long),
  '\\'.repeat(long),
  '\u0000'.repeat(long),
  '<'.repeat(deepest),
  '<a>'.repeat(deepest),
  `<a ${'b="c" '.repeat(deepest)}>`,
  `"${'\\u0061'.repeat(deepest)}`,
  'a a '.repeat(deepest),
  'a:\n '.repeat(1000),
  '%'.repeat(deepest),
  '/'.repeat(deepest),
  `${'x=1\n'.repeat(deepest)}`,
].map(bytesOf);

/** Values as texts of JSON, that a door may find inside a field: deep ones, wide ones, long ones. */
export function jsonBombs(wrap: (inner: string) => string, depth = deepest): readonly Uint8Array[] {
  const deepList = `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const deepGroup = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const wide = `[${'0,'.repeat(long / 5)}0]`;
  const keys = `{${Array.from({ length: many }, (_, index) => `"k${index}":0`).join(',')}}`;
  const text = `"${'a'.repeat(long)}"`;
  return [deepList, deepGroup, wide, keys, text, '1e999', '"__proto__"'].map((inner) => bytesOf(wrap(inner)));
}
