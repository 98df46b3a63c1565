import { fixed, signed } from './number-text.ts';
import type { Curve } from './curve.ts';

/** The window that a curve is drawn in. */
export type PlotFrame = {
  /** Characters between the axis and the right edge, and lines between the ends of the scale. */
  readonly width: number;
  readonly height: number;
  readonly low: number;
  readonly high: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** What stands behind the last number of the time axis. */
  readonly secondsWord: string;
};

// A braille character has two columns of four dots; these are their bits from the top.
const dotBits = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;
const brailleStart = 0x2800;
const labelWidth = 6;

/** Draws a curve with braille dots, a dashed line at 0, the scale at the left and the time below. */
export function plotCurve(curve: Curve, frame: PlotFrame): readonly string[] {
  const cells = Array.from({ length: frame.height }, () => Array.from({ length: frame.width }, () => 0));
  drawDots(cells, curve, frame);
  const zeroRow = Math.min(frame.height - 1, Math.floor(dotRow(0, frame) / 4));
  const lines = cells.map((row, index) => {
    const label = labelOf(index, zeroRow, frame);
    const tick = label === '' ? '│' : index === zeroRow ? '┼' : '┤';
    const blank = index === zeroRow ? '╌' : ' ';
    const dots = row.map((bits) => (bits === 0 ? blank : String.fromCodePoint(brailleStart + bits))).join('');
    return `${label.padStart(labelWidth)} ${tick}${dots}`.trimEnd();
  });
  return [...lines, ...timeAxis(frame)];
}

function labelOf(index: number, zeroRow: number, { height, low, high }: PlotFrame): string {
  if (index === zeroRow) return '0';
  if (index === 0) return signed(high, 1);
  return index === height - 1 ? signed(low, 1) : '';
}

function timeAxis({ width, startSeconds, endSeconds, secondsWord }: PlotFrame): readonly string[] {
  const start = fixed(startSeconds, 2);
  const end = `${fixed(endSeconds, 2)} ${secondsWord}`;
  const gap = ' '.repeat(labelWidth + 1);
  return [
    `${gap}└${'─'.repeat(width)}`,
    `${gap} ${start}${end.padStart(Math.max(end.length + 1, width - start.length))}`,
  ];
}

function dotRow(value: number, { height, low, high }: PlotFrame): number {
  const last = height * 4 - 1;
  // The ends of the scale are rounded, so that a value can lie a hair beyond.
  return Math.max(0, Math.min(last, Math.round(((high - value) / (high - low)) * last)));
}

function dotColumn(timeSeconds: number, { width, startSeconds, endSeconds }: PlotFrame): number {
  const span = endSeconds - startSeconds;
  return span > 0 ? Math.round(((timeSeconds - startSeconds) / span) * (width * 2 - 1)) : 0;
}

function drawDots(cells: number[][], { timesSeconds, values }: Curve, frame: PlotFrame): void {
  let before: { readonly column: number; readonly row: number } | undefined;
  for (const [index, timeSeconds] of timesSeconds.entries()) {
    const value = values[index];
    const at =
      value === undefined ? undefined : { column: dotColumn(timeSeconds, frame), row: dotRow(value, frame) };
    if (at !== undefined) drawStroke(cells, before ?? at, at);
    before = at;
  }
}

type Dot = { readonly column: number; readonly row: number };

// Dot by dot along the longer direction, so that a stroke has no holes.
function drawStroke(cells: number[][], from: Dot, to: Dot): void {
  const steps = Math.max(Math.abs(to.column - from.column), Math.abs(to.row - from.row), 1);
  for (let step = 0; step <= steps; step += 1) {
    const column = Math.round(from.column + ((to.column - from.column) * step) / steps);
    const row = Math.round(from.row + ((to.row - from.row) * step) / steps);
    const line = cells[Math.floor(row / 4)];
    const place = Math.floor(column / 2);
    if (line !== undefined)
      line[place] = (line[place] ?? 0) | (dotBits[column % 2 === 0 ? 0 : 1][row % 4] ?? 0);
  }
}
