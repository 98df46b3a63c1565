import { describe, expect, it } from 'vitest';
import { childNode, identifierName, literalText, parseSource, walk, type SyntaxNode } from './syntax-tree.ts';

function nodesOf(type: string, text: string): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  walk(parseSource({ path: 'sample.tsx', text }).root, (node) => {
    if (node.type === type) found.push(node);
  });
  return found;
}

describe('parseSource', () => {
  it('finds lines also after letters beyond ASCII', () => {
    const tree = parseSource({ path: 'sample.ts', text: '// größer 🦵\nconst a = 1;\nconst b = a;\n' });
    const lines: number[] = [];
    walk(tree.root, (node) => {
      if (node.type === 'VariableDeclaration') lines.push(tree.lineAt(node.start));
    });
    expect(lines).toEqual([2, 3]);
  });

  it('tells what it could not read, with the line', () => {
    const tree = parseSource({ path: 'sample.ts', text: 'const a = 1;\nconst = ;\n' });
    expect(tree.faults[0]?.line).toBe(2);
  });

  it('reads TSX', () => {
    expect(nodesOf('JSXElement', 'export const a = <p>hip</p>;')).toHaveLength(1);
  });
});

describe('walk', () => {
  it('stays out of a node when the visitor says so', () => {
    const names: string[] = [];
    walk(parseSource({ path: 'sample.ts', text: 'outer; function f() { inner; }' }).root, (node) => {
      const name = identifierName(node);
      if (name !== undefined) names.push(name);
      return node.type !== 'FunctionDeclaration';
    });
    expect(names).toEqual(['outer']);
  });
});

describe('literalText', () => {
  it('reads strings and templates without holes, nothing else', () => {
    const [first, second, third] = nodesOf('VariableDeclarator', 'const a = "x", b = `y`, c = `${a}z`;');
    const texts = [first, second, third].map((node) => {
      return node === undefined ? 'no declarator' : literalText(childNode(node, 'init'));
    });
    expect(texts).toEqual(['x', 'y', undefined]);
  });
});
