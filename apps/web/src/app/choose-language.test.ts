import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

const codes = { all: ['en', 'de', 'zh-Hans', 'es'], complete: ['en', 'de', 'zh-Hans'] };

describe('[LA-06] chooseLanguage', () => {
  it.each<[string, readonly string[], string]>([
    ['', ['de-AT', 'en'], 'de'],
    ['', ['fr', 'de'], 'de'],
    ['', ['en-US', 'de'], 'en'],
    ['', ['zh-CN'], 'zh-Hans'],
    ['', ['zh-SG'], 'zh-Hans'],
    ['', ['zh-TW', 'de'], 'de'],
    ['', ['es-MX'], 'en'],
    ['es', ['de'], 'es'],
    ['gone', ['de'], 'de'],
    ['', ['not a tag!', 'de'], 'de'],
    ['', [], 'en'],
  ])('takes for %j and %j %s', (wanted, preferred, code) => {
    expect(chooseLanguage(wanted, preferred, codes)).toBe(code);
  });
});
