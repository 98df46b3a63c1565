import { parse, defaultTreeAdapter as tree, type DefaultTreeAdapterTypes, type ParserError } from 'parse5';

/** One element of a parsed page. */
export type PageElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text inside it. */
  readonly text: string;
  /** The names of the elements around it, the nearest first. */
  readonly inside: readonly string[];
};

/** A page as an independent parser reads it: its elements in their order, and what it stumbles over. */
export function parsePage(markup: string): { readonly elements: readonly PageElement[]; readonly errors: readonly string[] } {
  const errors: string[] = [];
  const onParseError = ({ code, startLine, startCol }: ParserError): void => {
    errors.push(`${code} at ${startLine}:${startCol}`);
  };
  return { elements: elementsIn(parse(markup, { onParseError }), []), errors };
}

function elementsIn(node: DefaultTreeAdapterTypes.Node, inside: readonly string[]): readonly PageElement[] {
  if (!('childNodes' in node)) return [];
  const isElement = tree.isElementNode(node);
  const own = isElement
    ? [
        {
          name: node.tagName,
          attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
          text: textOf(node),
          inside,
        },
      ]
    : [];
  const around = isElement ? [node.tagName, ...inside] : inside;
  return [...own, ...node.childNodes.flatMap((child) => elementsIn(child, around))];
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (tree.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
