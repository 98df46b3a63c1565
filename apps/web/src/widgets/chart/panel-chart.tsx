import type { JSX } from 'preact';
import { sides, type PerSide, type Side } from '@psoas/kernel';
import text from '@psoas/knowledge/text/progress';
import { TimeAxis, ValueAxis, type PlotArea, type TimeLabel } from './axes.tsx';
import { ChartFrame, type ChartFrameProps, type Plot } from './chart-frame.tsx';
import { Marker } from './marker.tsx';
import { createScale, niceTicks, type Scale } from './scale.ts';
import type { ChartBox } from './use-chart-box.ts';

/** One value in time. `at` counts in any unit, the same for all. */
export type PanelPoint = {
  readonly at: number;
  readonly value: number;
  /** Drawn as a band around the line. */
  readonly error?: number;
  readonly shown: string;
  readonly spoken: string;
  /** Drawn open: not quite like the others, such as another method or a harder form. */
  readonly isOpen?: boolean;
};

type PanelChartProps = ChartFrameProps & {
  readonly series: PerSide<readonly PanelPoint[]>;
  /** The time shown, and its names. */
  readonly time: { readonly from: number; readonly to: number; readonly labels: readonly { readonly at: number; readonly label: string }[] };
  /** A value with a line of its own across both panels. */
  readonly level?: { readonly value: number; readonly label: string };
  /** Whether the axis begins at 0. */
  readonly fromZero?: boolean;
  /** Low panels beside each other, however narrow, without a name at the level: for paper. */
  readonly isSmall?: boolean;
};

/** A panel for each side with the same axes: a line through the values, a band for their error, the first value dashed. */
export function PanelChart({ series, time, level, fromZero = false, isSmall = false, ...frame }: PanelChartProps): JSX.Element {
  return <ChartFrame {...frame} plot={(box) => plotPanels({ series, time, level, fromZero, isSmall, unit: frame.unit ?? '' }, box)} />;
}

type Drawing = Pick<PanelChartProps, 'series' | 'time'> & { readonly level: PanelChartProps['level']; readonly fromZero: boolean; readonly isSmall: boolean; readonly unit: string };

function plotPanels(drawing: Drawing, { width, rem }: ChartBox): Plot {
  const { series, time, level, fromZero, isSmall, unit } = drawing;
  const isWide = isSmall || width > 36 * rem;
  const panelHeight = (isSmall ? 7 : 9.5) * rem;
  const panelWidth = isWide ? (width - 1.5 * rem) / 2 : width;
  const all = sides.flatMap((side) => series[side]);
  const lows = all.map(({ value, error = 0 }) => value - error);
  const highs = all.map(({ value, error = 0 }) => value + error);
  const ends = [...(level === undefined ? [] : [level.value]), ...(fromZero ? [0] : [])];
  const ticks = niceTicks(Math.min(...lows, ...ends), Math.max(...highs, ...ends), 3);
  const panels = sides.map((side, index) => {
    const left = isWide ? index * (panelWidth + 1.5 * rem) : 0;
    const top = isWide ? 0 : index * panelHeight;
    const area: PlotArea = { left: left + 2.2 * rem, right: left + panelWidth - (level === undefined || isSmall ? 0.5 : 3) * rem, top: top + 2 * rem, bottom: top + panelHeight - 1.8 * rem, rem };
    const x = createScale([time.from, time.to], [area.left + 0.4 * rem, area.right - 0.4 * rem]);
    const y = createScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [area.bottom, area.top]);
    return { side, index, area, x, y, left, top };
  });
  const marks = panels.flatMap(({ side, index, x, y }) => series[side].map((point) => ({ series: index, x: x(point.at), y: y(point.value), spoken: point.spoken })));
  const shapes = panels.map(({ side, area, x, y, left, top }) => (
    <g key={side}>
      <text class="chart-side" x={left} y={top + 0.85 * rem}>
        {text.sides[side]}
        <tspan class="chart-unit" dx={0.5 * rem}>
          {unit}
        </tspan>
      </text>
      <ValueAxis area={area} ticks={ticks} y={y} />
      <TimeAxis area={area} labels={time.labels.map(({ at, label }): TimeLabel => ({ x: x(at), label }))} />
      {level !== undefined && <LevelLine area={area} y={y(level.value)} label={isSmall ? '' : level.label} />}
      <Row side={side} points={series[side]} x={x} y={y} area={area} />
    </g>
  ));
  return { height: (isWide ? 1 : 2) * panelHeight, marks, shapes };
}

function LevelLine({ area, y, label }: { readonly area: PlotArea; readonly y: number; readonly label: string }): JSX.Element {
  return (
    <g class="chart-level">
      <line x1={area.left} x2={area.right} y1={y} y2={y} />
      <text x={area.right + 0.4 * area.rem} y={y + 0.28 * area.rem}>
        {label}
      </text>
    </g>
  );
}

type RowProps = { readonly side: Side; readonly points: readonly PanelPoint[]; readonly x: Scale; readonly y: Scale; readonly area: PlotArea };

function Row({ side, points, x, y, area }: RowProps): JSX.Element {
  const { rem } = area;
  const [first, last] = [points[0], points.at(-1)];
  const isMany = points.length > 24;
  if (first === undefined || last === undefined)
    return (
      <text class="chart-missing" x={area.left + 0.5 * rem} y={(area.top + area.bottom) / 2}>
        {text.changes.nothing}
      </text>
    );
  return (
    <g class={`chart-row-${side}`}>
      <path class="chart-band" d={bandPath(points, x, y, 0.4 * rem)} />
      {points.length > 1 && first.error !== undefined && <line class="chart-first" x1={x(first.at)} x2={area.right} y1={y(first.value)} y2={y(first.value)} />}
      <polyline class="chart-line" points={points.map((point) => `${x(point.at).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ')} />
      {points.map((point, index) => (isMany && index < points.length - 1 ? null : <Marker key={point.at} kind={side === 'left' ? 'circle' : 'square'} x={x(point.at)} y={y(point.value)} size={0.3 * rem} isOpen={point.isOpen === true} />))}
      <text class="chart-value" x={x(last.at)} y={y(last.value) - 0.6 * rem} text-anchor={points.length > 1 ? 'end' : 'middle'}>
        {last.shown}
      </text>
    </g>
  );
}

// A lone value has a band as wide as its mark.
function bandPath(points: readonly PanelPoint[], x: Scale, y: Scale, half: number): string {
  const [only] = points;
  const held = points.length === 1 && only !== undefined ? [{ x: x(only.at) - half, point: only }, { x: x(only.at) + half, point: only }] : points.map((point) => ({ x: x(point.at), point }));
  if (held.every(({ point }) => point.error === undefined)) return '';
  const upper = held.map(({ x: at, point }) => `${at.toFixed(1)} ${y(point.value + (point.error ?? 0)).toFixed(1)}`);
  const lower = held.toReversed().map(({ x: at, point }) => `${at.toFixed(1)} ${y(point.value - (point.error ?? 0)).toFixed(1)}`);
  return `M${[...upper, ...lower].join('L')}Z`;
}
