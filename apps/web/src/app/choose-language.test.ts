import { describe, expect, it } from 'vitest';
import type { Language } from '@psoas/knowledge/types';
import { chooseLanguage } from './choose-language.ts';

function language(code: string, state: Language['state'] = 'complete'): Language {
  return { code, state, ownName: code, englishName: code, direction: 'ltr', reviewed: false, formats: code, voices: [code] };
}

const english = language('en');
const choice = { english, languages: [english, language('de'), language('zh-Hans'), language('es', 'partial')] };

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
    expect(chooseLanguage(wanted, preferred, choice).code).toBe(code);
  });
});
