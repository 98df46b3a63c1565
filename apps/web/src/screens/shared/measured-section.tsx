import type { JSX } from 'preact';
import { fillTemplate, perSide, sides, type LocalDate } from '@psoas/kernel';
import { changeWords, valueWords, type MeasuredPoint } from '@psoas/core/progress';
import type { SharedPoint, SharedSeries, SharedView } from '@psoas/core/sharing';
import progressText from '@psoas/knowledge/text/progress';
import reportText from '@psoas/knowledge/text/report';
import text from '@psoas/knowledge/text/shared';
import { useSettings } from '../../app/use-settings.ts';
import { PanelChart } from '../../widgets/chart/panel-chart.tsx';
import { firstWeekdayOf } from '../progress/first-weekday.ts';
import { errorText, measuredPoint } from '../progress/panel-points.ts';
import { tableDay, timeAxis } from '../progress/time-words.ts';
import { PartCard } from './part-card.tsx';
import { shownSince } from './shown-since.ts';

const textByTest = { thomas: progressText.range, 'seated-raises': progressText.raises, 'seated-hold': progressText.hold } as const;

/** What was measured on each side, with its error. */
export function MeasuredSection({ view, today }: { readonly view: SharedView; readonly today: LocalDate }): JSX.Element {
  const series = (view.measurements?.series ?? []).filter(({ left, right }) => left.length + right.length > 0);
  return (
    <PartCard part="measurements" view={view} title={text.sections.measured}>
      {series.length === 0 && <p class="soft">{reportText.measured.none}</p>}
      {series.map((each, index) => (
        <MeasuredChart key={index} series={each} today={today} />
      ))}
    </PartCard>
  );
}

function MeasuredChart({ series, today }: { readonly series: SharedSeries; readonly today: LocalDate }): JSX.Element {
  const [{ region }] = useSettings();
  const { test, change, notUsed } = series;
  const words = textByTest[test];
  const time = shownSince(sides.flatMap((side) => series[side].map(({ day }) => day)), today, firstWeekdayOf(region));
  const shown = perSide((side) => series[side].filter(({ day }) => day >= time.from && day <= time.to).map(asMeasured));
  const said = [
    ...sides.flatMap((side) => (change[side].kind === 'nothing' ? [] : [`${progressText.sides[side]}. ${changeWords(test, change[side], progressText)}`])),
    ...(notUsed > 0 ? [fillTemplate(progressText.range.notUsed, { count: notUsed })] : []),
  ];
  const rows = sides.flatMap((side) => shown[side].map((point) => ({ side, point }))).toSorted((one, other) => (one.point.day < other.point.day ? -1 : one.point.day > other.point.day ? 1 : 0));
  return (
    <PanelChart
      title={words.title}
      sentence={words.sentence}
      unit={words.unit}
      series={perSide((side) => shown[side].flatMap((point, _, [first]) => (first === undefined ? [] : [measuredPoint(test, point, { side, time, first })])))}
      time={timeAxis(time)}
      said={said}
      {...(test === 'thomas' ? { level: { value: 0, label: progressText.chart.level } } : { fromZero: true })}
      {...(rows.length === 0 && { empty: words.empty })}
      table={{
        head: [progressText.table.day, progressText.table.what, progressText.table.error, progressText.table.how],
        rows: rows.map(({ side, point }) => [tableDay(point.day, time), `${progressText.sides[side]}: ${valueWords(test, point.value, progressText.values)}`, errorText(test, point), progressText.methods[point.method]]),
      }}
    />
  );
}

// Who read it is not shared; its error knows it.
function asMeasured(point: SharedPoint, index: number): MeasuredPoint {
  return { ...point, error: Math.abs(point.error), atMillis: index, measuredBy: '' };
}
