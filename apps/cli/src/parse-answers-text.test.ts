import { describe, expect, it } from 'vitest';
import { parseAnswersText } from './parse-answers-text.ts';

const laughs = ['a: &a [x]', ...Array.from({ length: 9 }, (_, index) => `b${index}: &${'bcdefghij'[index]} [${Array.from({ length: 10 }, () => `*${'abcdefghi'[index]}`).join(', ')}]`)].join('\n');

describe('a text of answers', () => {
  it('is YAML or JSON', () => {
    expect(parseAnswersText('about: {ageYears: 38}')).toEqual({ ok: true, value: { about: { ageYears: 38 } } });
    expect(parseAnswersText('{"pain":{"now":0}}')).toEqual({ ok: true, value: { pain: { now: 0 } } });
    expect(parseAnswersText('a: 1\n--- b')).toMatchObject({ ok: false, error: { line: 2 } });
  });

  it.each([
    ['aliases that grow', laughs],
    ['a value that holds itself', 'a: &a {b: *a}'],
    ['brackets without end', '['.repeat(50_000)],
    ['a list in a list in a list', `${'- '.repeat(20_000)}x`],
    ['a text without end', 'a'.repeat(200_000)],
    ['a tag without end', `${'!'.repeat(90_000)} x`],
  ])('[HD-02] is refused where it brings %s, in a few words', (_, text) => {
    const read = parseAnswersText(text);
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read).length).toBeLessThan(500);
  });

  it('[HD-03] cannot reach what all objects have in common', () => {
    parseAnswersText('__proto__: {isOwner: true}\n<<: {constructor: {prototype: {isOwner: true}}}');
    expect(Reflect.get({}, 'isOwner')).toBeUndefined();
  });
});
