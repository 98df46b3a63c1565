/** Walks through the lines of a text without copying it. */
export type LineReader = {
  /** The next line without its end; undefined after the last. */
  readonly next: () => string | undefined;
  /** The number of the line that `next` gave last, from 1; 0 before the first. */
  readonly number: () => number;
  /** Whether that line had an end; only the last line of a text can lack it. */
  readonly hasEnd: () => boolean;
};

/** A reader over lines that end in LF, CR LF or CR, after a byte order mark if there is one. */
export function createLineReader(text: string): LineReader {
  const lineEnd = /\r\n|\n|\r/g;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  let number = 0;
  let hasEnd = false;
  return {
    next: () => {
      if (start >= text.length) return undefined;
      lineEnd.lastIndex = start;
      const end = lineEnd.exec(text);
      const line = text.slice(start, end?.index ?? text.length);
      start = end === null ? text.length : lineEnd.lastIndex;
      hasEnd = end !== null;
      number += 1;
      return line;
    },
    number: () => number,
    hasEnd: () => hasEnd,
  };
}

/** The longest line that is read as columns, in characters. */
export const lineLengthLimit = 1_000_000;
