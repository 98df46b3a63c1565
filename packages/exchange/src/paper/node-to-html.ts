import { escapeMarkup } from '@psoas/kernel';
import type { PaperNode } from './element.ts';

/**
 * [PA-04] A page as HTML. Text and values of attributes are escaped here and nowhere else; tags and attributes come
 * from closed lists, so no word of a person can become markup. Control characters, which HTML forbids, are left out.
 */
export function nodeToHtml(node: PaperNode): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${node.tag}${attributes.join('')}>${node.children.map(nodeToHtml).join('')}</${node.tag}>`;
}

/** A text as HTML shows it. */
export function escaped(text: string): string {
  return escapeMarkup(text.replaceAll(/(?![\t\n])\p{Cc}/gu, ''));
}
