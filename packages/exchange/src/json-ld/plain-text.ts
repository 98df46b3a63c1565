import type { Block, Span } from '@psoas/knowledge/types';

/** Running text without marks and citations, a line for each heading, paragraph and point of a list. */
export function blocksToText(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'list' ? block.items.map(spansToText) : [spansToText(block.spans)]))
    .join('\n');
}

// A citation leaves a space behind, before a full stop or between two words.
function spansToText(spans: readonly Span[]): string {
  return spans
    .map((span) => (span.kind === 'cite' ? '' : span.text))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,;:)])/g, '$1')
    .trim();
}
