import { isRecord } from '@psoas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asJson, context, diaryWith, partsOf } from '../testing/sample-share.ts';
import { readSharedPart } from './read-shared-part.ts';
import { sharedPartsOf } from './shared-parts-of.ts';

const parts = partsOf(diaryWith());

/** A value with one of its fields, however deep, replaced. */
function withOneChange(value: unknown, path: readonly number[], put: unknown): unknown {
  if (path.length === 0 || !(isRecord(value) || Array.isArray(value))) return put;
  const [at = 0, ...rest] = path;
  if (Array.isArray(value)) return value.length === 0 ? [put] : value.map((one: unknown, index) => (index === at % value.length ? withOneChange(one, rest, put) : one));
  const keys = Object.keys(value);
  const key = keys[at % Math.max(1, keys.length)];
  return key === undefined ? put : { ...value, [key]: withOneChange(value[key], rest, put) };
}

function keysIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]) : [];
}

describe('readSharedPart', () => {
  it.each(parts.map((part) => [part.part, part] as const))('[SH-04] reads the part %s as it was made', (_, part) => {
    expect(readSharedPart(asJson(part))).toEqual({ ok: true, value: part });
  });

  it('[SH-04] drops fields that nobody asked for, and what pretends to be a prototype', () => {
    const standing = parts[0];
    const text = JSON.stringify({ ...standing, more: { deep: 1 } }).replace('{', '{"__proto__":{"polluted":true},"constructor":{"x":1},');
    const read = readSharedPart(JSON.parse(text));
    expect(read).toEqual({ ok: true, value: standing });
    expect(Object.keys(read.ok ? read.value : {})).toEqual(Object.keys(standing ?? {}).filter((key) => key !== 'callMe').concat('callMe'));
    expect(({} as { readonly polluted?: true }).polluted).toBeUndefined();
  });

  it.each([
    ['callMe', 'x'.repeat(61)],
    ['callMe', 'Kim\u202Enoona'],
    ['callMe', 'two\nlines'],
    ['callMe', '   '],
    ['day', '2026-02-30'],
    ['today', 'holiday'],
    ['answers', Array.from({ length: 201 }, () => ({ proposal: 'p', day: '2026-03-02', answer: 'accepted' }))],
    ['parts', ['programme', 'everything']],
  ])('[SH-04] refuses %s as %j, and names the field', (field, value) => {
    const read = readSharedPart({ ...parts[0], [field]: value });
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? [] : read.error.map((problem) => problem.field)).toContainEqual(expect.stringMatching(new RegExp(`^${field}`)));
  });

  it('[SH-04] whatever one field is changed to, it reads a part of the closed form or refuses it', () => {
    const known = new Set(parts.flatMap(keysIn).concat('untilDay', 'strengthSetsAtMost', 'held', 'percent', 'reps'));
    const put = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', -1, 1e300, 'x'.repeat(5000), [], {}, [[]], '__proto__', '\u0000'));
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.array(fc.nat(20), { minLength: 1, maxLength: 7 }), put, (part, path, value) => {
        const read = readSharedPart(asJson(withOneChange(part, path, value) ?? null));
        if (!read.ok) {
          refused += 1;
          expect(read.error.length).toBeGreaterThan(0);
          expect(read.error.length).toBeLessThan(100);
          return;
        }
        expect(keysIn(read.value).filter((key) => !known.has(key))).toEqual([]);
        expect(JSON.stringify(read.value).length).toBeLessThan(60_000);
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });

  it.each([['x'.repeat(500)], ['Kim\u202E\nB.'], ['\u0000'], ['  ']])('[SH-04] whatever somebody wants to be called, %j, what is made can be read', (callMe) => {
    const made = sharedPartsOf(diaryWith(), { ...context, firstWeekday: 1, choice: { parts: [], callMe } });
    expect(made.map((part) => readSharedPart(asJson(part)).ok)).toEqual([true]);
  });

  it('[SH-04] reads what it read once more, and the same', () => {
    for (const part of parts) {
      const once = readSharedPart(asJson(part));
      expect(once.ok && readSharedPart(asJson(once.value))).toEqual(once);
    }
  });
});
