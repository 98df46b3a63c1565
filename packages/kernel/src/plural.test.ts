import { describe, expect, it } from 'vitest';
import { pluralForm, type PluralRule } from './plural.ts';

describe('pluralForm', () => {
  const polish: PluralRule = (count) => (count === 1 ? 'one' : count >= 2 && count <= 4 ? 'few' : 'many');

  it('takes the form that the language asks for, and other where a text has none', () => {
    const forms = { one: 'wpis', few: 'wpisy', many: 'wpisów', other: 'wpisu' };
    expect([1, 3, 5].map((count) => pluralForm(forms, count, polish))).toEqual(['wpis', 'wpisy', 'wpisów']);
    expect(pluralForm({ one: 'entry', other: 'entries' }, 3, polish)).toBe('entries');
  });
});
