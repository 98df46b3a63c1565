import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { claimColumns, type EnglishTexts } from './english-texts.ts';
import { mapTexts } from './map-texts.ts';
import { fieldsOf, type TextTree } from './text-tree.ts';

/** Writes a whole translation in which every text is what `say` makes of the English one. */
export function writeOverlay(folder: string, english: EnglishTexts, say: (text: string) => string): void {
  for (const [path, tree] of english) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, fileOf(path, mapTexts(tree, say), english));
  }
}

function fileOf(path: string, tree: TextTree, english: EnglishTexts): string {
  if (path.endsWith('.md')) {
    const { body, ...head } = fieldsOf(tree);
    return `---\n${stringify(head)}---\n${String(body)}`;
  }
  if (!path.endsWith('.tsv')) return stringify(tree);
  const columns = claimColumns(english);
  const rows = Object.entries(fieldsOf(tree)).map(([id, texts]) => [id, ...columns.slice(1).map((column) => String(fieldsOf(texts)[column]))].join('\t'));
  return [columns.join('\t'), ...rows, ''].join('\n');
}
