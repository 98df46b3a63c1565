import { addDays, parseLocalDate, type LocalDate, type Side } from '@psoas/kernel';
import { assessFromDiary, foldDiary, todayOf } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import { catalogue } from '@psoas/knowledge/rules';
import { sampleEvent, startedDiary, type SampleEvent } from './sample-diary.ts';

/** How a session of the past went. */
export type PastAnswers = {
  readonly pain?: number;
  readonly repsInReserve?: number;
  /** Without it the day after has no answer. */
  readonly dayAfter?: 'better' | 'same' | 'worse';
};

const testDay = dayOf('2026-11-21');

/** Sessions as the app itself would have planned them, one a day, from `from` to `to` days ago; each day builds on those before. */
export function withPastSessions(
  events: readonly SampleEvent[],
  { from, to }: { readonly from: number; readonly to: number },
  answersOn: (daysAgo: number) => PastAnswers | undefined = () => calm,
): readonly SampleEvent[] {
  let diary = events;
  for (let daysAgo = from; daysAgo >= to; daysAgo -= 1) {
    const answers = answersOn(daysAgo);
    if (answers !== undefined) diary = [...diary, ...sessionOf(diary, daysAgo, answers)];
  }
  return diary;
}

/** Nothing hurts, and there is something to spare. */
const calm: PastAnswers = { pain: 1, repsInReserve: 3, dayAfter: 'same' };

/** Four weeks of calm sessions that ended some days ago. */
export function calmWeeks(until: number, weeks = 3): readonly SampleEvent[] {
  const from = until + weeks * 7;
  return withPastSessions(startedDiary(from), { from, to: until });
}

function sessionOf(diary: readonly SampleEvent[], daysAgo: number, answers: PastAnswers): readonly SampleEvent[] {
  const day = addDays(testDay, -daysAgo);
  const state = foldDiary(diary);
  const planned = todayOf(state, assessFromDiary(state, { catalogue, today: day }), day).sessions.find(
    ({ id }) => /-(home|light|gym)$/.test(id),
  );
  if (planned === undefined) return [];
  const run = `run-${daysAgo}`;
  const { id, items } = planned;
  const options = { firstSide: 'left', order: 'alternate' };
  const named = (kind: string, name: string, data: unknown, ago = daysAgo): SampleEvent => ({
    ...sampleEvent(kind, data, ago),
    id: `${run}-${name}`,
  });
  const sets = items.flatMap((item, index) => setsOf(item).map((set) => ({ run, item: index, ...set, ...told(item, answers, set.set) })));
  return [
    named('session-started', 'start', { run, session: id, items, options }),
    ...sets.map((set) => named('set-logged', `${set.item}-${set.side}-${set.set}`, set)),
    named('session-finished', 'end', { run, outcome: 'completed' }),
    ...(answers.dayAfter === undefined || daysAgo === 0
      ? []
      : [named('next-day-answer', 'after', { run, comparedWithBefore: answers.dayAfter, painNow: 0, soreness: 'none' }, daysAgo - 1)]),
  ];
}

type DoneSet = { readonly exercise: string; readonly side: Side | 'both'; readonly set: number; readonly seconds: number; readonly reps?: number };

function setsOf({ exercise, side, sets, reps, holdSeconds }: PlanItem): readonly DoneSet[] {
  const model = catalogue.exercises.find(({ id }) => id === exercise)?.side.model;
  const worked: readonly (Side | 'both')[] = side === 'both' && model === 'unilateral' ? ['left', 'right'] : [side];
  return Array.from({ length: sets }, (_, index) => index + 1).flatMap((set) =>
    worked.map((one) => ({ exercise, side: one, set, seconds: holdSeconds ?? 60, ...(reps !== undefined && { reps }) })),
  );
}

function told({ reps, sets }: PlanItem, { pain, repsInReserve }: PastAnswers, set: number): object {
  return {
    ...(pain !== undefined && { pain }),
    ...(reps !== undefined && set === sets && repsInReserve !== undefined && { repsInReserve }),
  };
}

function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(text);
  return day.value;
}
