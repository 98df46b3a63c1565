import {
  assessFromDiary,
  createEvent,
  foldDiary,
  holdReasons,
  longGap,
  nextSteps,
  retestPutOffOn,
  todayOf,
  type DiaryState,
  type SteppedAssessment,
  type StepChange,
  type Today,
} from '@psoas/core/diary';
import { err, fillTemplate, ok, type LocalDate, type Result } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/mcp';
import type { DiaryFailure } from '../adapters/diary-file.ts';
import type { Screen } from '../io.ts';
import { failureReason, type NewEvent } from '../open-diary.ts';
import type { TodayReport } from '../print/today-lines.ts';
import type { Desk, Refusal } from './tool.ts';

/** A moment by the clock and by the calendar. */
export type Moment = { readonly atMillis: number; readonly day: LocalDate };

/** A diary on a day, as the rules see it. */
export type Looked = {
  readonly entries: readonly unknown[];
  /** When it is looked at; what is written then carries it. */
  readonly moment: Moment;
  readonly state: DiaryState;
  readonly assessment: SteppedAssessment | undefined;
  readonly now: Today;
};

/** Text for assistants: wide lines, no colour. */
export const plainScreen: Screen = { isInteractive: false, columns: 88, hasColour: false };

/** Reads the diary anew: others may have written since. */
export async function look(desk: Desk): Promise<Result<Looked, Refusal>> {
  const read = await desk.diary.read();
  return read.ok
    ? ok(lookAt(read.value.entries, momentOf(desk)))
    : err(failureRefusal(read.error, text.refused.unreadable));
}

/** Entries as they stand on a day. The name of a guest is no part of a sentence here: it is a word of people. */
export function lookAt(entries: readonly unknown[], moment: Moment): Looked {
  const { day } = moment;
  const state = foldDiary(entries);
  const assessed = assessFromDiary(state, { catalogue, today: day });
  const assessment = assessed && { ...assessed, ...(assessed.changes && { changes: assessed.changes.map(unnamed) }) };
  return { entries, moment, state, assessment, now: todayOf(state, assessment, day) };
}

/** The same diary with events that are not written yet. */
export function lookAfter({ entries, moment }: Looked, news: readonly NewEvent[]): Looked {
  const events = news.map(({ kind, data }, index) => createEvent(kind, data, { id: `not-written-${index}`, ...moment }));
  return lookAt([...entries, ...events], moment);
}

/** The moment that it is now. */
export function momentOf({ clock }: Pick<Desk, 'clock'>): Moment {
  return { atMillis: clock.nowMillis(), day: clock.today() };
}

/** Everything that is said about the day. Undefined before the first check. */
export function reportOf({ state, assessment, now, moment: { day } }: Looked): TodayReport | undefined {
  if (assessment === undefined) return undefined;
  return {
    now,
    day,
    state,
    assessment,
    holds: holdReasons(nextSteps(state, { catalogue, today: day }), state.runs),
    gapDays: longGap(state, day),
    retestPutOffUntil: retestPutOffOn(state, day),
  };
}

/** Whether something stops before any plan counts. */
export function isStopped({ now }: Looked): boolean {
  return now.kind === 'no-check' || now.kind === 'stopped';
}

/** Whether nothing may be trained today. */
export function mayNotTrain(looked: Looked): boolean {
  return isStopped(looked) || looked.now.kind === 'not-today';
}

/** What the file system said, as a refusal. */
export function failureRefusal(failure: DiaryFailure, template: string): Refusal {
  return { lines: [fillTemplate(template, { reason: failureReason(failure) })] };
}

function unnamed(change: StepChange): StepChange {
  return change.values.by === undefined ? change : { ...change, values: { ...change.values, by: text.words.guest } };
}
