import { childNode, childNodes, identifierName, type SyntaxNode, type SyntaxTree } from '../source/syntax-tree.ts';
import type { PublicName } from './public-name.ts';

/** The names that a file itself declares and exports, in their order. */
export function readDeclarations(tree: SyntaxTree, text: string): readonly PublicName[] {
  return childNodes(tree.root, 'body').flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? childNode(statement, 'declaration') : undefined;
    if (declaration === undefined) return [];
    const place = { doc: docAbove(tree, text, statement.start), path: tree.path, line: tree.lineAt(statement.start) };
    return namesOf(declaration, text).map((found) => ({ ...found, ...place, doc: place.doc || docOfDerived(found.signature) }));
  });
}

// `type Side = (typeof sides)[number]` says it all by itself.
function docOfDerived(signature: string): string {
  const list = /^type \w+ = \(?typeof (\w+)\)?\[number\];?$/.exec(signature)?.[1];
  return list === undefined ? '' : `One of \`${list}\`.`;
}

/** The doc comment at the very top of a file: what the file is for. */
export function docOfFile(tree: SyntaxTree): string {
  const [first] = tree.comments;
  return first !== undefined && first.start === 0 && first.text.startsWith('*') ? plainDoc(first.text) : '';
}

function namesOf(declaration: SyntaxNode, text: string): readonly Pick<PublicName, 'name' | 'kind' | 'signature'>[] {
  const source = (from: number, to: number): string => text.slice(from, to).trim();
  const name = identifierName(childNode(declaration, 'id')) ?? '';
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return [{ name, kind: 'function', signature: source(declaration.start, childNode(declaration, 'body')?.start ?? declaration.end) }];
    case 'ClassDeclaration':
      return [{ name, kind: 'class', signature: source(declaration.start, childNode(declaration, 'body')?.start ?? declaration.end) }];
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      return [{ name, kind: 'type', signature: source(declaration.start, declaration.end) }];
    case 'VariableDeclaration':
      return childNodes(declaration, 'declarations').map((one) => ({
        name: identifierName(childNode(one, 'id')) ?? '',
        kind: 'constant',
        signature: `const ${constantSignature(one, text)}`,
      }));
    default:
      return [];
  }
}

// A number or a short list says more than its type, a long value less than its name.
function constantSignature(one: SyntaxNode, text: string): string {
  const id = childNode(one, 'id');
  const head = id === undefined ? '' : text.slice(id.start, id.end);
  const whole = text.slice(one.start, one.end);
  return whole.length <= 90 && !whole.includes('\n') ? whole : head;
}

function docAbove(tree: SyntaxTree, text: string, start: number): string {
  const last = tree.comments.findLast(({ end }) => end <= start);
  const isNext = last !== undefined && last.text.startsWith('*') && text.slice(last.end, start).trim() === '';
  return isNext ? plainDoc(last.text) : '';
}

function plainDoc(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*\s?/, '').trimEnd())
    .join('\n')
    .trim();
}
