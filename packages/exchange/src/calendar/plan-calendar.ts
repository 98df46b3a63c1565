import type { BreakSettings } from '@psoas/core/breaks';
import { assessFromDiary, retestPutOffOn, todayOf, type DiaryContext, type DiaryState } from '@psoas/core/diary';
import type { BreakPlan, PlannedSession } from '@psoas/core/programme';
import { addDays, daysBetween, err, ok, weekdayOf, type LocalDate, type Result } from '@psoas/kernel';
import { breakTimes } from './break-times.ts';
import type { CalendarEvent, CalendarFile } from './calendar-event.ts';
import type { CalendarWords } from './calendar-words.ts';

/** What a calendar follows from. */
export type CalendarInput = DiaryContext & {
  readonly state: DiaryState;
  /** How many entries the diary has. */
  readonly entryCount: number;
  readonly nowMillis: number;
  /** Minutes since midnight at which the session of a weekday begins; 1 is Monday. */
  readonly startMinuteOf: (weekday: number) => number;
  readonly breakSettings: BreakSettings;
};

/** Why there is nothing for a calendar; `because` holds the rule ids. */
export type CalendarProblem =
  | { readonly id: 'no-check' }
  | { readonly id: 'no-programme'; readonly because: readonly string[] };

/** [IC-03] Days for which sessions are written when no check lies ahead to end them. */
const usualDays = 28;
/** Ten minutes to change and find a mat; a break rings when it begins. Own choice. */
const sessionAlarmMinutes = 10;
/** A check takes about five minutes; some take longer. */
const checkMinutes = 10;

/** Everything in the plan that has a day: sessions, breaks that hold a stretch, and the check that comes again. */
export function planCalendar(input: CalendarInput, words: CalendarWords): Result<CalendarFile, CalendarProblem> {
  const { today, nowMillis, entryCount } = input;
  const state = withoutShortDay(input.state);
  const [firstCheck] = state.checks;
  const assessment = assessFromDiary(state, input);
  if (firstCheck === undefined || assessment === undefined || state.latestCheck === undefined) return err({ id: 'no-check' });
  const now = todayOf(state, assessment, today);
  const { programme } = assessment;
  if (programme === null || now.kind === 'stopped') return err({ id: 'no-programme', because: now.because });
  const due = retestPutOffOn(state, today) ?? addDays(state.latestCheck.day, programme.retestAfterDays);
  const checkOn = due < today ? today : due;
  // The plan of a week holds until the check; where that is due already, until it is done.
  const until = daysBetween(today, checkOn) > 1 ? checkOn : addDays(today, usualDays);
  const isDone = now.sessions.length > 0 && now.sessions.every(({ done }) => done);
  const written: Written = { input, words, uid: (name) => `${firstCheck.id}-${name}`, from: isDone ? addDays(today, 1) : today, until };
  const started = state.programmeStartedOn ?? today;
  return ok({
    name: words.name,
    sequence: entryCount + Math.max(0, daysBetween(firstCheck.day, today)),
    writtenAtMillis: nowMillis,
    events: [
      ...sessionEvents(programme.sessions, started, written),
      ...(programme.breaks === null ? [] : breakEvents(programme.breaks, written)),
      checkEvent(checkOn, written),
    ],
  });
}

// [D-12] Two minutes are the wish of one day, not of the weeks to come.
function withoutShortDay(state: DiaryState): DiaryState {
  const { shortVersionOn: _day, ...preferences } = state.preferences;
  return { ...state, preferences };
}

type Written = {
  readonly input: CalendarInput;
  readonly words: CalendarWords;
  readonly uid: (name: string) => string;
  /** The first day that counts, and the first that does not. */
  readonly from: LocalDate;
  readonly until: LocalDate;
};

// [IC-02] One event for each weekday that has sessions: they follow one another, so it lasts as long as all of them.
function sessionEvents(sessions: readonly PlannedSession[], started: LocalDate, written: Written): readonly CalendarEvent[] {
  const { input, words, uid } = written;
  const first = written.from < started ? started : written.from;
  return [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
    const minutes = sessions.filter((session) => session.day === day).reduce((total, session) => total + session.minutes, 0);
    const weekday = weekdayOf(addDays(started, day - 1));
    const dates = datesOf([weekday], { ...written, from: first });
    const [startsOn] = dates;
    if (minutes === 0 || startsOn === undefined) return [];
    const weekly = { weekdays: [weekday], count: dates.length };
    const startMinute = input.startMinuteOf(weekday);
    return [{ uid: uid(`session-${weekday}`), title: words.session, startsOn, startMinute, minutes, alarmMinutesBefore: sessionAlarmMinutes, weekly }];
  });
}

// [IC-04] As many as the week holds, spread over the working days.
function breakEvents({ timesPerWeek, holdSeconds }: BreakPlan, written: Written): readonly CalendarEvent[] {
  const { words, uid, input } = written;
  const { workingDays } = input.breakSettings;
  return breakTimes(timesPerWeek, input.breakSettings).flatMap(({ startMinute, dayCount }, index) => {
    const weekdays = workingDays.slice(0, dayCount);
    const dates = datesOf(weekdays, written);
    const [startsOn] = dates;
    if (startsOn === undefined) return [];
    const minutes = Math.ceil((2 * holdSeconds) / 60) + 1;
    return [{ uid: uid(`break-${index + 1}`), title: words.break, startsOn, startMinute, minutes, alarmMinutesBefore: 0, weekly: { weekdays, count: dates.length } }];
  });
}

function checkEvent(startsOn: LocalDate, { input, words, uid }: Written): CalendarEvent {
  const startMinute = input.startMinuteOf(weekdayOf(startsOn));
  return { uid: uid('check'), title: words.check, startsOn, startMinute, minutes: checkMinutes, alarmMinutesBefore: sessionAlarmMinutes };
}

function datesOf(weekdays: readonly number[], { from, until }: Pick<Written, 'from' | 'until'>): readonly LocalDate[] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, until)) }, (_, index) => addDays(from, index));
  return days.filter((day) => weekdays.includes(weekdayOf(day)));
}
