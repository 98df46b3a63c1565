import { describe, expect, it } from 'vitest';
import { escapeMarkup } from './escape-markup.ts';

describe('escapeMarkup', () => {
  it('leaves nothing that begins a tag, an entity or ends an attribute', () => {
    expect(escapeMarkup(`<b title="a" id='b'>&amp;`)).toBe('&lt;b title=&quot;a&quot; id=&#39;b&#39;&gt;&amp;amp;');
    expect(escapeMarkup('2 × 45 s')).toBe('2 × 45 s');
  });
});
