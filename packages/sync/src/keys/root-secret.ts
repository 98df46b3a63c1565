import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { err, ok, shortText, type Result } from '@psoas/kernel';
import { base64urlToBytes, bytesToBase64url } from '../bytes/base64url.ts';
import type { RandomBytes } from '../bytes/bytes.ts';
import { addCheck, takeCheck } from '../bytes/checked.ts';

/** The secret from which everything of a person is derived: 32 bytes (Y-01). */
export type RootSecret = Uint8Array;

const knownWords = new Set(wordlist);
const rootLength = 32;
const wordCount = 24;
/** More than so many are some other text: no word of it is looked up. */
const mostWords = 2 * wordCount;
/** Longer than any word of the list; what is longer is shown cut off. */
const longestWord = 40;
const textStart = 'psoas:1:';

/** A new root secret. */
export function createRootSecret(random: RandomBytes): RootSecret {
  return random(rootLength);
}

/** The root as 24 words of BIP 39, to write down. */
export function rootToWords(root: RootSecret): readonly string[] {
  return entropyToMnemonic(root, wordlist).split(' ');
}

/** What is wrong with words that somebody typed. Places count from 1. */
export type WordsFault =
  | { readonly type: 'word-count'; readonly found: number; readonly expected: number }
  | { readonly type: 'unknown-words'; readonly words: readonly UnknownWord[] }
  | { readonly type: 'words-checksum' };

/** A word that is not in the list, its place, and words of the list that begin like it. */
export type UnknownWord = {
  readonly place: number;
  readonly found: string;
  readonly similar: readonly string[];
};

/** [Y-02] The root of 24 words, in any case and spacing. A wrong word is named by its place. */
export function wordsToRoot(text: string): Result<RootSecret, WordsFault> {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > mostWords) return err({ type: 'word-count', found: words.length, expected: wordCount });
  const unknown = words.flatMap((found, index) =>
    knownWords.has(found) ? [] : [{ place: index + 1, found: shortText(found, longestWord), similar: similarWords(found) }],
  );
  if (unknown.length > 0) return err({ type: 'unknown-words', words: unknown });
  if (words.length !== wordCount)
    return err({ type: 'word-count', found: words.length, expected: wordCount });
  try {
    return ok(mnemonicToEntropy(words.join(' '), wordlist));
  } catch {
    return err({ type: 'words-checksum' });
  }
}

/** The root as a text for a QR code; its checksum finds a misread letter. */
export function rootToText(root: RootSecret): string {
  return textStart + bytesToBase64url(addCheck('psoas/1/root', root));
}

/** What is wrong with a text that should hold a root. */
export type RootTextFault =
  | { readonly type: 'not-a-root-text'; readonly start: string }
  | { readonly type: 'root-text-damaged' };

/** [Y-02] The root of a text that `rootToText` made. */
export function textToRoot(text: string): Result<RootSecret, RootTextFault> {
  const trimmed = text.trim();
  if (!trimmed.startsWith(textStart)) return err({ type: 'not-a-root-text', start: textStart });
  const bytes = base64urlToBytes(trimmed.slice(textStart.length));
  const root = bytes.ok ? takeCheck('psoas/1/root', bytes.value) : undefined;
  return root?.length === rootLength ? ok(root) : err({ type: 'root-text-damaged' });
}

// Every word of the list is told apart by its first four letters; fewer are tried until something begins so.
function similarWords(found: string): readonly string[] {
  for (let letters = Math.min(4, found.length); letters > 0; letters -= 1) {
    const similar = wordlist.filter((word) => word.startsWith(found.slice(0, letters)));
    if (similar.length > 0) return similar.slice(0, 5);
  }
  return [];
}
