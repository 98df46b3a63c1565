import type { JSX } from 'preact';
import { fillTemplate, perSide, type Side } from '@psoas/kernel';
import type { DiaryState } from '@psoas/core/diary';
import { highestOfPeriods, minuteWords, strengthSeries, workByPeriod, type BestSet, type PeriodWork } from '@psoas/core/progress';
import text from '@psoas/knowledge/text/progress';
import { BarChart, type BarGroup } from '../../widgets/chart/bar-chart.tsx';
import { PanelChart } from '../../widgets/chart/panel-chart.tsx';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { bestPoint } from './panel-points.ts';
import { periodLabel, spokenPeriod, tableDay, timeAxis, type ShownTime } from './time-words.ts';

type WorkChartsProps = { readonly state: DiaryState; readonly time: ShownTime; readonly withLimit: boolean };

/** [P-03] Minutes of stretch a side and week beyond which more brings no more (source S34). */
const enoughMinutes = 10;
/** Points a side up to which each is drawn. */
const mostPoints = 60;

/** What both sides did: minutes of stretch, sets of strength, the best set. */
export function WorkCharts({ state, time, withLimit }: WorkChartsProps): JSX.Element {
  const periods = workByPeriod(state, time);
  const inWeeks = time.period === 'week';
  const head = inWeeks ? text.table.week : text.table.month;
  return (
    <>
      <section class="card">
        <BarChart
          title={text.stretch.title}
          sentence={inWeeks ? text.stretch.sentenceWeek : text.stretch.sentenceMonth}
          unit={text.stretch.unit}
          groups={groupsOf(periods, time, (work) => work.stretchSeconds / 60, (work) => fillTemplate(text.stretch.spoken, { minutes: minuteWords(work.stretchSeconds) }))}
          {...(withLimit && inWeeks && { limit: { value: enoughMinutes, label: text.stretch.limit } })}
          {...(hasNone(periods, 'stretchSeconds') && { empty: text.stretch.empty })}
          table={{ head: [head, text.table.leftMinutes, text.table.rightMinutes], rows: periods.map(({ start, left, right }) => [periodLabel(start, time.period), minuteWords(left.stretchSeconds), minuteWords(right.stretchSeconds)]) }}
        />
      </section>
      <section class="card">
        <BarChart
          title={text.work.title}
          sentence={inWeeks ? text.work.sentenceWeek : text.work.sentenceMonth}
          unit={text.work.unit}
          groups={groupsOf(periods, time, (work) => work.strengthSets, (work) => fillTemplate(text.work.value, { sets: work.strengthSets, reps: work.strengthReps }))}
          {...(hasNone(periods, 'strengthSets') && { empty: text.work.empty })}
          table={{ head: [head, text.table.leftSets, text.table.rightSets], rows: periods.map(({ start, left, right }) => [periodLabel(start, time.period), String(left.strengthSets), String(right.strengthSets)]) }}
        />
      </section>
      <BestSetChart state={state} time={time} />
    </>
  );
}

function BestSetChart({ state, time }: Pick<WorkChartsProps, 'state' | 'time'>): JSX.Element | null {
  const best = strengthSeries(state, time.from);
  if (best === undefined) return null;
  const thin = (points: readonly BestSet[]): readonly BestSet[] => (points.length > mostPoints ? highestOfPeriods(points, ({ value }) => value, time) : points);
  const series = perSide((side) => thin(best[side]).map((set) => bestPoint(set, { side, unit: best.unit, time })));
  const days = [...new Set([...thin(best.left), ...thin(best.right)].map(({ day }) => day))].toSorted();
  const cell = (side: Side, day: string): string => best[side].filter((set) => set.day === day).map(({ value }) => String(value))[0] ?? '–';
  return (
    <section class="card">
      <PanelChart
        title={fillTemplate(text.best.title, { exercise: exerciseName(best.exercise) })}
        sentence={text.best.sentence}
        unit={best.unit === 'reps' ? text.best.unitReps : text.best.unitSeconds}
        series={series}
        time={timeAxis(time)}
        fromZero
        table={{ head: [text.table.day, text.table.left, text.table.right], rows: days.map((day) => [tableDay(day, time), cell('left', day), cell('right', day)]) }}
      />
    </section>
  );
}

function groupsOf(periods: readonly PeriodWork[], time: ShownTime, valueOf: (work: PeriodWork[Side]) => number, wordsOf: (work: PeriodWork[Side]) => string): readonly BarGroup[] {
  return periods.map((period) => ({
    key: period.start,
    label: periodLabel(period.start, time.period),
    values: perSide((side) => valueOf(period[side])),
    spoken: perSide((side) => fillTemplate(text.chart.spoken, { side: text.sides[side], when: spokenPeriod(period.start, time), value: wordsOf(period[side]) })),
  }));
}

function hasNone(periods: readonly PeriodWork[], key: 'stretchSeconds' | 'strengthSets'): boolean {
  return periods.every(({ left, right }) => left[key] + right[key] === 0);
}
