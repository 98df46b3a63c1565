import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { TextFault } from './compare-trees.ts';

/** The files of a translation as read, by path below locales/<language>; not yet checked. */
export type Overlay = { readonly files: ReadonlyMap<string, unknown>; readonly faults: ReadonlyMap<string, readonly TextFault[]> };

/** Reads a translation. A file that cannot be read has a fault in place of a value. */
export function readOverlay(folder: string, claimColumns: readonly string[]): Overlay {
  const files = new Map<string, unknown>();
  const faults = new Map<string, readonly TextFault[]>();
  const paths = existsSync(folder) ? globSync('**/*.{yaml,md,tsv}', { cwd: folder }).filter((path) => path !== 'glossary.md').toSorted() : [];
  for (const path of paths) {
    const found: TextFault[] = [];
    const text = readFileSync(join(folder, path), 'utf8');
    if (path.endsWith('.md')) files.set(path, readArticle(text, found));
    else if (path.endsWith('.tsv')) files.set(path, readTable(text, claimColumns, found));
    else files.set(path, readYaml(text, found));
    if (found.length > 0) faults.set(path, found);
  }
  return { files, faults };
}

function readYaml(text: string, faults: TextFault[]): unknown {
  const document = parseDocument(text);
  faults.push(...document.errors.map(({ message }): TextFault => ({ kind: 'shape', field: '', remedy: message })));
  return document.errors.length === 0 ? (document.toJS() ?? {}) : {};
}

function readArticle(text: string, faults: TextFault[]): unknown {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (parts === null) {
    faults.push({ kind: 'shape', field: '', remedy: 'begin with front matter between two lines of ---' });
    return {};
  }
  const head: unknown = readYaml(parts[1] ?? '', faults);
  const { id: _, ...texts }: { readonly id?: unknown } = typeof head === 'object' && head !== null ? head : {};
  return { ...texts, body: parts[2] };
}

// Columns after the first two may be left out; an empty cell is a text that waits.
function readTable(text: string, columns: readonly string[], faults: TextFault[]): unknown {
  const [head = '', ...rows] = text.replace(/\n+$/, '').split('\n');
  const names = head.split('\t');
  if (names[0] !== 'id' || names.some((name) => !columns.includes(name))) faults.push({ kind: 'shape', field: 'line 1', remedy: `name the columns id and wording, and statement if you like, separated by tabs` });
  const entries = rows.map((row, index) => {
    const cells = row.split('\t');
    if (cells.length !== names.length) faults.push({ kind: 'shape', field: `line ${index + 2}`, remedy: `write ${names.length} columns; found ${cells.length}` });
    const texts = names.slice(1).map((name, place) => [name, cells[place + 1] ?? ''] as const);
    return [cells[0] ?? '', Object.fromEntries(texts.filter(([, cell]) => cell !== ''))] as const;
  });
  return Object.fromEntries(entries);
}
