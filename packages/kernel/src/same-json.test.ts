import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameJson } from './same-json.ts';

it('agrees with the text of the values, keys in one order', () => {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === 'object' && value !== null
        ? Object.entries(value)
            .map(([key, inner]): unknown => [key, sorted(inner)])
            .toSorted((first, second) => (JSON.stringify(first) < JSON.stringify(second) ? -1 : 1))
        : value;
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (one, other) => {
      expect(isSameJson(one, JSON.parse(JSON.stringify(one)))).toBe(true);
      expect(isSameJson(one, other)).toBe(isSameJson(other, one));
      if (isSameJson(one, other)) expect(JSON.stringify(sorted(one))).toBe(JSON.stringify(sorted(other)));
    }),
  );
});

it('tells a group from a list, nothing from null, and an own key from an inherited one', () => {
  expect(isSameJson({}, [])).toBe(false);
  expect(isSameJson({ a: null }, { b: null })).toBe(false);
  expect(isSameJson(JSON.parse('{"toString":1}'), { other: 1 })).toBe(false);
  expect(isSameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
});
