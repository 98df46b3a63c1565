import type { UnknownRecord } from '@psoas/kernel';

/** What stands in a file that holds a whole diary (docs/spec/diary-file.md). */
export type DiaryFile = {
  /** The day of the copy, as YYYY-MM-DD; absent when the file does not say. */
  readonly exportedOn?: string;
  /** The entries exactly as stored, damaged and newer ones among them. */
  readonly entries: readonly unknown[];
  /** How the app behaved on the device that the copy comes from. Whoever uses it judges each value. */
  readonly settings?: UnknownRecord;
};

/** The word by which a file says what it is. */
export const diaryFileFormat = 'psoas-diary';

/** The version of the file; each entry has a version of its own. */
export const diaryFileVersion = 1;

/** The longest text that is read, in characters: fifty years of daily sessions. */
export const longestFileCharacters = 50_000_000;

/** How many groups and lists may stand inside one another in an entry. Ours have at most six. */
export const deepestNesting = 64;

/**
 * Files that are taken for a copy by mistake: a table of the diary, the diary as the command line keeps it, exercises as
 * free-exercise-db writes them.
 */
export type MistakenFile = 'table' | 'diary-lines' | 'exercise-list';

/** Why a file cannot be taken at all. Lines, columns and entries count from 1. */
export type DiaryFileProblem =
  | { readonly type: 'empty' }
  | { readonly type: 'too-large'; readonly characters: number; readonly limit: number }
  | { readonly type: 'not-json'; readonly line: number; readonly column: number }
  /** The text ends in the middle: the copy was cut off. */
  | { readonly type: 'cut-off'; readonly line: number }
  /** It does not begin as JSON: a picture, an archive, a text. */
  | { readonly type: 'other-file' }
  | { readonly type: 'other-format' }
  /** What is often taken for a copy, named so that the person knows what to choose instead. */
  | { readonly type: MistakenFile }
  | { readonly type: 'newer-version'; readonly version: number; readonly known: number }
  | { readonly type: 'damaged'; readonly field: 'version' | 'events' | 'settings' | 'exportedOn' }
  | { readonly type: 'too-deep'; readonly entry: number; readonly limit: number };
