import type { Movement } from '@psoas/body';
import { millimetresOf, type PaperLook } from '../paper-look.ts';
import type { Handout, HandoutExercise } from './plan-handout.ts';
import { shortenSteps } from './shorten-steps.ts';

/** [PA-03] How the exercises stand on the page. */
export type PageRoom = {
  /** Exercises in the first column; absent where they stand below each other. */
  readonly firstColumn?: number;
  /** The most characters that the steps of an exercise may have. */
  readonly stepCharacters: number;
};

type Layout = 'wide' | 'narrow';

/** Lengths that are tried, longest first. Below the last one steps would lose their sense: then there are more pages. */
const stepLengths: readonly number[] = [Infinity, ...Array.from({ length: 31 }, (_, index) => 920 - index * 20)];

/** Left free on a page, because other machines have other fonts. */
const spareMillimetres = 5;

/**
 * [PA-03] Room for the steps, so that a usual programme is one page: below each other if that fits, else in two
 * columns, else shortened; where that is not enough, two pages. Large print takes the pages that it needs and shortens
 * nothing.
 */
export function pageRoom(handout: Handout, { size, isLarge }: PaperLook, heeds: readonly string[]): PageRoom {
  const left = millimetresOf[size].height - aboveExercises(handout, heeds) - spareMillimetres;
  const fits = (layout: Layout, stepCharacters: number): PageRoom | undefined => {
    const heights = handout.exercises.map((entry) => cardHeight(entry, layout, stepCharacters));
    if (layout === 'wide') return total(heights) <= left ? { stepCharacters } : undefined;
    const firstColumn = fairSplit(heights);
    return tallerColumn(heights, firstColumn) <= left ? { firstColumn, stepCharacters } : undefined;
  };
  const stacked: PageRoom = { stepCharacters: Infinity };
  if (isLarge || fits('wide', Infinity) !== undefined) return stacked;
  const onePage = stepLengths.flatMap((characters) => fits('narrow', characters) ?? fits('wide', characters) ?? [])[0];
  if (onePage !== undefined) return onePage;
  const secondPage = millimetresOf[size].height - margins - footMillimetres - spareMillimetres;
  const stepCharacters = stepLengths.find((characters) => {
    const heights = handout.exercises.map((entry) => cardHeight(entry, 'wide', characters));
    return total(afterFirstPage(heights, left)) <= secondPage;
  });
  return stepCharacters === undefined ? stacked : { stepCharacters };
}

function afterFirstPage(heights: readonly number[], left: number): readonly number[] {
  const first = heights.findIndex((_, index) => total(heights.slice(0, index + 1)) > left);
  return first === -1 ? [] : heights.slice(first);
}

// Millimetres of what the style sheet sets, measured on made pages.
const margins = 21;
const headAndFoot = 28;
const footMillimetres = 10;

function aboveExercises({ rows }: Handout, heeds: readonly string[]): number {
  const safety = 17 + (heeds.length === 0 ? 0 : 4.2) + total(heeds.map((line) => linesOf(line.length, 115) * 4.2));
  const week = 29.2 + rows.length * 4.9;
  return margins + headAndFoot + safety + week;
}

/** Heights in millimetres, and the characters that a line holds. */
const measures = {
  wide: { card: 4.6, line: 4.43, stepLine: 46, signLine: 25, upright: 36, flat: 45 },
  narrow: { card: 8.8, line: 3.96, stepLine: 64, signLine: 31, upright: 29.3, flat: 34.3 },
} as const;

function cardHeight(entry: HandoutExercise, layout: Layout, characters: number): number {
  const { exercise, amounts, movement } = entry;
  const { card, line, stepLine, signLine, upright, flat } = measures[layout];
  const care = exercise.instructions.filter(({ kind }) => kind === 'safety').reduce((sum, { text }) => sum + text.length + 1, 'Take care: '.length);
  const signs = (linesOf('Feels right: '.length + exercise.feel.right.length, signLine) + linesOf(care, signLine)) * line + 1;
  const forms = exercise.variants.filter(({ id }) => amounts.some(({ item }) => item.variant === id));
  const lengths = [...shortenSteps(exercise, characters).map(({ length }) => length), ...forms.map(({ name, text }) => name.length + text.length + 14)];
  const steps = total(lengths.map((length) => linesOf(length, stepLine))) * line;
  const figure = movement !== undefined && isFlat(movement) ? flat : upright;
  const doses = Math.max(1, amounts.length + (entry.inBreaks === undefined ? 0 : 1)) * line;
  return card + doses + (layout === 'wide' ? Math.max(figure, signs, steps) : Math.max(figure, signs) + steps);
}

// Lying figures are drawn below each other.
function isFlat({ keyframes, shows }: Movement): boolean {
  const tilt = keyframes.find(({ id }) => id === shows)?.pose.pelvis_tilt ?? 0;
  return Math.abs(tilt) > 60;
}

function fairSplit(heights: readonly number[]): number {
  const counts = heights.map((_, index) => index + 1);
  return counts.reduce((best, count) => (tallerColumn(heights, count) < tallerColumn(heights, best) ? count : best), 1);
}

function tallerColumn(heights: readonly number[], firstColumn: number): number {
  return Math.max(total(heights.slice(0, firstColumn)), total(heights.slice(firstColumn)));
}

function linesOf(characters: number, perLine: number): number {
  return Math.ceil(characters / perLine);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
