import { addDays, daysBetween, type LocalDate, type Side } from '@psoas/kernel';
import type { Assessment } from '../assessment/index.ts';
import type { PlannedSession } from '../programme/index.ts';
import { painThatWaits, type FlagId } from '../safety/index.ts';
import { withoutLaterWords } from './clinician-words.ts';
import type { CompletedCheck, DiaryState, Run } from './diary-state.ts';
import { isLater, type Moment } from './moment.ts';
import { painSaysStop } from './pain-over-time.ts';
import type { ClinicianNamed } from './retest/clinician-named.ts';
import type { PlanChange } from './retest/plan-changes.ts';
import type { StepChange } from './steps/step-change.ts';
import { visibleChanges } from './steps/visible-changes.ts';

/** What a day holds. */
export type Today = {
  readonly kind: 'no-check' | 'stopped' | 'not-today' | 'rest' | 'sessions';
  /** Flag, modifier and rule ids behind `stopped` and `not-today`; empty otherwise. */
  readonly because: readonly string[];
  readonly sessions: readonly TodaySession[];
  /** A walk of today that was not ended and can go on: no later check may have left out what it holds. */
  readonly unfinishedRun?: Run;
  /** [D-03] The session whose question of the day after is due. */
  readonly nextDayDue?: Run;
  /** The next day with sessions after today. */
  readonly nextDay?: { readonly day: LocalDate; readonly sessions: readonly PlannedSession[] };
  /** [D-06] Whether the self-check comes again. */
  readonly retestDue: boolean;
  /** What the diary has changed in the sessions of today, and why (D-02). */
  readonly changes: readonly StepChange[];
  /** 1 to 7; the place of today in the programme's week. */
  readonly dayOfWeek?: number;
};

/** An assessment with what the diary has changed on the way, and what it asks for. */
export type SteppedAssessment = Assessment & {
  /** [D-02] Every step of every exercise, oldest first. */
  readonly changes?: readonly StepChange[];
  /** [D-06] [D-07] What every check did to the plan, oldest first. */
  readonly planChanges?: readonly PlanChange[];
  /** [D-06] Sides whose half-kneeling test is to be done again: it alone changed the finding. */
  readonly repeatDue?: readonly Side[];
  /** [D-07] Why a clinician should look. */
  readonly clinician?: ClinicianNamed;
};

/** A planned session, and whether it has been done today. */
export type TodaySession = PlannedSession & { readonly done: boolean };

/** [D-03] The question of the day after is asked for three days. Soreness is gone by then (D-04). */
export const nextDayAskDays = 3;

/** Flags that forbid a session only for a while, with the days they last: well for 24 hours, and today. */
const passingFlags: { readonly [id in FlagId]?: number } = { RF42: 1, RF54: 0 };

/** What today holds, from the diary and what follows from it. Without a started programme today is its first day. */
export function todayOf(state: DiaryState, assessment: SteppedAssessment | undefined, today: LocalDate): Today {
  const { latestCheck, unfinishedRun, nextDayDue } = state;
  if (latestCheck === undefined || assessment === undefined)
    return { kind: 'no-check', because: [], sessions: [], changes: [], retestDue: false };
  const asked = nextDayDue === undefined ? 0 : daysBetween(nextDayDue.startedDay, today);
  const around = {
    changes: [],
    ...(nextDayDue !== undefined && asked >= 1 && asked <= nextDayAskDays && { nextDayDue }),
    retestDue:
      assessment.programme !== null &&
      daysBetween(latestCheck.day, today) >= assessment.programme.retestAfterDays,
  };
  const stopped = stopReasons(withoutLaterWords(state, today), assessment);
  if (stopped.length > 0 || assessment.programme === null)
    return { ...around, kind: 'stopped', because: stopped, sessions: [] };
  const { sessions } = assessment.programme;
  const started = state.programmeStartedOn ?? today;
  const nextDay = nextDayOf(sessions, started, today);
  const placed = { ...around, dayOfWeek: dayOfWeek(started, today), ...(nextDay && { nextDay }) };
  const passing = passingReasons({ ...state, latestCheck }, assessment, today);
  if (passing.length > 0) return { ...placed, kind: 'not-today', because: passing, sessions: [] };
  const ofToday = sessionsOn(sessions, started, today).map((session): TodaySession => ({
    ...session,
    done: isDone(session, state.runs, today),
  }));
  const resumed = unfinishedRun?.startedDay === today && isLater(beginningOf(unfinishedRun), latestCheck) ? { unfinishedRun } : {};
  return {
    ...placed,
    ...resumed,
    changes: visibleChanges(assessment.changes ?? [], ofToday, state.runs),
    kind: ofToday.length === 0 ? 'rest' : 'sessions',
    because: [],
    sessions: ofToday,
  };
}

