import { describe, expect, it } from 'vitest';
import { textToBlocks } from './blocks.ts';

describe('textToBlocks', () => {
  it('turns the small Markdown into blocks, with citations and links', () => {
    const { blocks, faults } = textToBlocks('## Where it is\n\nIt is **large** [S58], see [dead bug](exercise:dead-bug) [S1, S2b].\n\n- one\n- *two*\n');
    expect(faults).toEqual([]);
    expect(blocks).toEqual([
      { kind: 'heading', level: 2, spans: [{ kind: 'text', text: 'Where it is' }] },
      {
        kind: 'paragraph',
        spans: [
          { kind: 'text', text: 'It is ' },
          { kind: 'strong', text: 'large' },
          { kind: 'text', text: ' ' },
          { kind: 'cite', source: 'S58' },
          { kind: 'text', text: ', see ' },
          { kind: 'link', text: 'dead bug', to: { kind: 'exercise', id: 'dead-bug' } },
          { kind: 'text', text: ' ' },
          { kind: 'cite', source: 'S1' },
          { kind: 'cite', source: 'S2b' },
          { kind: 'text', text: '.' },
        ],
      },
      { kind: 'list', ordered: false, items: [[{ kind: 'text', text: 'one' }], [{ kind: 'emphasis', text: 'two' }]] },
    ]);
  });

  it.each([
    ['# Title', 'a heading of level 1; use 2 or 3'],
    ['<b>loud</b>', 'html is not allowed in running text'],
    ['<script>x</script>', 'html is not allowed in an article'],
    ['[out](https://example.org)', 'the link https://example.org; link only to exercise:, article:, faq: or check:'],
    ['![picture](x.png)', 'image is not allowed in running text'],
    ['> quote', 'blockquote is not allowed in an article'],
  ])('refuses %j', (text, fault) => {
    expect(textToBlocks(text).faults).toContain(fault);
  });
});
