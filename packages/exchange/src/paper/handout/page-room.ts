import { millimetresOf, type PaperLook } from '../paper-look.ts';
import type { Handout } from './plan-handout.ts';
import { fairShare, stepsLength } from './shorten-steps.ts';

/** How the exercises stand: below each other, or in two columns. */
export type Layout = 'wide' | 'narrow';

/** [PA-03] Layout and characters for the steps of an exercise, so that a usual programme is one page. */
export type PageRoom = { readonly layout: Layout; readonly stepCharacters: number };

/** Exercises up to which each has the whole width. */
const mostWide = 3;

/** Millimetres of what the style sheet sets, measured on made pages; characters of a line of steps with its ragged end. */
const measures = {
  margins: 21,
  headAndFoot: 29,
  safety: 15,
  ownLine: 4,
  ownLineCharacters: 115,
  weekRow: 4.7,
  /** Heads, minutes and four rows of boxes. */
  weekRows: 7.5,
  wide: { columns: 1, card: 12, line: 4.45, lineCharacters: 52 },
  narrow: { columns: 2, card: 40, line: 4, lineCharacters: 45 },
} as const;

/** [PA-03] What is left for the steps on one page. Large print takes the pages that it needs and shortens nothing. */
export function pageRoom({ exercises, rows }: Handout, { size, isLarge }: PaperLook, heeds: readonly string[]): PageRoom {
  const layout = exercises.length <= mostWide ? 'wide' : 'narrow';
  if (isLarge) return { layout, stepCharacters: Infinity };
  const { margins, headAndFoot, safety, ownLine, ownLineCharacters, weekRow, weekRows } = measures;
  const own = heeds.reduce((total, { length }) => total + Math.ceil(length / ownLineCharacters) * ownLine, heeds.length === 0 ? 0 : ownLine);
  const height = millimetresOf[size].height - margins - headAndFoot - safety - own - (rows.length + weekRows) * weekRow;
  const { columns, card, line, lineCharacters } = measures[layout];
  const lines = Math.max(0, (height * columns - exercises.length * card) / line);
  return { layout, stepCharacters: fairShare(exercises.map(({ exercise }) => stepsLength(exercise)), lines * lineCharacters) };
}
