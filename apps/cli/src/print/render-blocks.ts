import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import type { Block, Span } from '@psoas/knowledge/types';
import type { Screen } from '../io.ts';
import { stylesOf, textWidth, wrap } from './layout.ts';

/** The blocks of an article as wrapped lines, with citations in brackets. */
export function renderBlocks(blocks: readonly Block[], screen: Screen): readonly string[] {
  const width = textWidth(screen);
  const { strong } = stylesOf(screen);
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return ['', ...wrap(spansText(block.spans), width).map(strong)];
    if (block.kind === 'paragraph') return ['', ...wrap(spansText(block.spans), width)];
    return [
      '',
      ...block.items.flatMap((item, index) =>
        wrap(spansText(item), width, '   ', block.ordered ? `${index + 1}. ` : ' - '),
      ),
    ];
  });
}

/** The sources that blocks cite, each once, in their order. */
export function citedSources(blocks: readonly Block[]): readonly string[] {
  const spans = blocks.flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.spans));
  return [...new Set(spans.flatMap((span) => (span.kind === 'cite' ? [span.source] : [])))];
}

/** A block as running text, with citations in brackets. */
export function blockText(block: Block): string {
  return block.kind === 'list' ? block.items.map(spansText).join(' ') : spansText(block.spans);
}

function spansText(spans: readonly Span[]): string {
  return spans.map(spanText).join('');
}

function spanText(span: Span): string {
  if (span.kind === 'cite') return `[${span.source}]`;
  if (span.kind !== 'link') return span.text;
  const commands = { exercise: 'exercise', article: 'learn', faq: 'faq', check: '' } as const;
  const command = commands[span.to.kind];
  return command === ''
    ? span.text
    : fillTemplate(text.learn.link, { text: span.text, command, id: span.to.id });
}
