import { fillTemplate, sides, type Side } from '@psoas/kernel';
import { followedMuscles, type LeftOutRow, type MotionAnalysis } from './analyse-motion.ts';
import { toCsv, type CsvCell } from '../csv/to-csv.ts';
import { fillRounded, type MotionWords } from './motion-words.ts';
import { fixed } from './number-text.ts';

/** A row a moment: time, then hip flexion, lengths and changes by side, and why a moment was left out (MOT-14). */
export function motionToCsv(analysis: MotionAnalysis, words: MotionWords): string {
  const present = sides.filter((side) => analysis.sides[side] !== undefined);
  const reasons = new Map(analysis.leftOut.map((left) => [`${left.side} ${left.row}`, left]));
  const rows: CsvCell[][] = [[words.table.time, ...present.flatMap((side) => headsOfSide(side, words))]];
  for (let index = 0; index < analysis.rowCount; index += 1) {
    const timeSeconds = present.map((side) => analysis.sides[side]?.moments[index]?.timeSeconds)[0];
    const cells = present.flatMap((side) =>
      cellsOfSide(analysis, { side, index, reason: reasons.get(`${side} ${index + 1}`) }, words),
    );
    rows.push([timeSeconds, ...cells]);
  }
  return toCsv(rows);
}

function headsOfSide(side: Side, { sides: sideWords, muscles, table }: MotionWords): readonly string[] {
  const places = { side: sideWords[side] };
  return [
    fillTemplate(table.hip, places),
    ...followedMuscles.flatMap((muscle) => [
      fillTemplate(table.length, { ...places, muscle: muscles[muscle] }),
      fillTemplate(table.change, { ...places, muscle: muscles[muscle] }),
    ]),
    fillTemplate(table.leftOut, places),
  ];
}

type Place = { readonly side: Side; readonly index: number; readonly reason: LeftOutRow | undefined };

function cellsOfSide(
  analysis: MotionAnalysis,
  { side, index, reason }: Place,
  words: MotionWords,
): readonly CsvCell[] {
  const moment = analysis.sides[side]?.moments[index];
  const lengths = followedMuscles.flatMap((muscle) => {
    const length = moment?.lengths?.[muscle];
    return length === undefined
      ? [undefined, undefined]
      : [rounded(length.lengthMillimetres), rounded(length.changePercent)];
  });
  const why =
    reason === undefined
      ? undefined
      : fillRounded(words.table.leftOutCell, { ...reason, side: words.sides[side] });
  return [moment === undefined ? undefined : rounded(moment.hipFlexionDegrees), ...lengths, why];
}

function rounded(value: number): number {
  return Number(fixed(value, 3));
}
