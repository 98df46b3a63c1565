import { isDeeperThan } from './nesting.ts';

const longestFound = 60;
/** Deeper than anybody would read. What nests a hundred thousand times, or holds itself, cannot be written out at all. */
const deepestFound = 20;

/** What was found in place of something allowed, for a person to read: at most 60 signs. */
export function foundText(found: unknown): string {
  return shortText(writtenOut(found), longestFound);
}

/** A text from outside as it may stand in a sentence: cut off, with a mark, where it is longer than so many signs. */
export function shortText(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
}

function writtenOut(found: unknown): string {
  if (typeof found === 'string') return `"${found}"`;
  if (isDeeperThan(deepestFound, found)) return Array.isArray(found) ? '[...]' : '{...}';
  return JSON.stringify(found) ?? String(found);
}
