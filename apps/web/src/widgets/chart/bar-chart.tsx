import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { sides, type PerSide } from '@psoas/kernel';
import text from '@psoas/knowledge/text/progress';
import { TimeAxis, ValueAxis, type PlotArea } from './axes.tsx';
import { ChartFrame, type ChartFrameProps, type Plot } from './chart-frame.tsx';
import { createScale, niceTicks } from './scale.ts';
import type { ChartBox } from './use-chart-box.ts';

/** One group of bars: a week or a month. */
export type BarGroup = { readonly key: string; readonly label: string; readonly values: PerSide<number>; readonly spoken: PerSide<string> };

type BarChartProps = ChartFrameProps & {
  readonly groups: readonly BarGroup[];
  /** A line across, with its words. */
  readonly limit?: { readonly value: number; readonly label: string };
  readonly heightRem?: number;
};

/** Bars of both sides beside each other: the left one full, the right one striped. */
export function BarChart({ groups, limit, heightRem = 10, ...frame }: BarChartProps): JSX.Element {
  const stripes = `stripes-${useId()}`;
  return <ChartFrame {...frame} plot={(box) => plotBars({ groups, limit, heightRem, unit: frame.unit ?? '', stripes }, box)} />;
}

type Drawing = Pick<BarChartProps, 'groups'> & { readonly limit: BarChartProps['limit']; readonly heightRem: number; readonly unit: string; readonly stripes: string };

function plotBars({ groups, limit, heightRem, unit, stripes }: Drawing, { width, rem }: ChartBox): Plot {
  const height = (heightRem + (limit === undefined ? 0 : 1)) * rem;
  const area: PlotArea = { left: 2 * rem, right: width, top: (limit === undefined ? 1.9 : 2.9) * rem, bottom: height - 1.6 * rem, rem };
  const highest = Math.max(1, ...groups.flatMap(({ values }) => [values.left, values.right]), limit?.value ?? 0);
  const ticks = niceTicks(0, highest, 2);
  const y = createScale([0, ticks.at(-1) ?? 1], [area.bottom, area.top]);
  const band = (area.right - area.left) / Math.max(1, groups.length);
  const bar = Math.min(band * 0.36, 1.2 * rem);
  const gap = Math.min(2, bar * 0.15);
  const centreOf = (index: number): number => area.left + (index + 0.5) * band;
  const leftEdge = (index: number, side: 'left' | 'right'): number => centreOf(index) + (side === 'left' ? -bar - gap / 2 : gap / 2);
  const marks = groups.flatMap((group, index) =>
    sides.map((side, series) => ({ series, x: leftEdge(index, side) + bar / 2, y: y(group.values[side]), spoken: group.spoken[side] })),
  );
  const shapes = (
    <>
      <defs>
        <pattern id={stripes} width={0.3 * rem} height={0.3 * rem} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="chart-stripe-under" width={0.3 * rem} height={0.3 * rem} />
          <rect class="chart-right" width={0.17 * rem} height={0.3 * rem} />
        </pattern>
      </defs>
      <ValueAxis area={area} ticks={ticks} y={y} unit={unit} />
      <SideKey area={area} stripes={stripes} />
      {limit !== undefined && (
        <g class="chart-limit">
          <line x1={area.left} x2={area.right} y1={y(limit.value)} y2={y(limit.value)} />
          <text x={area.right} y={y(limit.value) - 0.3 * rem} text-anchor="end">
            {limit.label}
          </text>
        </g>
      )}
      {groups.map((group, index) =>
        sides.map((side) => {
          const top = y(group.values[side]);
          if (group.values[side] <= 0) return null;
          const look = side === 'left' ? { class: 'chart-left' } : bar < 0.3 * rem ? { class: 'chart-right' } : { class: 'chart-striped', fill: `url(#${stripes})` };
          return <rect key={`${group.key}:${side}`} {...look} x={leftEdge(index, side)} y={top} width={bar} height={area.bottom - top} rx={Math.min(3, bar / 4)} />;
        }),
      )}
      <TimeAxis area={area} labels={groups.map(({ label }, index) => ({ x: centreOf(index), label }))} />
    </>
  );
  return { height, marks, shapes };
}

// The names of the bars, at the bars' own look.
function SideKey({ area: { right, rem }, stripes }: { readonly area: PlotArea; readonly stripes: string }): JSX.Element {
  const size = 0.75 * rem;
  const second = right - 3.9 * rem;
  const first = second - 4.1 * rem;
  return (
    <g class="chart-key">
      <rect class="chart-left" x={first} y={0.15 * rem} width={size} height={size} rx={2} />
      <text x={first + 1.1 * rem} y={0.8 * rem}>
        {text.sides.left}
      </text>
      <rect class="chart-striped" fill={`url(#${stripes})`} x={second} y={0.15 * rem} width={size} height={size} rx={2} />
      <text x={second + 1.1 * rem} y={0.8 * rem}>
        {text.sides.right}
      </text>
    </g>
  );
}
