import type { JSX } from 'preact';
import type { Zone } from '@psoas/core/session';
import text from '@psoas/knowledge/text/progress';
import { TimeAxis, ValueAxis, type PlotArea } from './axes.tsx';
import { ChartFrame, type ChartFrameProps, type Plot } from './chart-frame.tsx';
import { Marker, type MarkerKind } from './marker.tsx';
import { createScale } from './scale.ts';
import type { ChartBox } from './use-chart-box.ts';

/** One report of pain, 0 to 10. */
export type PainDot = { readonly key: string; readonly at: number; readonly value: number; readonly zone: Zone; readonly nextDay?: number; readonly spoken: string };

type PainChartProps = ChartFrameProps & {
  readonly dots: readonly PainDot[];
  readonly time: { readonly from: number; readonly to: number; readonly labels: readonly { readonly at: number; readonly label: string }[] };
  readonly heightRem?: number;
};

/** Dots up to which the days after are all drawn; beyond, only those that were worse. */
export const fewDots = 30;

const kindByZone: { readonly [zone in Zone]: MarkerKind } = { green: 'circle', amber: 'diamond', red: 'triangle' };
/** Where zones meet: between 3 and 4, and between 5 and 6. */
const zones: readonly { readonly zone: Zone; readonly from: number; readonly to: number }[] = [
  { zone: 'red', from: 5.5, to: 10.5 },
  { zone: 'amber', from: 3.5, to: 5.5 },
  { zone: 'green', from: -0.5, to: 3.5 },
];

/** Dots over zones: the shape says the zone as well as the place does. The day after is a small ring. */
export function PainChart({ dots, time, heightRem = 11, ...frame }: PainChartProps): JSX.Element {
  return <ChartFrame {...frame} plot={(box) => plotPain({ dots, time, heightRem, unit: frame.unit ?? '' }, box)} />;
}

function plotPain({ dots, time, heightRem, unit }: Pick<PainChartProps, 'dots' | 'time'> & { readonly unit: string; readonly heightRem: number }, { width, rem }: ChartBox): Plot {
  const height = heightRem * rem;
  const area: PlotArea = { left: 2 * rem, right: width - 3.6 * rem, top: 1.5 * rem, bottom: height - 1.6 * rem, rem };
  const x = createScale([time.from, time.to], [area.left + 0.8 * rem, area.right - 0.8 * rem]);
  const y = createScale([-0.5, 10.5], [area.bottom, area.top]);
  const size = (dots.length > 40 ? 0.24 : 0.3) * rem;
  const shapes = (
    <>
      {zones.map(({ zone, from, to }) => (
        <g key={zone} class={`chart-zone-${zone}`}>
          <rect x={area.left} y={y(to)} width={area.right - area.left} height={y(from) - y(to)} />
          <text x={area.right + 0.5 * rem} y={(y(from) + y(to)) / 2 + 0.28 * rem}>
            {text.pain.zoneNames[zone]}
          </text>
        </g>
      ))}
      <ValueAxis area={area} ticks={[0, 5, 10]} y={y} unit={unit} />
      <TimeAxis area={area} labels={time.labels.map(({ at, label }) => ({ x: x(at), label }))} />
      {dots.map(({ key, at, value, zone, nextDay }) => (
        <g key={key} class={`chart-pain chart-pain-${zone}`}>
          {nextDay !== undefined && showsNextDay(value, nextDay, dots.length) && (
            <>
              <line class="chart-stem" x1={x(at)} x2={x(at)} y1={y(value)} y2={y(nextDay)} />
              <circle class="chart-mark chart-mark-open" cx={x(at)} cy={y(nextDay)} r={size * 0.8} />
            </>
          )}
          <Marker kind={kindByZone[zone]} x={x(at)} y={y(value)} size={size} />
        </g>
      ))}
    </>
  );
  return { height, marks: dots.map(({ at, value, spoken }) => ({ series: 0, x: x(at), y: y(value), spoken })), shapes };
}

// Where many stand close together only a day after that was worse is drawn; all are spoken and in the table.
function showsNextDay(value: number, nextDay: number, count: number): boolean {
  return nextDay > value || (nextDay < value && count <= fewDots);
}
