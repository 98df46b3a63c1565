import type { JSX } from 'preact';
import { fillTemplate, perSide, type Side } from '@psoas/kernel';
import { minuteWords, type PeriodWork } from '@psoas/core/progress';
import type { SessionsPart } from '@psoas/core/sharing';
import progressText from '@psoas/knowledge/text/progress';
import text from '@psoas/knowledge/text/shared';
import { BarChart, type BarGroup } from '../../widgets/chart/bar-chart.tsx';
import { periodLabel } from '../progress/time-words.ts';

type Work = PeriodWork[Side];

/** What each side did, week by week. */
export function WorkSection({ sessions: { weeks } }: { readonly sessions: SessionsPart }): JSX.Element {
  const has = (valueOf: (work: Work) => number): boolean => weeks.some(({ left, right }) => valueOf(left) + valueOf(right) > 0);
  const minutesOf = (work: Work): number => work.stretchSeconds / 60;
  const setsOf = (work: Work): number => work.strengthSets;
  const head = progressText.table;
  return (
    <section class="card stack">
      <h2>{text.sections.work}</h2>
      {!has(minutesOf) && !has(setsOf) && <p class="soft">{text.work.none}</p>}
      {has(minutesOf) && (
        <BarChart
          title={text.work.stretchTitle}
          unit={progressText.stretch.unit}
          heightRem={8}
          groups={groupsOf(weeks, minutesOf, (work) => fillTemplate(progressText.stretch.spoken, { minutes: minuteWords(work.stretchSeconds) }))}
          table={{ head: [head.week, head.leftMinutes, head.rightMinutes], rows: weeks.map(({ start, left, right }) => [periodLabel(start, 'week'), minuteWords(left.stretchSeconds), minuteWords(right.stretchSeconds)]) }}
        />
      )}
      {has(setsOf) && (
        <BarChart
          title={text.work.strengthTitle}
          unit={progressText.work.unit}
          heightRem={8}
          groups={groupsOf(weeks, setsOf, (work) => fillTemplate(progressText.work.value, { sets: work.strengthSets, reps: work.strengthReps }))}
          table={{ head: [head.week, head.leftSets, head.rightSets], rows: weeks.map(({ start, left, right }) => [periodLabel(start, 'week'), String(left.strengthSets), String(right.strengthSets)]) }}
        />
      )}
    </section>
  );
}

function groupsOf(weeks: readonly PeriodWork[], valueOf: (work: Work) => number, wordsOf: (work: Work) => string): readonly BarGroup[] {
  return weeks.map((week, index) => ({
    key: String(index),
    label: periodLabel(week.start, 'week'),
    values: perSide((side) => valueOf(week[side])),
    spoken: perSide((side) => fillTemplate(progressText.chart.spoken, { side: progressText.sides[side], when: fillTemplate(progressText.chart.weekOf, { day: periodLabel(week.start, 'week') }), value: wordsOf(week[side]) })),
  }));
}
