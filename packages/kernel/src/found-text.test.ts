import { describe, expect, it } from 'vitest';
import { foundText, shortText } from './found-text.ts';
import { readJson } from './read-json.ts';

describe('foundText', () => {
  it.each([
    ['text', '"text"'],
    [[1, null], '[1,null]'],
    [{ a: 1 }, '{"a":1}'],
    [undefined, 'undefined'],
  ])('%j is shown as %s', (found, text) => {
    expect(foundText(found)).toBe(text);
  });

  it('[HD-02] never shows more than 60 signs, and survives what nests without end', () => {
    const round: Record<string, unknown> = {};
    round['round'] = round;
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect([foundText(round), foundText(deep)]).toEqual(['{...}', '[...]']);
    expect(foundText('x'.repeat(500))).toHaveLength(60);
    expect(foundText(readJson('{"__proto__":1}'))).toBe('{"__proto__":1}');
  });
});

describe('shortText', () => {
  it('cuts what is longer, and says so', () => {
    expect([shortText('abcdef', 6), shortText('abcdefg', 6)]).toEqual(['abcdef', 'abc...']);
  });
});
