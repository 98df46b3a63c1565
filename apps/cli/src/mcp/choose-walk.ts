import type { LoggedRunSet, Run } from '@psoas/core/diary';
import { defaultTimelineOptions } from '@psoas/core/session';
import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import text from '@psoas/knowledge/text/mcp';
import { exerciseName, exerciseOf } from '../exercise-name.ts';
import { nearest } from '../nearest.ts';
import type { Looked } from './look.ts';
import { reasonsOf } from './reasons.ts';
import type { Refusal } from './tool.ts';

/** A walk through a session that a set goes into: one that was begun, or one that the set begins. */
export type Walk = Pick<Run, 'session' | 'items' | 'options'> & {
  readonly sets: readonly LoggedRunSet[];
  /** Undefined for one that is still to begin. */
  readonly run?: string;
};

/** The open session of today that holds an exercise, or why there is none. */
export function chooseWalk(looked: Looked, exercise: string, session: string | undefined): Result<Walk, Refusal> {
  const { assessment, now } = looked;
  if (exerciseOf(exercise) === undefined) {
    const names = nearest(exercise, exercises.map(({ id }) => id));
    return refuse('exercise', fillTemplate(text.refused.unknownExercise, { id: exercise.slice(0, 100), nearest: names.join(', ') }));
  }
  const leftOut = assessment?.programme?.leftOut.find((one) => one.exercise === exercise);
  if (leftOut !== undefined) {
    const why = reasonsOf(leftOut.by).map((one) => one.text).join(' ');
    return refuse('exercise', fillTemplate(text.refused.excluded, { exercise: exerciseName(exercise), why }));
  }
  const open = openWalks(looked);
  if (open.length === 0) return refuse('exercise', nothingOpen(looked));
  const named = open.filter((walk) => session === undefined || walk.session === session);
  if (named.length === 0) {
    const done = now.sessions.some(({ id, done: isDone }) => id === session && isDone);
    const template = done ? text.refused.sessionDone : text.refused.unknownSession;
    return refuse('session', fillTemplate(template, { session: session?.slice(0, 100) ?? '', known: open.map((walk) => walk.session).join(', ') }));
  }
  const walk = named.find(({ items }) => items.some((item) => item.exercise === exercise));
  if (walk !== undefined) return ok(walk);
  const known = [...new Set(open.flatMap(({ items }) => items.map((item) => item.exercise)))];
  return refuse('exercise', fillTemplate(text.refused.notToday, { exercise: exerciseName(exercise), known: known.join(', ') }));
}

// The one that was begun comes first; it may be another than today's, where the person chose so.
function openWalks({ now }: Looked): readonly Walk[] {
  const { unfinishedRun } = now;
  return [
    ...(unfinishedRun === undefined ? [] : [unfinishedRun]),
    ...now.sessions
      .filter(({ id, done }) => !done && id !== unfinishedRun?.session)
      .map(({ id, items }) => ({ session: id, items, options: defaultTimelineOptions, sets: [] })),
  ];
}

function nothingOpen({ now }: Looked): string {
  const done = now.sessions.map(({ id }) => id).join(', ');
  return done === '' ? text.refused.rest : fillTemplate(text.refused.sessionDone, { session: done });
}

function refuse(field: string, line: string): Result<never, Refusal> {
  return err({ field, lines: [line] });
}
