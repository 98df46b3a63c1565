import { addDays, type LocalDate } from '@psoas/kernel';
import type { DiaryState } from '../diary/index.ts';
import { isPlanned, type Plan } from './planned-days.ts';
import { addMonths, weekStartOf } from './span.ts';

/** [PR-03] What a day was or will be. A planned day that has passed without a session is simply `none`. */
export const calendarMarks = ['session', 'break', 'rest', 'planned', 'none'] as const;
export type CalendarMark = (typeof calendarMarks)[number];

/** One day of the calendar. */
export type CalendarDay = {
  readonly day: LocalDate;
  readonly mark: CalendarMark;
  readonly sessions: number;
  /** Seconds of work in sessions; a set of both sides counts once. */
  readonly sessionSeconds: number;
  readonly breaks: number;
  readonly hasCheck: boolean;
  readonly hasMeasurement: boolean;
  readonly hasNote: boolean;
};

/** What a calendar needs besides the diary. */
export type CalendarInput = { readonly today: LocalDate; readonly plan: Plan | undefined; readonly firstWeekday: number };

/** [PR-03] The weeks of a month; days of its neighbours are absent. `monthStart` is its first day. */
export function calendarOf(state: DiaryState, monthStart: LocalDate, input: CalendarInput): readonly (readonly (CalendarDay | undefined)[])[] {
  const next = addMonths(monthStart, 1);
  const dayOf = createDayReader(state, monthStart, { ...input, next });
  const weeks: (CalendarDay | undefined)[][] = [];
  for (let week = weekStartOf(monthStart, input.firstWeekday); week < next; week = addDays(week, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = addDays(week, index);
        return day < monthStart || day >= next ? undefined : dayOf(day);
      }),
    );
  return weeks;
}

function createDayReader(state: DiaryState, from: LocalDate, { next, today, plan }: CalendarInput & { readonly next: LocalDate }): (day: LocalDate) => CalendarDay {
  const isInside = ({ day }: { readonly day: LocalDate }): boolean => day >= from && day < next;
  const sets = state.runs.flatMap((run) => run.sets.filter(isInside).map(({ day, seconds }) => ({ day, seconds, run: run.run })));
  const daysOf = (list: readonly { readonly day: LocalDate }[]): ReadonlySet<LocalDate> => new Set(list.filter(isInside).map(({ day }) => day));
  const breaks = state.breaks.filter(isInside);
  const [checks, measurements, notes] = [daysOf(state.checks), daysOf(state.measurements), daysOf(state.notes)];
  return (day) => {
    const own = sets.filter((set) => set.day === day);
    const taken = breaks.filter((each) => each.day === day).length;
    return {
      day,
      mark: own.length > 0 ? 'session' : taken > 0 ? 'break' : quietMark(day, today, plan),
      sessions: new Set(own.map(({ run }) => run)).size,
      sessionSeconds: own.reduce((total, { seconds }) => total + seconds, 0),
      breaks: taken,
      hasCheck: checks.has(day),
      hasMeasurement: measurements.has(day),
      hasNote: notes.has(day),
    };
  };
}

// Rest is part of the plan. What was planned and not done is nobody's fault and gets no mark.
function quietMark(day: LocalDate, today: LocalDate, plan: Plan | undefined): CalendarMark {
  if (plan === undefined || day < plan.startedOn) return 'none';
  if (!isPlanned(plan, day)) return 'rest';
  return day >= today ? 'planned' : 'none';
}
