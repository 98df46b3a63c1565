import type { BreakSettings } from '@psoas/core/breaks';
import type { BreakPlan, PlannedSession, Programme } from '@psoas/core/programme';
import { addDays, daysBetween, weekdayOf, type LocalDate } from '@psoas/kernel';
import { breakTimes } from './break-times.ts';
import type { CalendarEvent } from './calendar-event.ts';
import type { CalendarWords } from './calendar-words.ts';

/** Ten minutes to change and find a mat; a break rings when it begins. Own choice. */
const sessionAlarmMinutes = 10;
/** A check takes about five minutes; some take longer. */
const checkMinutes = 10;

/** A plan on the days that a calendar shows. */
export type LaidOutPlan = {
  readonly programme: Programme;
  /** The first day of the programme: its days are counted from it. */
  readonly started: LocalDate;
  /** The first day that counts, and the first that does not. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly checkOn: LocalDate;
};

/** When and under which names events stand. */
export type EventWishes = {
  readonly words: CalendarWords;
  /** The same for the same thing, however often it is written. */
  readonly uid: (name: string) => string;
  /** Minutes since midnight at which the session of a weekday begins; 1 is Monday. */
  readonly startMinuteOf: (weekday: number) => number;
  /** Where breaks go; without them they are left out. */
  readonly breakSettings?: BreakSettings;
};

/** Everything in the plan that has a day: sessions, breaks that hold a stretch, and the check that comes again. */
export function planEvents(plan: LaidOutPlan, wishes: EventWishes): readonly CalendarEvent[] {
  const { breaks, sessions } = plan.programme;
  return [
    ...sessionEvents(sessions, plan, wishes),
    ...(breaks === null || wishes.breakSettings === undefined ? [] : breakEvents(breaks, plan, { ...wishes, breakSettings: wishes.breakSettings })),
    checkEvent(plan.checkOn, wishes),
  ];
}

// [IC-02] One event for each weekday that has sessions: they follow one another, so it lasts as long as all of them.
function sessionEvents(sessions: readonly PlannedSession[], plan: LaidOutPlan, { words, uid, startMinuteOf }: EventWishes): readonly CalendarEvent[] {
  const { started } = plan;
  const first = plan.from < started ? started : plan.from;
  return [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
    const minutes = sessions.filter((session) => session.day === day).reduce((total, session) => total + session.minutes, 0);
    const weekday = weekdayOf(addDays(started, day - 1));
    const dates = datesOf([weekday], { ...plan, from: first });
    const [startsOn] = dates;
    if (minutes === 0 || startsOn === undefined) return [];
    const weekly = { weekdays: [weekday], count: dates.length };
    return [{ uid: uid(`session-${weekday}`), title: words.session, startsOn, startMinute: startMinuteOf(weekday), minutes, alarmMinutesBefore: sessionAlarmMinutes, weekly }];
  });
}

type BreakWishes = EventWishes & { readonly breakSettings: BreakSettings };

// [IC-04] As many as the week holds, spread over the working days.
function breakEvents({ timesPerWeek, holdSeconds }: BreakPlan, plan: LaidOutPlan, { words, uid, breakSettings }: BreakWishes): readonly CalendarEvent[] {
  return breakTimes(timesPerWeek, breakSettings).flatMap(({ startMinute, dayCount }, index) => {
    const weekdays = breakSettings.workingDays.slice(0, dayCount);
    const dates = datesOf(weekdays, plan);
    const [startsOn] = dates;
    if (startsOn === undefined) return [];
    const minutes = Math.ceil((2 * holdSeconds) / 60) + 1;
    return [{ uid: uid(`break-${index + 1}`), title: words.break, startsOn, startMinute, minutes, alarmMinutesBefore: 0, weekly: { weekdays, count: dates.length } }];
  });
}

function checkEvent(startsOn: LocalDate, { words, uid, startMinuteOf }: EventWishes): CalendarEvent {
  const startMinute = startMinuteOf(weekdayOf(startsOn));
  return { uid: uid('check'), title: words.check, startsOn, startMinute, minutes: checkMinutes, alarmMinutesBefore: sessionAlarmMinutes };
}

function datesOf(weekdays: readonly number[], { from, until }: Pick<LaidOutPlan, 'from' | 'until'>): readonly LocalDate[] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, until)) }, (_, index) => addDays(from, index));
  return days.filter((day) => weekdays.includes(weekdayOf(day)));
}
