import { analyse } from 'scslre';
import type { SourceFile } from '../source/source-file.ts';
import { childNode, identifierName, parseSource, walk, type SyntaxNode } from '../source/syntax-tree.ts';

/** A regular expression of the sources, and why it can be slow; `pick` is a sign that makes it so when it is repeated. */
export type SlowExpression = { readonly place: string; readonly expression: string; readonly kind: string; readonly pick: string };

/** What was found in the sources. */
export type Expressions = {
  /** How many there are that stand in the code as they are. */
  readonly count: number;
  readonly slow: readonly SlowExpression[];
  /** Files in which one is put together at run time: nobody can judge it from the code. */
  readonly built: readonly string[];
};

/** The regular expressions of some files whose time can grow faster than what they are tried on, by `scslre`. */
export function findSlow(files: readonly SourceFile[]): Expressions {
  let count = 0;
  const slow: SlowExpression[] = [];
  const built = new Set<string>();
  for (const file of files) {
    const { root, lineAt } = parseSource(file);
    walk(root, (node) => {
      if (isBuilt(node)) built.add(file.path);
      const literal = literalOf(node);
      if (literal === undefined) return;
      count += 1;
      for (const { type, exponential, character } of analyse(literal).reports) {
        const kind = exponential ? `${type}, exponential` : type;
        slow.push({ place: `${file.path}:${lineAt(node.start)}`, expression: `/${literal.source}/${literal.flags}`, kind, pick: character.pick });
      }
    });
  }
  return { count, slow, built: [...built] };
}

function isBuilt(node: SyntaxNode): boolean {
  return (node.type === 'NewExpression' || node.type === 'CallExpression') && identifierName(childNode(node, 'callee')) === 'RegExp';
}

function literalOf(node: SyntaxNode): { readonly source: string; readonly flags: string } | undefined {
  const regex: unknown = node['regex'];
  if (node.type !== 'Literal' || typeof regex !== 'object' || regex === null) return undefined;
  if (!('pattern' in regex) || !('flags' in regex)) return undefined;
  return { source: String(regex.pattern), flags: String(regex.flags) };
}
