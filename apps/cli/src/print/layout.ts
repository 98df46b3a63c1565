import { stripVTControlCharacters, styleText } from 'node:util';
import type { Screen } from '../io.ts';

/** Lines for people are never wider than this, however wide the terminal is. */
const widestText = 88;

/** The width that running text takes. */
export function textWidth({ columns }: Pick<Screen, 'columns'>): number {
  return Math.max(30, Math.min(columns, widestText));
}

/** Emphasis where it can be shown. It never carries meaning alone. */
export type Styles = {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly alarm: (text: string) => string;
  /** Fixed colours, also where the terminal's own are the other way round. */
  readonly lightOnDark: (text: string) => string;
};

export function stylesOf({ hasColour }: Pick<Screen, 'hasColour'>): Styles {
  const style = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    hasColour ? styleText(format, text, { validateStream: false }) : text;
  return { strong: style('bold'), faint: style('dim'), alarm: style(['bold', 'red']), lightOnDark: style(['whiteBright', 'bgBlack']) };
}

/** How many columns a text takes on the screen. */
export function widthOf(text: string): number {
  return Array.from(stripVTControlCharacters(text)).length;
}

export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Running text in lines of at most `width`; following lines start with `indent`, the first with `first`. */
export function wrap(text: string, width: number, indent = '', first = indent): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return isEmpty ? lines : [...lines, line];
}

/** Rows in aligned columns, two spaces between; the last column keeps its own width. */
export function columns(rows: readonly (readonly string[])[], gap = '  '): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : padTo(cell, widths[column] ?? 0)))
      .join(gap)
      .trimEnd(),
  );
}

/** A bar for a share of 0 to 1; the number beside it says the same. */
export function bar(share: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}
