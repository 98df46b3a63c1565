/** What a page is made of: text, or an element with its children. Only what writes it knows about escaping. */
export type PaperNode = string | PaperElement;

/** An element with what it holds. */
export type PaperElement = {
  readonly tag: PaperTag;
  readonly attributes: PaperAttributes;
  readonly children: readonly PaperNode[];
};

/** A closed list: nothing here runs, loads or styles inline. */
export const paperTags = [
  'article', 'header', 'section', 'footer', 'div', 'span', 'p', 'h1', 'h2', 'h3', 'strong', 'ul', 'ol', 'li',
  'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'figure', 'figcaption',
  'svg', 'title', 'g', 'path', 'line', 'rect', 'circle', 'text',
] as const;
export type PaperTag = (typeof paperTags)[number];

/** A closed list as well; `aria-hidden` marks what a screen reader skips. */
export const paperAttributes = [
  'class', 'scope', 'colspan', 'role', 'aria-label', 'aria-hidden', 'start',
  'viewBox', 'd', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'width', 'height',
  'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'paint-order', 'text-anchor', 'font-size', 'font-weight',
] as const;
export type PaperAttributes = { readonly [name in (typeof paperAttributes)[number]]?: string };

/** An element of a page. */
export function element(tag: PaperTag, attributes: PaperAttributes, children: readonly PaperNode[] = []): PaperElement {
  return { tag, attributes, children };
}

/** An element with a class and nothing else, the usual case. */
export function block(tag: PaperTag, name: string, children: readonly PaperNode[]): PaperElement {
  return element(tag, { class: name }, children);
}

/** All text of a node, without its markup. */
export function textOf(node: PaperNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join(' ');
}
