import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { err, isRecord, ok, type Result } from '@psoas/kernel';
import type { SiteFile } from './create-site.ts';

/** What a folder was written with, so that the next time nothing of it is left over and nothing else is touched. */
const listName = '.psoas-site';

/** The folder holds something that is no site of psoas. */
export type ForeignFolder = { readonly kind: 'foreign-folder'; readonly folder: string };

/** The system would not let it be written; `code` is its own, such as ENOSPC. */
export type NotWritten = { readonly kind: 'not-written'; readonly folder: string; readonly code: string };

/** What was written: how many files, their bytes, and files of the last time that are gone now. */
export type WrittenSite = { readonly files: number; readonly bytes: number; readonly removed: readonly string[] };

/**
 * Writes a site into a folder: a new one, an empty one, or one that holds a site already. Files of the last time that
 * are no longer made are removed; nothing else is. A folder that was left half written can be written again.
 */
export function writeSite(folder: string, files: readonly SiteFile[]): Result<WrittenSite, ForeignFolder | NotWritten> {
  try {
    return writeFiles(folder, files);
  } catch (error) {
    const code = isRecord(error) ? error['code'] : undefined;
    if (typeof code !== 'string') throw error;
    return err({ kind: 'not-written', folder, code });
  }
}

function writeFiles(folder: string, files: readonly SiteFile[]): Result<WrittenSite, ForeignFolder> {
  const list = join(folder, listName);
  const isNew = !existsSync(folder) || readdirSync(folder).length === 0;
  if (!isNew && !existsSync(list)) return err({ kind: 'foreign-folder', folder });
  const before = isNew ? [] : readFileSync(list, 'utf8').split('\n').filter(isInside);
  const paths = new Set(files.map(({ path }) => path));
  const removed = before.filter((path) => !paths.has(path));
  const writeList = (known: Iterable<string>): void => writeFileSync(list, `${[...known].join('\n')}\n`);
  mkdirSync(folder, { recursive: true });
  // Whatever ends this early, the folder is known as a site and its files as written by it.
  writeList(new Set([...before, ...paths]));
  for (const path of removed) rmSync(join(folder, path), { force: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeList(paths);
  return ok({
    files: files.length,
    bytes: files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    removed,
  });
}

// A list that somebody changed must not lead out of the folder.
function isInside(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.split('/').includes('..');
}
