import type { JSX } from 'preact';
import { keepLabels, type Scale } from './scale.ts';

/** The inner room of a plot. */
export type PlotArea = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly rem: number };

type ValueAxisProps = { readonly area: PlotArea; readonly ticks: readonly number[]; readonly y: Scale; readonly unit?: string };

/** Few numbers at the left, and their unit above. */
export function ValueAxis({ area, ticks, y, unit }: ValueAxisProps): JSX.Element {
  return (
    <g class="chart-axis">
      {ticks.map((tick) => (
        <text key={tick} x={area.left - 0.4 * area.rem} y={y(tick) + 0.28 * area.rem} text-anchor="end">
          {tick < 0 ? `−${-tick}` : tick}
        </text>
      ))}
      {unit !== undefined && (
        <text x={0} y={0.8 * area.rem}>
          {unit}
        </text>
      )}
    </g>
  );
}

/** A name below the plot at a place of it. */
export type TimeLabel = { readonly x: number; readonly label: string };

type TimeAxisProps = { readonly area: PlotArea; readonly labels: readonly TimeLabel[] };

/** The line that values stand on, and as many names of times below it as fit. The newest always has one. */
export function TimeAxis({ area, labels }: TimeAxisProps): JSX.Element {
  const half = 1.5 * area.rem;
  const middles = labels.map(({ x }) => ({ start: x + half, middle: x, end: x - half })[anchorOf(x, area)]);
  const shown = keepLabels(middles, 3.9 * area.rem).flatMap((index) => labels[index] ?? []);
  return (
    <g class="chart-axis">
      <line class="chart-base" x1={area.left} x2={area.right} y1={area.bottom} y2={area.bottom} />
      {shown.map(({ x, label }, index) => (
        <text key={`${label}:${index}`} x={x} y={area.bottom + 1.15 * area.rem} text-anchor={anchorOf(x, area)}>
          {label}
        </text>
      ))}
    </g>
  );
}

// A name at the edge stays inside.
function anchorOf(x: number, { left, right, rem }: PlotArea): 'start' | 'middle' | 'end' {
  if (x > right - 1.4 * rem) return 'end';
  return x < left + 1.1 * rem ? 'start' : 'middle';
}
