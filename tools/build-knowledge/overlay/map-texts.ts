import type { TextTree } from './text-tree.ts';

/** A tree with each text changed. */
export function mapTexts(tree: TextTree, say: (text: string) => string): TextTree {
  if (tree === null) return null;
  if (typeof tree === 'string') return say(tree);
  if (Array.isArray(tree)) return tree.map((entry: TextTree) => mapTexts(entry, say));
  return Object.fromEntries(Object.entries(tree).map(([key, entry]) => [key, mapTexts(entry, say)]));
}