function beginningOf({ startedAtMillis, startedDay }: Run): Moment {
  return { atMillis: startedAtMillis, day: startedDay };
}

// The check's own level; what a short form or a stop has raised since (E-09); what pain over time says (D-05).
function stopReasons(state: DiaryState, assessment: Assessment): readonly string[] {
  const fromCheck = assessment.programme === null ? assessment.triage.reasons.map(({ id }) => id) : [];
  const raised = state.shortSafetySinceCheck.flatMap(({ newSigns }) =>
    newSigns.filter((id) => passingFlags[id] === undefined),
  );
  const hurts = state.shortSafetySinceCheck.some(({ painNow }) => painNow >= painThatWaits);
  return [
    ...new Set([
      ...fromCheck,
      ...raised,
      ...(hurts ? ['S-PAIN'] : []),
      ...(painSaysStop(state) ? ['D-05'] : []),
    ]),
  ];
}

// Only where nothing else stops the day: of the signs since the check, those that pass are left.
function passingReasons(
  { latestCheck, shortSafetySinceCheck, runs }: Pick<DiaryState, 'shortSafetySinceCheck' | 'runs'> & { readonly latestCheck: CompletedCheck },
  assessment: Assessment,
  today: LocalDate,
): readonly string[] {
  const lasts = (id: FlagId, day: LocalDate): boolean => daysBetween(day, today) <= (passingFlags[id] ?? 0);
  const fromCheck = assessment.triage.conduct.noSessionToday.filter((id) => lasts(id, latestCheck.day));
  const fromShort = shortSafetySinceCheck.flatMap(({ newSigns, day }) => newSigns.filter((id) => lasts(id, day)));
  const stoppedRuns = runs
    .filter(({ outcome, startedDay }) => outcome === 'stopped' && startedDay === today)
    .map(({ because }) => because ?? 'D-01');
  return [...new Set([...fromCheck, ...fromShort, ...stoppedRuns])];
}

function dayOfWeek(started: LocalDate, today: LocalDate): number {
  return (((daysBetween(started, today) % 7) + 7) % 7) + 1;
}

function sessionsOn(
  sessions: readonly PlannedSession[],
  started: LocalDate,
  day: LocalDate,
): readonly PlannedSession[] {
  return daysBetween(started, day) < 0
    ? []
    : sessions.filter((session) => session.day === dayOfWeek(started, day));
}

function nextDayOf(
  sessions: readonly PlannedSession[],
  started: LocalDate,
  today: LocalDate,
): Today['nextDay'] {
  const from = daysBetween(today, started) > 0 ? addDays(started, -1) : today;
  const days = [1, 2, 3, 4, 5, 6, 7].map((ahead) => addDays(from, ahead));
  const day = days.find((candidate) => sessionsOn(sessions, started, candidate).length > 0);
  return day === undefined ? undefined : { day, sessions: sessionsOn(sessions, started, day) };
}

// Ended early with something done counts as done: nobody is asked to begin again.
function isDone(session: PlannedSession, runs: readonly Run[], today: LocalDate): boolean {
  return runs.some(
    (run) =>
      run.session === session.id &&
      run.startedDay === today &&
      (run.outcome === 'completed' || (run.outcome === 'ended-early' && run.sets.length > 0)),
  );
}
