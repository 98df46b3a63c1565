import { fromMarkdown } from 'mdast-util-from-markdown';
import type { List, PhrasingContent, RootContent } from 'mdast';

/** A piece of running text. */
export type Span =
  | { readonly kind: 'text' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'cite'; readonly source: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: { readonly kind: 'exercise' | 'article' | 'faq' | 'check'; readonly id: string } };

/** A piece of an article, ready to draw without any markup. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] };

/** Markdown as blocks, or what in it is not allowed. */
export type BlockResult = { readonly blocks: readonly Block[]; readonly faults: readonly string[] };

/** Parses the small Markdown that articles and answers are written in. */
export function textToBlocks(text: string): BlockResult {
  const faults: string[] = [];
  const blocks = fromMarkdown(text).children.flatMap((node): readonly Block[] => toBlock(node, faults));
  return { blocks, faults };
}

function toBlock(node: RootContent, faults: string[]): readonly Block[] {
  switch (node.type) {
    case 'heading':
      if (node.depth !== 2 && node.depth !== 3) return fault(faults, `a heading of level ${node.depth}; use 2 or 3`);
      return [{ kind: 'heading', level: node.depth, spans: toSpans(node.children, faults) }];
    case 'paragraph':
      return [{ kind: 'paragraph', spans: toSpans(node.children, faults) }];
    case 'list':
      return [{ kind: 'list', ordered: node.ordered === true, items: listItems(node, faults) }];
    default:
      return fault(faults, `${node.type} is not allowed in an article`);
  }
}

function listItems(node: List, faults: string[]): readonly (readonly Span[])[] {
  return node.children.map((item) =>
    item.children.flatMap((child): readonly Span[] => {
      if (child.type === 'paragraph') return toSpans(child.children, faults);
      return fault(faults, `${child.type} inside a list is not allowed`);
    }),
  );
}

function toSpans(nodes: readonly PhrasingContent[], faults: string[]): readonly Span[] {
  return nodes.flatMap((node): readonly Span[] => {
    switch (node.type) {
      case 'text':
        return citeSpans(node.value.replaceAll('\n', ' '));
      case 'strong':
      case 'emphasis':
        return [{ kind: node.type, text: plainText(node.children) }];
      case 'link':
        return linkSpans(node.url, plainText(node.children), faults);
      default:
        return fault(faults, `${node.type} is not allowed in running text`);
    }
  });
}

const citePattern = /\[((?:S\d+[a-z]?|seed-00[0-4]|K-general|P-judgement)(?:,\s*(?:S\d+[a-z]?|seed-00[0-4]|K-general|P-judgement))*)\]/;

function citeSpans(text: string): readonly Span[] {
  // Splitting by a pattern with one group puts the cited ids at the odd places.
  return text.split(citePattern).flatMap((part, index): readonly Span[] => {
    if (index % 2 === 1) return part.split(/,\s*/).map((source) => ({ kind: 'cite', source }));
    return part === '' ? [] : [{ kind: 'text', text: part }];
  });
}

function linkSpans(url: string, text: string, faults: string[]): readonly Span[] {
  const parts = /^(exercise|article|faq|check):([a-z0-9-]+)$/.exec(url);
  const kind = parts?.[1];
  if (kind === 'exercise' || kind === 'article' || kind === 'faq' || kind === 'check') return [{ kind: 'link', text, to: { kind, id: parts?.[2] ?? '' } }];
  return fault(faults, `the link ${url}; link only to exercise:, article:, faq: or check:`);
}

function plainText(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plainText(node.children) : '')).join('');
}

function fault(faults: string[], text: string): readonly never[] {
  faults.push(text);
  return [];
}
