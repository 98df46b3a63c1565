import type { JSX } from 'preact';
import type { Block, Span } from '@psoas/knowledge/types';
import { Cite } from './cite.tsx';

/** Running text from blocks: headings, paragraphs, lists, citations and links inside the app. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }): JSX.Element {
  return (
    <div class="prose">
      {blocks.map((block, index) => (
        <BlockPart key={index} block={block} />
      ))}
    </div>
  );
}

function BlockPart({ block }: { readonly block: Block }): JSX.Element {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{spansOf(block.spans)}</h2> : <h3>{spansOf(block.spans)}</h3>;
    case 'paragraph':
      return <p>{spansOf(block.spans)}</p>;
    case 'list': {
      const items = block.items.map((spans, index) => <li key={index}>{spansOf(spans)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function spansOf(spans: readonly Span[]): readonly JSX.Element[] {
  return spans.map((span, index) => <SpanPart key={index} span={span} />);
}

function SpanPart({ span }: { readonly span: Span }): JSX.Element {
  switch (span.kind) {
    case 'text':
      return <>{span.text}</>;
    case 'strong':
      return <strong>{span.text}</strong>;
    case 'emphasis':
      return <em>{span.text}</em>;
    case 'cite':
      return (
        <>
          [<Cite source={span.source} />]
        </>
      );
    case 'link':
      return <a href={hrefOf(span.to)}>{span.text}</a>;
  }
}

function hrefOf({ kind, id }: Extract<Span, { kind: 'link' }>['to']): string {
  switch (kind) {
    case 'exercise':
      return `/exercises/${id}`;
    case 'article':
      return `/learn/${id}`;
    case 'faq':
      return `/questions#${id}`;
    case 'check':
      return '/check';
  }
}
