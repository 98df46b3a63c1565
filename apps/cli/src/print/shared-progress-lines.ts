import { fillTemplate } from '@psoas/kernel';
import type { MeasurementsPart, SessionsPart, SharedPain, SharedPlanChange, SharedPoint, SharedSeries } from '@psoas/core/sharing';
import { valueWords } from '@psoas/core/progress';
import text from '@psoas/knowledge/text/cli-share';
import progressText from '@psoas/knowledge/text/progress';
import { exerciseName } from '../exercise-name.ts';
import { dayText } from './day-text.ts';

const words = text.show;

/** So many of the latest are shown; the rest is in `--json`. */
const latestPains = 6;
const latestChanges = 5;

/** What was done, how it felt, and what the plan made of it. */
export function sharedSessionLines({ adherence, lastDay, done, pain, planChanges, held }: SessionsPart): readonly string[] {
  const days = adherence && { done: adherence.doneDays, planned: adherence.plannedDays, from: dayText(adherence.from), to: dayText(adherence.to) };
  return [
    ...(days === undefined ? [] : [fillTemplate(words.days, days)]),
    lastDay === undefined ? words.noSession : fillTemplate(words.lastDay, { day: dayText(lastDay) }),
    fillTemplate(words.work, { sessions: done.sessions, breaks: done.breaks }),
    ...titled(words.painTitle, pain.points.slice(-latestPains).map(painText)),
    ...(held === undefined || held.exercises.length === 0 ? [] : [fillTemplate(words.held, { exercises: held.exercises.map(exerciseName).join(', ') })]),
    ...titled(words.changes, planChanges.slice(0, latestChanges).map(changeText)),
  ];
}

/** What was measured at home: of each side the first value, the latest, and what can be said of them. */
export function sharedMeasurementLines({ series }: MeasurementsPart): readonly string[] {
  return series.length === 0 ? [words.nothing] : series.map(seriesText);
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`)];
}

function painText({ day, highest, nextDay }: SharedPain): string {
  const next = nextDay === undefined ? '' : fillTemplate(words.nextDay, { answer: words.nextDays[nextDay.comparedWithBefore] });
  return fillTemplate(words.painDay, { day: dayText(day), highest, next });
}

function changeText({ day, key, values, exercise }: SharedPlanChange): string {
  const what = fillTemplate(progressText.plan.kinds[key], values);
  return `${dayText(day)}: ${exercise === undefined ? '' : `${exerciseName(exercise)}: `}${what}`;
}

function seriesText({ test, left, right }: SharedSeries): string {
  const ofSide = (points: readonly SharedPoint[]): string => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return words.nothing;
    const values = [...new Set([first, last])].map(({ day, value }) => `${valueWords(test, value, progressText.values)} (${dayText(day)})`);
    return values.join(', ');
  };
  return fillTemplate(words.series, { test: progressText.tests[test], left: ofSide(left), right: ofSide(right) });
}
