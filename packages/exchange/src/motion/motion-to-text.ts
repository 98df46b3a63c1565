import { fillTemplate, sides, type Side } from '@psoas/kernel';
import { followedMuscles, type MotionAnalysis, type SideAnalysis } from './analyse-motion.ts';
import { changeCurves, percentRange } from './curve.ts';
import type { MotionWords } from './motion-words.ts';
import { fixed, signed } from './number-text.ts';
import { plotCurve } from './plot-curve.ts';

/** How wide the text may be, in characters. */
export type TextSize = { readonly widthCharacters: number };

const plotHeightLines = 5;
const axisCharacters = 8;
const leftOutShown = 10;

/** One plot a muscle and side: change of length in percent of neutral standing over time (MOT-13). */
export function motionToPlot(
  analysis: MotionAnalysis,
  words: MotionWords,
  { widthCharacters }: TextSize,
): string {
  const width = Math.min(400, Math.max(20, Math.floor(widthCharacters) - axisCharacters));
  const blocks = followedMuscles.flatMap((muscle) => {
    const curves = changeCurves(analysis, muscle);
    const range = percentRange(curves);
    const plots = curves.flatMap((curve) => [
      words.sides[curve.side],
      ...plotCurve(curve, {
        width,
        height: plotHeightLines,
        ...range,
        startSeconds: analysis.startSeconds,
        endSeconds: analysis.endSeconds,
        secondsWord: words.seconds,
      }),
    ]);
    if (plots.length === 0) return [];
    return [[fillTemplate(words.plotHead, { muscle: words.muscles[muscle] }), ...plots].join('\n')];
  });
  return `${blocks.join('\n\n')}\n`;
}

/** The numbers in sentences: hip, muscles, and the moments left out (MOT-12). */
export function motionToSummary(analysis: MotionAnalysis, words: MotionWords): string {
  const ofSides = sides.flatMap((side) => {
    const found = analysis.sides[side];
    return found === undefined ? [] : [...summariseSide(side, found, words), ''];
  });
  return `${[...ofSides, ...leftOutLines(analysis, words)].join('\n')}\n`;
}

function summariseSide(side: Side, { hip, muscles }: SideAnalysis, words: MotionWords): readonly string[] {
  const { summary } = words;
  const head = fillTemplate(summary.sideHead, { side: words.sides[side] });
  if (hip === undefined) return [head, summary.nothing];
  const { leastFlexion, mostFlexion } = hip;
  const extension = leastFlexion.degrees < 0 ? summary.extension : summary.noExtension;
  return [
    head,
    fillTemplate(extension, {
      degrees: fixed(Math.abs(leastFlexion.degrees), 1),
      time: fixed(leastFlexion.timeSeconds, 2),
    }),
    fillTemplate(summary.range, {
      degrees: fixed(hip.rangeDegrees, 1),
      from: signed(leastFlexion.degrees, 1),
      to: signed(mostFlexion.degrees, 1),
    }),
    ...hip.inFlexion.map(({ beyondDegrees, seconds, share }) =>
      fillTemplate(beyondDegrees === 0 ? summary.inFlexion : summary.beyond, {
        degrees: beyondDegrees,
        seconds: fixed(seconds, 2),
        percent: fixed(share * 100, 0),
      }),
    ),
    ...followedMuscles.flatMap((muscle) => {
      const curve = muscles[muscle];
      if (curve === undefined) return [];
      const { shortest, longest } = curve;
      return [
        fillTemplate(summary.muscle, {
          muscle: words.muscles[muscle],
          shortest: fixed(shortest.lengthMillimetres, 1),
          shortestPercent: signed(shortest.changePercent, 1),
          shortestTime: fixed(shortest.timeSeconds, 2),
          longest: fixed(longest.lengthMillimetres, 1),
          longestPercent: signed(longest.changePercent, 1),
          longestTime: fixed(longest.timeSeconds, 2),
        }),
      ];
    }),
  ];
}

function leftOutLines(
  { leftOut, rowCount }: MotionAnalysis,
  { summary, sides: sideWords }: MotionWords,
): readonly string[] {
  if (leftOut.length === 0) return [summary.leftOutNone];
  const rows = new Set(leftOut.map(({ row }) => row)).size;
  const shown = leftOut.slice(0, leftOutShown).map(({ side, coordinate, value, min, max, timeSeconds }) =>
    fillTemplate(summary.leftOutRow, {
      time: fixed(timeSeconds, 2),
      side: sideWords[side],
      coordinate,
      value: fixed(value, 1),
      min,
      max,
    }),
  );
  const more = leftOut.length - shown.length;
  return [
    fillTemplate(summary.leftOut, { rows, all: rowCount }),
    ...shown,
    ...(more > 0 ? [fillTemplate(summary.leftOutMore, { count: more })] : []),
  ];
}
