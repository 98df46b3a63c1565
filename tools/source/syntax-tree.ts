import { parseSync } from 'vite';
import type { SourceFile } from './source-file.ts';

/** One node of the syntax tree (ESTree, with TypeScript's nodes named `TS...`). Offsets count UTF-16 units. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [property: string]: unknown;
}

/** A parsed file. `faults` holds what the parser could not read; then the tree may be empty. */
export interface SyntaxTree {
  readonly path: string;
  readonly root: SyntaxNode;
  readonly faults: readonly { readonly line: number; readonly text: string }[];
  /** What stands between comment marks, and where: `/** Doc. *\/` has the text `* Doc. `. */
  readonly comments: readonly SourceComment[];
  /** The line of an offset, counted from 1. */
  readonly lineAt: (offset: number) => number;
}

/** A comment of a file. */
export interface SourceComment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Parses TypeScript or TSX with the parser that the web build uses. */
export function parseSource(file: SourceFile): SyntaxTree {
  const lineAt = createLineFinder(file.text);
  const { program, errors, comments } = parseSync(file.path, file.text);
  const root: unknown = program;
  return {
    path: file.path,
    root: isSyntaxNode(root) ? root : { type: 'Program', start: 0, end: 0 },
    faults: errors.map((error) => ({ line: lineAt(error.labels[0]?.start ?? 0), text: error.message })),
    comments: comments.map(({ value, start, end }) => ({ text: value, start, end })),
    lineAt,
  };
}

/** True for an object of the tree that is a node. */
export function isSyntaxNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value
  );
}

/** Where a node stands: the node above it, and the property of that node which holds it. */
export interface Place {
  readonly parent: SyntaxNode | undefined;
  readonly property: string;
}

/** Visits a node and all below it, parents first. A visitor that answers `false` keeps the walk out of that node. */
export function walk(root: SyntaxNode, visit: (node: SyntaxNode, place: Place) => boolean | void): void {
  const visitNode = (node: SyntaxNode, place: Place): void => {
    if (visit(node, place) === false) return;
    for (const [property, value] of Object.entries(node)) {
      const children: unknown[] = Array.isArray(value) ? value : [value];
      for (const child of children) if (isSyntaxNode(child)) visitNode(child, { parent: node, property });
    }
  };
  visitNode(root, { parent: undefined, property: '' });
}

/** The child node that a property holds, if it holds one. */
export function childNode(node: SyntaxNode, property: string): SyntaxNode | undefined {
  const value = node[property];
  return isSyntaxNode(value) ? value : undefined;
}

/** The child nodes that a list property holds; holes and missing lists give fewer nodes. */
export function childNodes(node: SyntaxNode, property: string): SyntaxNode[] {
  const value: unknown = node[property];
  return Array.isArray(value) ? value.filter(isSyntaxNode) : [];
}

/** The name of an identifier node. */
export function identifierName(node: SyntaxNode | undefined): string | undefined {
  return node?.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : undefined;
}

/** The text of a string literal, or of a template without holes. */
export function literalText(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node?.type !== 'TemplateLiteral' || childNodes(node, 'expressions').length > 0) return undefined;
  const value = childNodes(node, 'quasis')[0]?.['value'];
  return typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string'
    ? value.cooked
    : undefined;
}

function createLineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
