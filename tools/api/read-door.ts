import { dirname, join } from 'node:path';
import type { SourceFile } from '../source/source-file.ts';
import { childNode, childNodes, identifierName, literalText, parseSource, type SyntaxNode, type SyntaxTree } from '../source/syntax-tree.ts';
import type { PublicDoor, PublicName } from './public-name.ts';
import { docOfFile, readDeclarations } from './read-declarations.ts';

/** Gives a file by its path from the root; undefined where there is none. */
export type FileByPath = (path: string) => SourceFile | undefined;

/**
 * What an index file lets out: its own declarations, and those that it hands on from other files, followed to where
 * they are declared.
 * @throws Error where it hands on a file or a name that is not there.
 */
export function readDoor(specifier: string, path: string, fileByPath: FileByPath): PublicDoor {
  const { tree, file } = parsed(path, fileByPath);
  return { specifier, doc: docOfFile(tree), names: namesOf(tree, file, fileByPath) };
}

function namesOf(tree: SyntaxTree, file: SourceFile, fileByPath: FileByPath): readonly PublicName[] {
  const handedOn = childNodes(tree.root, 'body').flatMap((statement) => {
    const from = literalText(childNode(statement, 'source'));
    if (from === undefined || !statement.type.startsWith('Export')) return [];
    if (!from.startsWith('.')) return fromLibrary(statement, from, tree);
    const other = parsed(join(dirname(file.path), from), fileByPath);
    const all = namesOf(other.tree, other.file, fileByPath);
    return statement.type === 'ExportAllDeclaration' ? all : chosen(statement, all, file.path);
  });
  return [...readDeclarations(tree, file.text), ...handedOn];
}

function fromLibrary(statement: SyntaxNode, library: string, tree: SyntaxTree): readonly PublicName[] {
  return childNodes(statement, 'specifiers').map((specifier) => ({
    name: identifierName(childNode(specifier, 'exported')) ?? '',
    kind: 'constant',
    signature: `export { ${identifierName(childNode(specifier, 'local'))} } from '${library}'`,
    doc: `Handed on from the library ${library}.`,
    path: tree.path,
    line: tree.lineAt(statement.start),
  }));
}

function chosen(statement: SyntaxNode, all: readonly PublicName[], path: string): readonly PublicName[] {
  return childNodes(statement, 'specifiers').map((specifier) => {
    const local = identifierName(childNode(specifier, 'local'));
    const found = all.find(({ name }) => name === local);
    if (found === undefined) throw new Error(`${path} hands on '${local}', which its file does not export.`);
    return { ...found, name: identifierName(childNode(specifier, 'exported')) ?? found.name };
  });
}

function parsed(path: string, fileByPath: FileByPath): { readonly tree: SyntaxTree; readonly file: SourceFile } {
  const file = fileByPath(path);
  if (file === undefined) throw new Error(`There is no file ${path}.`);
  return { tree: parseSource(file), file };
}
