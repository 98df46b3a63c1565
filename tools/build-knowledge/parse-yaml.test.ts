import { describe, expect, it } from 'vitest';
import { parseYaml } from './parse-yaml.ts';

describe('a file of the knowledge', () => {
  it('is a document of YAML', () => {
    expect(parseYaml('id: bridge\nsets: 2')).toEqual({ ok: true, value: { id: 'bridge', sets: 2 } });
    expect(parseYaml('id: [').ok).toBe(false);
  });

  it.each([
    ['an alias', 'a: &a [x]\nb: *a'],
    ['a value that holds itself', 'a: &a {b: *a}'],
    ['brackets without end', '['.repeat(50_000)],
    ['a list in a list in a list', `${'- '.repeat(20_000)}x`],
    ['a text without end', 'a'.repeat(200_000)],
  ])('[HD-02] is refused where it holds %s', (_, text) => {
    const read = parseYaml(text);
    expect(read.ok ? '' : read.error).not.toBe('');
    expect(JSON.stringify(read).length).toBeLessThan(1000);
  });
});
