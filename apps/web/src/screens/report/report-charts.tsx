import type { JSX } from 'preact';
import { daysBetween, perSide, sides } from '@psoas/kernel';
import type { Report, ReportSection } from '@psoas/core/progress';
import progressText from '@psoas/knowledge/text/progress';
import text from '@psoas/knowledge/text/report';
import { BarChart } from '../../widgets/chart/bar-chart.tsx';
import { PanelChart } from '../../widgets/chart/panel-chart.tsx';
import { PainChart } from '../../widgets/chart/pain-chart.tsx';
import { measuredPoint } from '../progress/panel-points.ts';
import { periodLabel, shownTime, timeAxis } from '../progress/time-words.ts';

const noTable = { head: [], rows: [] };

/** The small chart of a section, where it has one: black and white is enough, and the words beside it hold the numbers. */
export function ReportCharts({ section, report }: { readonly section: ReportSection['key']; readonly report: Report }): JSX.Element | null {
  const { weeks, pain, on } = report;
  const [firstWeek] = weeks;
  if (firstWeek === undefined) return null;
  if (section === 'measured') return <RangeChart report={report} />;
  if (section === 'done' && weeks.length > 1)
    return (
      <BarChart
        title={text.done.chart}
        isStill
        heightRem={6.5}
        table={noTable}
        groups={weeks.map(({ start, left, right }) => ({ key: start, label: periodLabel(start, 'week'), values: { left: left.stretchSeconds / 60, right: right.stretchSeconds / 60 }, spoken: perSide(() => '') }))}
      />
    );
  const points = pain.points.filter(({ day }) => day >= firstWeek.start);
  if (section !== 'pain' || points.length < 2) return null;
  const time = timeAxis(shownTime('all', { today: on, first: firstWeek.start, firstWeekday: 1 }));
  return (
    <PainChart
      title={text.pain.chart}
      isStill
      table={noTable}
      heightRem={8}
      dots={points.map(({ id, day, highest, zone, nextDay }) => ({ key: id, at: daysBetween(firstWeek.start, day), value: highest, zone, spoken: '', ...(nextDay && { nextDay: nextDay.painNow }) }))}
      time={time}
    />
  );
}

function RangeChart({ report: { measured, on } }: { readonly report: Report }): JSX.Element | null {
  const range = measured.find(({ test }) => test === 'thomas');
  const days = sides.flatMap((side) => range?.[side].map(({ day }) => day) ?? []).toSorted();
  const [from] = days;
  if (range === undefined || from === undefined || days.length < 3) return null;
  return (
    <PanelChart
      title={text.measured.chart}
      isStill
      isSmall
      table={noTable}
      series={perSide((side) => range[side].flatMap((point, _, [first]) => (first === undefined ? [] : [measuredPoint('thomas', point, { side, time: { from, to: on }, first })])))}
      level={{ value: 0, label: progressText.chart.level }}
      time={timeAxis({ ...shownTime('all', { today: on, first: from, firstWeekday: 1 }), from })}
    />
  );
}
