import { block, element, type PaperElement, type PaperNode } from './element.ts';

/** The parts that every page has. */
export type FrameParts = {
  readonly kind: 'handout' | 'report';
  readonly title: string;
  /** Below the title: when it was made and what it is. */
  readonly about: readonly string[];
  /** Beside the title, such as the line for a name. */
  readonly aside?: PaperNode;
  readonly content: readonly PaperNode[];
  readonly foot: readonly string[];
};

/** [PA-01] The one frame of all pages: head, content, foot. */
export function sheetFrame({ kind, title, about, aside, content, foot }: FrameParts): PaperElement {
  return block('article', `paper paper-${kind}`, [
    block('header', 'paper-head', [
      block('div', 'paper-headline', [element('h1', {}, [title]), ...(aside === undefined ? [] : [aside])]),
      ...about.map((line) => block('p', 'paper-about', [line])),
    ]),
    ...content,
    block('footer', 'paper-foot', foot.flatMap((line) => [element('p', {}, [line]), ' '])),
  ]);
}
