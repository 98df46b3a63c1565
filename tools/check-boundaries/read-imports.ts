import {
  childNode,
  isSyntaxNode,
  literalText,
  walk,
  type SyntaxNode,
  type SyntaxTree,
} from '../source/syntax-tree.ts';

/** One import, re-export, dynamic import or import type of a file. */
export interface SourceImport {
  /** What stands between the quotes; undefined where a dynamic import computes it. */
  readonly specifier: string | undefined;
  readonly line: number;
  /**
   * True where nothing is left of it when the code runs: `import type`, `export type ... from`,
   * `import('./a.ts').A` as a type. `import { type A }` is not one of them: the module still runs.
   */
  readonly typeOnly: boolean;
}

const declarations = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration']);

/** Lists a file's imports in the order in which they stand. */
export function readImports(tree: SyntaxTree): SourceImport[] {
  const imports: SourceImport[] = [];
  walk(tree.root, (node) => {
    const found = readImport(node);
    if (found !== undefined) imports.push({ ...found, line: tree.lineAt(node.start) });
  });
  return imports;
}

function readImport(node: SyntaxNode): Omit<SourceImport, 'line'> | undefined {
  if (node.type === 'ImportExpression')
    return { specifier: literalText(childNode(node, 'source')), typeOnly: false };
  if (node.type === 'TSImportType')
    return { specifier: literalText(childNode(node, 'source')), typeOnly: true };
  if (!declarations.has(node.type) || !isSyntaxNode(node['source'])) return undefined;
  const typeOnly = node['importKind'] === 'type' || node['exportKind'] === 'type';
  return { specifier: literalText(node['source']), typeOnly };
}
