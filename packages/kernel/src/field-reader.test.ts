import { describe, expect, it } from 'vitest';
import { createFieldReader, type FieldReader } from './field-reader.ts';
import type { Problem } from './problem.ts';

function setupReader(value: unknown): { readonly reader: FieldReader; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const reader = createFieldReader(value, 'top', problems);
  if (reader === undefined) throw new Error('no object');
  return { reader, problems };
}

describe('createFieldReader', () => {
  it('names a missing field and what is allowed', () => {
    const { reader, problems } = setupReader({});
    expect(reader.choice('level', ['low', 'high'])).toBeUndefined();
    expect(problems).toEqual([{ field: 'top.level', kind: 'missing', allowed: 'low | high' }]);
  });

  it('says nothing about an absent optional field', () => {
    const { reader, problems } = setupReader({ other: null });
    expect(reader.number('age', { min: 0, max: 9 }, 'optional')).toBeUndefined();
    expect(reader.text('other', 'optional')).toBeUndefined();
    expect(problems).toEqual([]);
  });

  it('never takes text for a yes, a no or a number', () => {
    const { reader, problems } = setupReader({ yes: 'true', age: '7' });
    expect(reader.flag('yes')).toBeUndefined();
    expect(reader.number('age', { min: 0, max: 9, whole: true, unit: 'years' })).toBeUndefined();
    expect(problems.map(({ field, allowed, found }) => [field, allowed, found])).toEqual([
      ['top.yes', 'true | false', '"true"'],
      ['top.age', 'a whole number from 0 to 9 years', '"7"'],
    ]);
  });

  it.each([-1, 10, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses the number %d outside 0 to 9, whole', (age) => {
    const { reader, problems } = setupReader({ age });
    expect(reader.number('age', { min: 0, max: 9, whole: true })).toBeUndefined();
    expect(problems).toHaveLength(1);
  });

  it('keeps the good entries of a list beside the damaged ones', () => {
    const { reader, problems } = setupReader({ list: ['a', 7, 'b', 'a', 'x'] });
    expect(reader.choices('list', ['a', 'b'])).toEqual(['a', 'b']);
    expect(problems.map(({ field }) => field)).toEqual(['top.list[1]', 'top.list[4]']);
  });

  it('does not take a single text for a list', () => {
    const { reader, problems } = setupReader({ list: 'a' });
    expect(reader.choices('list', ['a', 'b'])).toBeUndefined();
    expect(problems[0]?.kind).toBe('not-allowed');
  });

  it('names unknown fields', () => {
    const { reader, problems } = setupReader({ known: 1, odd: 2 });
    reader.refuseOthers(['known']);
    expect(problems).toEqual([{ field: 'top.odd', kind: 'unknown-field', allowed: 'known' }]);
  });

  it('shortens what it quotes', () => {
    const { reader, problems } = setupReader({ flag: 'x'.repeat(500) });
    reader.flag('flag');
    expect(problems[0]?.found).toHaveLength(60);
  });

  it('is undefined over something that is no object', () => {
    const problems: Problem[] = [];
    expect(createFieldReader([1], 'top', problems)).toBeUndefined();
    expect(createFieldReader(undefined, 'gone', problems)).toBeUndefined();
    expect(problems.map(({ kind }) => kind)).toEqual(['not-allowed', 'missing']);
  });
});
