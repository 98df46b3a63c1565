import type { SourceFile } from '../source/source-file.ts';
import {
  childNode,
  childNodes,
  identifierName,
  literalText,
  parseSource,
  walk,
  type Place,
  type SyntaxNode,
} from '../source/syntax-tree.ts';

/** A function with a body, wherever it stands. */
export interface MeasuredFunction {
  readonly name: string;
  readonly line: number;
  /** From the first line to the last, with what stands inside. */
  readonly lines: number;
  /** Parameters, without TypeScript's `this`. */
  readonly parameters: number;
}

/** What is counted in one file. Places are line numbers, counted from 1. */
export interface FileMeasure {
  readonly path: string;
  readonly lines: number;
  readonly functions: readonly MeasuredFunction[];
  /** Lines with the type `any`. */
  readonly anyTypes: readonly number[];
  /** Lines with `x as T` or `<T>x`; `as const` does not count. */
  readonly assertions: readonly number[];
  /** Lines with `x!`. */
  readonly nonNullAssertions: readonly number[];
  readonly faults: readonly { readonly line: number; readonly text: string }[];
}

/** Measures one source file. */
export function measureFile(file: SourceFile): FileMeasure {
  const tree = parseSource(file);
  const functions: MeasuredFunction[] = [];
  const anyTypes: number[] = [];
  const assertions: number[] = [];
  const nonNullAssertions: number[] = [];
  walk(tree.root, (node, place) => {
    const line = tree.lineAt(node.start);
    if (isFunction(node)) {
      functions.push({
        name: functionName(node, place),
        line,
        lines: tree.lineAt(node.end - 1) - line + 1,
        parameters: countParameters(node),
      });
    }
    if (node.type === 'TSAnyKeyword') anyTypes.push(line);
    if (node.type === 'TSNonNullExpression') nonNullAssertions.push(line);
    if (node.type === 'TSTypeAssertion' || (node.type === 'TSAsExpression' && !isConst(node)))
      assertions.push(line);
  });
  return {
    path: file.path,
    lines: countLines(file.text),
    functions,
    anyTypes,
    assertions,
    nonNullAssertions,
    faults: tree.faults,
  };
}

function isFunction(node: SyntaxNode): boolean {
  if (node.type === 'ArrowFunctionExpression') return true;
  return (
    (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') &&
    childNode(node, 'body') !== undefined
  );
}

function functionName(node: SyntaxNode, { parent }: Place): string {
  const own = identifierName(childNode(node, 'id'));
  if (own !== undefined) return own;
  if (parent === undefined) return '(no name)';
  if (parent.type === 'ExportDefaultDeclaration') return 'default';
  const holder = childNode(parent, 'id') ?? childNode(parent, 'key');
  return identifierName(holder) ?? literalText(holder) ?? '(no name)';
}

function countParameters(node: SyntaxNode): number {
  return childNodes(node, 'params').filter((parameter) => identifierName(parameter) !== 'this').length;
}

function isConst(node: SyntaxNode): boolean {
  const annotation = childNode(node, 'typeAnnotation');
  return annotation !== undefined && identifierName(childNode(annotation, 'typeName')) === 'const';
}

function countLines(text: string): number {
  const lines = text.split('\n').length;
  return text.endsWith('\n') ? lines - 1 : lines;
}
