import type { BreakSettings } from '@psoas/core/breaks';
import { assessFromDiary, retestPutOffOn, todayOf, withoutShortDay, type DiaryContext, type DiaryState } from '@psoas/core/diary';
import { addDays, daysBetween, err, ok, type LocalDate, type Result } from '@psoas/kernel';
import type { CalendarFile } from './calendar-event.ts';
import type { CalendarWords } from './calendar-words.ts';
import { planEvents, type LaidOutPlan } from './plan-events.ts';

/** What a calendar follows from, whatever it is for. */
export type PlanInput = DiaryContext & {
  readonly state: DiaryState;
  readonly nowMillis: number;
  /** Minutes since midnight at which the session of a weekday begins; 1 is Monday. */
  readonly startMinuteOf: (weekday: number) => number;
};

/** What a calendar file follows from. */
export type CalendarInput = PlanInput & {
  /** How many entries the diary has. */
  readonly entryCount: number;
  readonly breakSettings: BreakSettings;
};

/** Why there is nothing for a calendar; `because` holds the rule ids. */
export type CalendarProblem =
  | { readonly id: 'no-check' }
  | { readonly id: 'no-programme'; readonly because: readonly string[] };

/** [IC-03] Days for which sessions are written when no check lies ahead to end them. */
const usualDays = 28;

/** The calendar as a file: from today, or from tomorrow where today is done. */
export function planCalendar(input: CalendarInput, words: CalendarWords): Result<CalendarFile, CalendarProblem> {
  const { today, nowMillis, entryCount, startMinuteOf, breakSettings } = input;
  const laidOut = layOutPlan(input);
  if (!laidOut.ok) return laidOut;
  const { firstCheck, isDone, ...plan } = laidOut.value;
  const from = isDone ? addDays(today, 1) : today;
  const uid = (name: string): string => `${firstCheck.id}-${name}`;
  return ok({
    name: words.name,
    sequence: entryCount + Math.max(0, daysBetween(firstCheck.day, today)),
    writtenAtMillis: nowMillis,
    events: planEvents({ ...plan, from }, { words, uid, startMinuteOf, breakSettings }),
  });
}

/** A plan and its days, before it is said from when on it is shown. */
export type DatedPlan = Omit<LaidOutPlan, 'from'> & {
  readonly firstCheck: { readonly id: string; readonly day: LocalDate };
  readonly latestCheckDay: LocalDate;
  /** All sessions of today are done. */
  readonly isDone: boolean;
};

/** [IC-03] [IC-08] The plan as it stands, up to its check. */
export function layOutPlan(input: PlanInput): Result<DatedPlan, CalendarProblem> {
  const { today } = input;
  const state = withoutShortDay(input.state);
  const { checks: [firstCheck], latestCheck } = state;
  const assessment = assessFromDiary(state, input);
  if (firstCheck === undefined || assessment === undefined || latestCheck === undefined) return err({ id: 'no-check' });
  const now = todayOf(state, assessment, today);
  const { programme } = assessment;
  if (programme === null || now.kind === 'stopped') return err({ id: 'no-programme', because: now.because });
  const due = retestPutOffOn(state, today) ?? addDays(latestCheck.day, programme.retestAfterDays);
  const checkOn = due < today ? today : due;
  return ok({
    programme,
    firstCheck,
    latestCheckDay: latestCheck.day,
    started: state.programmeStartedOn ?? today,
    checkOn,
    // The plan of a week holds until the check; where that is due already, until it is done.
    until: daysBetween(today, checkOn) > 1 ? checkOn : addDays(today, usualDays),
    isDone: now.sessions.length > 0 && now.sessions.every(({ done }) => done),
  });
}
