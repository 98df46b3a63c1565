import type { JSX } from 'preact';
import { fillTemplate, perSide, sides } from '@psoas/kernel';
import type { MeasuredTest } from '@psoas/core/diary';
import { changeWords, valueWords, type MeasuredSeries, type Progress } from '@psoas/core/progress';
import measureText from '@psoas/knowledge/text/measure';
import text from '@psoas/knowledge/text/progress';
import { PanelChart } from '../../widgets/chart/panel-chart.tsx';
import { errorText, measuredPoint } from './panel-points.ts';
import { tableDay, timeAxis, type ShownTime } from './time-words.ts';

type MeasuredChartsProps = { readonly progress: Progress; readonly time: ShownTime };

const textByTest = { thomas: text.range, 'seated-raises': text.raises, 'seated-hold': text.hold } as const;

/** What was measured, with its error. The range always has its place; lifts and holds only once they were measured. */
export function MeasuredCharts({ progress, time }: MeasuredChartsProps): JSX.Element {
  return (
    <>
      {progress.measured
        .filter(({ test, left, right }) => test === 'thomas' || left.length + right.length > 0)
        .map((series) => (
          <section key={series.test} class="card">
            <MeasuredChart series={series} progress={progress} time={time} />
            {series.left.length + series.right.length === 0 && (
              <p>
                <a href="/measure">{measureText.links.progress}</a>
              </p>
            )}
          </section>
        ))}
    </>
  );
}

function MeasuredChart({ series, progress, time }: MeasuredChartsProps & { readonly series: MeasuredSeries }): JSX.Element {
  const { test, notUsed } = series;
  const words = textByTest[test];
  const inTime = perSide((side) => series[side].filter(({ day }) => day >= time.from));
  const points = perSide((side) => {
    const [first] = series[side];
    return first === undefined ? [] : inTime[side].map((point) => measuredPoint(test, point, { side, time, first }));
  });
  const said = [...sides.flatMap((side) => saidOf(test, side, progress)), ...(notUsed > 0 ? [fillTemplate(text.range.notUsed, { count: notUsed })] : [])];
  return (
    <PanelChart
      title={words.title}
      sentence={words.sentence}
      unit={words.unit}
      series={points}
      time={timeAxis(time)}
      said={said}
      {...(test === 'thomas' ? { level: { value: 0, label: text.chart.level } } : { fromZero: true })}
      {...(points.left.length + points.right.length === 0 && { empty: series.left.length + series.right.length === 0 ? text.range.never : words.empty })}
      table={{
        head: [text.table.day, text.table.what, text.table.error, text.table.how],
        rows: rowsOf(inTime).map(({ side, point }) => [tableDay(point.day, time), `${text.sides[side]}: ${valueWords(test, point.value, text.values)}`, errorText(test, point), text.methods[point.method]]),
      }}
    />
  );
}

function saidOf(test: MeasuredTest, side: 'left' | 'right', { changes }: Progress): readonly string[] {
  const change = changes[test][side];
  return change.kind === 'nothing' ? [] : [`${text.sides[side]}. ${changeWords(test, change, text)}`];
}

function rowsOf(series: Pick<MeasuredSeries, 'left' | 'right'>): readonly { readonly side: 'left' | 'right'; readonly point: MeasuredSeries['left'][number] }[] {
  return sides.flatMap((side) => series[side].map((point) => ({ side, point }))).toSorted((one, other) => one.point.atMillis - other.point.atMillis);
}
