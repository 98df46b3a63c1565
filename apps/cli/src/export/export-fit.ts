import { todayOf, type DiaryState } from '@psoas/core/diary';
import type { PlannedSession, Programme } from '@psoas/core/programme';
import { createTimeline } from '@psoas/core/session';
import { sessionToFit, workoutToFit } from '@psoas/exchange/fit';
import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import words from '@psoas/knowledge/text/watch';
import { assessInput, type AssessedInput } from '../assess-input.ts';
import { exerciseName } from '../exercise-name.ts';
import { complain, type Command, type Io } from '../io.ts';

/** A planned session as a workout for a watch, or the last one that was done as an activity, to standard output. */
export const exportFit: Command = async (input, io) => {
  const [, wanted, ...more] = input.words;
  if (more.length > 0) {
    complain(io, fillTemplate(text.diary.exportForm, { tables: 'sets, pain, measurements', found: input.words.join(' ') }));
    return 2;
  }
  if (io.screen.isInteractive) {
    complain(io, words.toFile);
    return 2;
  }
  const assessed = await assessInput(input, io);
  if (!assessed.ok) return assessed.error;
  const file = wanted === 'done' ? doneFile(assessed.value.state, io) : plannedFile(assessed.value, wanted, io);
  if (!file.ok) {
    complain(io, file.error);
    return 2;
  }
  await io.outBytes(file.value);
  return 0;
};

function doneFile(state: DiaryState | undefined, io: Io): Result<Uint8Array, string> {
  const run = state?.runs.findLast(({ outcome, sets }) => outcome !== undefined && sets.length > 0);
  return run === undefined ? err(words.noDone) : ok(sessionToFit(run, io.aheadOfUtcSeconds(run.startedAtMillis)));
}

function plannedFile({ assessment, state }: AssessedInput, wanted: string | undefined, io: Io): Result<Uint8Array, string> {
  const { programme } = assessment;
  const now = state && todayOf(state, assessment, io.clock.today());
  if (programme === null || now === undefined || now.kind === 'stopped') return err(words.noSession);
  const session = wanted === undefined ? (now.sessions.find(({ done }) => !done) ?? now.nextDay?.sessions[0]) : sessionOf(programme, wanted);
  if (session === undefined) {
    const known = programme.sessions.map(({ id }) => id).join(', ');
    return err(wanted === undefined ? words.noSession : fillTemplate(text.errors.unknownSession, { id: wanted, known }));
  }
  const exerciseById = new Map(catalogue.exercises.map((exercise) => [exercise.id, exercise]));
  const timeline = createTimeline(session.items, exerciseById);
  return ok(workoutToFit({ items: session.items, timeline, nameOf: exerciseName, createdAtMillis: io.clock.nowMillis() }, words));
}

function sessionOf({ sessions }: Programme, id: string): PlannedSession | undefined {
  return sessions.find((session) => session.id === id);
}
