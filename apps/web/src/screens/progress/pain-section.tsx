import type { JSX } from 'preact';
import { daysBetween, fillTemplate } from '@psoas/kernel';
import { highestOfPeriods, type PainPoint } from '@psoas/core/progress';
import text from '@psoas/knowledge/text/progress';
import { fewDots, PainChart, type PainDot } from '../../widgets/chart/pain-chart.tsx';
import { dayInTime, tableDay, timeAxis, type ShownTime } from './time-words.ts';

type PainSectionProps = { readonly points: readonly PainPoint[]; readonly time: ShownTime };

/** Points up to which each session is drawn; beyond, the highest of a week or month. */
const mostPoints = 70;

/** Pain in each session and break, over the zones that decide what comes next. */
export function PainSection({ points, time }: PainSectionProps): JSX.Element {
  const inTime = points.filter(({ day }) => day >= time.from);
  const isMany = inTime.length > mostPoints;
  const shown = isMany ? highestOfPeriods(inTime, ({ highest }) => highest, time) : inTime;
  const sentence = isMany ? (time.period === 'week' ? text.pain.sentenceWeek : text.pain.sentenceMonth) : text.pain.sentence;
  return (
    <section class="card">
      <PainChart
        title={text.pain.title}
        sentence={[sentence, ...ringWords(shown)].join(' ')}
        unit={text.pain.unit}
        dots={shown.map((point) => dotOf(point, time))}
        time={timeAxis(time)}
        {...(shown.length === 0 && { empty: text.pain.empty })}
        table={{ head: [text.table.day, text.table.what, text.table.pain, text.table.nextDay], rows: shown.map((point) => rowOf(point, time)) }}
      />
    </section>
  );
}

function ringWords(shown: readonly PainPoint[]): readonly string[] {
  if (shown.length <= fewDots) return shown.some(({ nextDay }) => nextDay !== undefined) ? [text.pain.ring] : [];
  return shown.some(({ nextDay, highest }) => nextDay !== undefined && nextDay.painNow > highest) ? [text.pain.ringWorse] : [];
}

function dotOf(point: PainPoint, time: ShownTime): PainDot {
  const { id, day, highest, zone, of, nextDay } = point;
  const value = fillTemplate(text.pain.value, { pain: highest, zone: text.pain.zoneNames[zone] });
  const said = fillTemplate(text.chart.spokenOne, { when: `${dayInTime(day, time)}, ${text.pain.of[of]}`, value });
  return {
    key: id,
    at: daysBetween(time.from, day),
    value: highest,
    zone,
    ...(nextDay && { nextDay: nextDay.painNow }),
    spoken: nextDay === undefined ? said : `${said}. ${fillTemplate(text.pain.nextDay, { pain: nextDay.painNow, answer: text.pain.answers[nextDay.comparedWithBefore] })}`,
  };
}

function rowOf({ day, of, highest, zone, nextDay }: PainPoint, time: ShownTime): readonly string[] {
  return [
    tableDay(day, time),
    text.pain.of[of],
    fillTemplate(text.pain.value, { pain: highest, zone: text.pain.zoneNames[zone] }),
    nextDay === undefined ? '–' : `${nextDay.painNow}, ${text.pain.answers[nextDay.comparedWithBefore]}`,
  ];
}
