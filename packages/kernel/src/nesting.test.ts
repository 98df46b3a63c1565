import { describe, expect, it } from 'vitest';
import { isDeeperThan, opensMoreThan } from './nesting.ts';
import { readJson } from './read-json.ts';

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('isDeeperThan', () => {
  it.each([
    [0, 'text', false],
    [0, [], true],
    [1, [1, { a: 1 }], true],
    [2, [1, { a: 1 }], false],
    [2, { a: { b: [] } }, true],
  ] as const)('[HD-02] more than %i: %j is %s', (limit, value, isDeeper) => {
    expect(isDeeperThan(limit, value)).toBe(isDeeper);
  });

  it('[HD-02] a value that holds itself is deeper than any limit', () => {
    const round: unknown[] = [];
    round.push(round);
    expect(isDeeperThan(1000, round)).toBe(true);
  });
});

describe('opensMoreThan', () => {
  it.each([
    [2, '[{}]', false],
    [1, '[{}]', true],
    [1, '[]{}[]', false],
    [0, ']]', false],
    [64, '['.repeat(100_000), true],
  ])('[HD-02] more than %i open in %s: %s', (limit, text, isMore) => {
    expect(opensMoreThan(limit, text)).toBe(isMore);
  });
});

describe('readJson', () => {
  it('[HD-02] takes what nests a hundred times, and nothing deeper', () => {
    expect(readJson(nested(100))).toBeDefined();
    expect(readJson(nested(101))).toBeUndefined();
    expect(readJson(nested(1_000_000))).toBeUndefined();
    expect(readJson('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000))).toBeUndefined();
  });

  it('[HD-03] the key __proto__ is a key like any other', () => {
    const value = readJson('{"__proto__":{"isOwner":true},"constructor":{"prototype":{"isOwner":true}}}');
    expect(Object.keys(Object(value))).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'isOwner')).toBe(false);
  });
});
