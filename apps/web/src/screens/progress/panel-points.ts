import { daysBetween, fillTemplate, type Side } from '@psoas/kernel';
import type { MeasuredTest } from '@psoas/core/diary';
import { amountWords, tenthWords, valueWords, type BestSet, type MeasuredPoint } from '@psoas/core/progress';
import text from '@psoas/knowledge/text/progress';
import type { PanelPoint } from '../../widgets/chart/panel-chart.tsx';
import { dayInTime, type ShownTime } from './time-words.ts';

type Place = { readonly side: Side; readonly time: Pick<ShownTime, 'from' | 'to'> };

/** A measured value as a chart shows and speaks it. A value taken another way than the first is drawn open. */
export function measuredPoint(test: MeasuredTest, point: MeasuredPoint, { side, time, first }: Place & { readonly first: MeasuredPoint }): PanelPoint {
  const spoken = fillTemplate(text.chart.giveOrTake, { value: valueWords(test, point.value, text.spokenValues), error: test === 'thomas' ? Math.round(point.error) : tenthWords(point.error) });
  return {
    at: daysBetween(time.from, point.day),
    value: point.value,
    error: point.error,
    shown: shownValue(test, point.value),
    spoken: fillTemplate(text.chart.spoken, { side: text.sides[side], when: dayInTime(point.day, time), value: spoken }),
    isOpen: point.method !== first.method || point.measuredBy !== first.measuredBy,
  };
}

/** The best set of a day as a chart shows and speaks it. A harder form is drawn open. */
export function bestPoint({ day, value, variant }: BestSet, { side, time, unit }: Place & { readonly unit: 'reps' | 'seconds' }): PanelPoint {
  const amount = fillTemplate(text.best[unit], { count: value });
  const spoken = variant === undefined ? amount : fillTemplate(text.best.harder, { value: amount });
  return {
    at: daysBetween(time.from, day),
    value,
    shown: String(value),
    spoken: fillTemplate(text.chart.spoken, { side: text.sides[side], when: dayInTime(day, time), value: spoken }),
    isOpen: variant !== undefined,
  };
}

/** The error of a value with its unit, for a table. */
export function errorText(test: MeasuredTest, { error }: MeasuredPoint): string {
  return amountWords(test, error, text.values);
}

function shownValue(test: MeasuredTest, value: number): string {
  if (test !== 'thomas') return tenthWords(value);
  const degrees = Math.round(Math.abs(value));
  return degrees === 0 ? fillTemplate(text.values.degrees, { degrees }) : fillTemplate(value > 0 ? text.values.shortAbove : text.values.shortBelow, { degrees });
}
