import {
  childNode,
  childNodes,
  identifierName,
  literalText,
  walk,
  type Place,
  type SyntaxNode,
  type SyntaxTree,
} from '../source/syntax-tree.ts';

/** A use of something that the code was not given: the clock, chance, the locale, the device. */
export interface AmbientUse {
  readonly line: number;
  readonly text: string;
}

const ambientNames: ReadonlySet<string> = new Set(
  [
    'Date Intl performance crypto console globalThis process Buffer require',
    'setTimeout setInterval setImmediate requestAnimationFrame queueMicrotask',
    'window self document navigator location fetch localStorage sessionStorage indexedDB',
  ].flatMap((line) => line.split(' ')),
);

/** In tests a fixed `Date` or `Intl` may serve as an oracle; what changes from run to run may not. */
const ambientNamesInTests: ReadonlySet<string> = new Set([
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
]);

/**
 * Finds uses of the clock, chance, the locale and the device. A name that the file itself declares or imports
 * is not ambient. `Date.UTC` is plain arithmetic and allowed.
 */
export function findAmbientUses(tree: SyntaxTree, options: { readonly inTest: boolean }): AmbientUse[] {
  const declared = declaredNames(tree.root);
  const names = options.inTest ? ambientNamesInTests : ambientNames;
  const uses: AmbientUse[] = [];
  walk(tree.root, (node, place) => {
    if (isTypeOnlyNode(node)) return false;
    const text =
      ambientCall(node, declared) ??
      (options.inTest ? undefined : localeMember(node)) ??
      ambientName(node, place, names, declared);
    if (text !== undefined) uses.push({ line: tree.lineAt(node.start), text });
    return undefined;
  });
  return uses;
}

/** Uses that are ambient everywhere, tests included: the moment, and chance. */
function ambientCall(node: SyntaxNode, declared: ReadonlySet<string>): string | undefined {
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const isDate = identifierName(childNode(node, 'callee')) === 'Date' && !declared.has('Date');
    const isNow = node.type === 'CallExpression' || childNodes(node, 'arguments').length === 0;
    return isDate && isNow ? 'the current date' : undefined;
  }
  if (node.type === 'MetaProperty' && identifierName(childNode(node, 'meta')) === 'import')
    return 'import.meta';
  if (node.type !== 'MemberExpression') return undefined;
  const text = `${identifierName(childNode(node, 'object')) ?? ''}.${memberName(node) ?? ''}`;
  if (text === 'Math.random' && !declared.has('Math')) return text;
  return text === 'Date.now' && !declared.has('Date') ? text : undefined;
}

function localeMember(node: SyntaxNode): string | undefined {
  const name = node.type === 'MemberExpression' ? memberName(node) : undefined;
  return name !== undefined && (name.startsWith('toLocale') || name === 'localeCompare')
    ? `.${name}`
    : undefined;
}

function ambientName(
  node: SyntaxNode,
  place: Place,
  names: ReadonlySet<string>,
  declared: ReadonlySet<string>,
): string | undefined {
  const name = identifierName(node);
  if (name === undefined || !names.has(name) || declared.has(name) || isOnlyAKey(place)) return undefined;
  // `Date.now`, `Date()` and `new Date()` are named by ambientCall; `Date.UTC` is allowed.
  if (name === 'Date' && isNamedElsewhere(place)) return undefined;
  return name;
}

function isNamedElsewhere({ parent, property }: Place): boolean {
  if (parent?.type === 'CallExpression') return property === 'callee';
  if (parent?.type === 'NewExpression')
    return property === 'callee' && childNodes(parent, 'arguments').length === 0;
  return parent?.type === 'MemberExpression' && ['now', 'UTC'].includes(memberName(parent) ?? '');
}

function memberName(node: SyntaxNode): string | undefined {
  const property = childNode(node, 'property');
  return node['computed'] === true ? literalText(property) : identifierName(property);
}

/** True where an identifier is the name of a property, not a value: `a.console`, `{ console: 1 }`. */
function isOnlyAKey({ parent, property }: Place): boolean {
  if (parent === undefined || parent['computed'] === true) return false;
  if (parent.type === 'MemberExpression') return property === 'property';
  return property === 'key' || property === 'imported' || property === 'exported' || property === 'label';
}

/** TypeScript's own nodes hold types, apart from those that wrap an expression. */
function isTypeOnlyNode(node: SyntaxNode): boolean {
  return node.type.startsWith('TS') && childNode(node, 'expression') === undefined;
}

function declaredNames(root: SyntaxNode): Set<string> {
  const names = new Set<string>();
  walk(root, (node) => {
    const patterns = [
      ...(/Function|ArrowFunction/.test(node.type) ? childNodes(node, 'params') : []),
      ...(/^(VariableDeclarator|FunctionDeclaration|FunctionExpression|Class\w+)$/.test(node.type)
        ? [childNode(node, 'id')]
        : []),
      ...(/^Import\w*Specifier$/.test(node.type) ? [childNode(node, 'local')] : []),
      ...(node.type === 'CatchClause' ? [childNode(node, 'param')] : []),
    ];
    for (const pattern of patterns) addPatternNames(pattern, names);
  });
  return names;
}

function addPatternNames(pattern: SyntaxNode | undefined, names: Set<string>): void {
  if (pattern === undefined) return;
  const name = identifierName(pattern);
  if (name !== undefined) names.add(name);
  for (const property of ['left', 'argument', 'value']) addPatternNames(childNode(pattern, property), names);
  for (const list of ['properties', 'elements']) {
    for (const inner of childNodes(pattern, list)) addPatternNames(inner, names);
  }
}
