import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import {
  createEvent,
  foldDiary,
  type DiaryState,
  type EventDataByKind,
  type EventKind,
  type EventProblem,
} from '@psoas/core/diary';
import text from '@psoas/knowledge/text/cli';
import type { Appended, DiaryContent, DiaryFailure, DiaryFile } from './adapters/diary-file.ts';
import { complain, type Io } from './io.ts';
import { reasonOf } from './read-answers.ts';

/** Something to be written into the diary. */
export type NewEvent = {
  readonly [Kind in EventKind]: { readonly kind: Kind; readonly data: EventDataByKind[Kind] };
}[EventKind];

/** Reads and folds a diary; whatever it cannot use is said on the error channel and left as it is. */
export async function readDiary(diary: DiaryFile, io: Io): Promise<Result<DiaryState, DiaryFailure>> {
  const read = await readEntries(diary, io);
  if (!read.ok) return read;
  const state = foldDiary(read.value.entries);
  const warnings = warningsOf(read.value, state);
  if (warnings.length > 0) complain(io, ...warnings);
  return ok(state);
}

/** The entries of a diary as they are; a failure is said on the error channel. */
export async function readEntries(diary: DiaryFile, io: Io): Promise<Result<DiaryContent, DiaryFailure>> {
  const read = await diary.read();
  if (!read.ok) {
    complain(
      io,
      fillTemplate(text.diary.unreadableFile, {
        path: diary.path,
        reason: read.error.type === 'read-failed' ? reasonOf(read.error.code) : read.error.type,
      }),
    );
    return err(read.error);
  }
  return read;
}

/** Writes events; the ids come back once they are safe on the disk. A failure is said on the error channel. */
export async function record(
  diary: DiaryFile,
  io: Io,
  news: readonly NewEvent[],
): Promise<Result<readonly string[], DiaryFailure>> {
  const events = news.map(({ kind, data }) =>
    createEvent(kind, data, { id: io.ids.nextId(), atMillis: io.clock.nowMillis(), day: io.clock.today() }),
  );
  const written = sayWritten(diary, io, await diary.append(events));
  return written.ok ? ok(events.map(({ id }) => id)) : written;
}

/** Says on the error channel what went wrong in writing, and where a cut-off last line was put. */
export function sayWritten<Done extends Appended>(
  diary: DiaryFile,
  io: Io,
  written: Result<Done, DiaryFailure>,
): Result<Done, DiaryFailure> {
  if (!written.ok) complain(io, failureText(diary.path, written.error));
  else if (written.value.tornPath !== undefined)
    complain(io, fillTemplate(text.diary.torn, { path: written.value.tornPath }));
  return written;
}

function failureText(path: string, failure: DiaryFailure): string {
  const reason = failureReason(failure);
  return failure.type === 'busy'
    ? fillTemplate(text.diary.busy, { path, who: reason })
    : fillTemplate(text.diary.failed, { path, reason });
}

/** Who is busy with a file, or what the system said. */
export function failureReason(failure: DiaryFailure): string {
  if (failure.type !== 'busy') return reasonOf(failure.code);
  return failure.pid === undefined
    ? fillTemplate(text.diary.age, { seconds: failure.lockSeconds ?? 0 })
    : fillTemplate(text.diary.pid, { pid: failure.pid });
}

function warningsOf({ isTorn }: DiaryContent, { unreadable }: DiaryState): readonly string[] {
  const lines = unreadable.map(({ index, problem }) => {
    const { template, what } = describe(problem);
    return fillTemplate(template, { line: index + 1, what });
  });
  return isTorn ? [...lines, text.diary.tornSeen] : lines;
}

function describe(problem: EventProblem): { readonly template: string; readonly what: string } {
  switch (problem.type) {
    case 'unknown-kind':
      return { template: text.diary.newer, what: problem.kind };
    case 'newer-version':
      return { template: text.diary.newer, what: `${problem.kind} ${problem.version}` };
    case 'damaged':
      return {
        template: text.diary.damaged,
        what: problem.problems.map(({ field }) => (field === '' ? 'JSON' : field)).join(', '),
      };
    case 'nothing-to-correct':
      return { template: text.diary.odd, what: `${problem.type} ${problem.of}` };
    case 'unknown-run':
      return { template: text.diary.odd, what: `${problem.type} ${problem.run}` };
    case 'id-used-twice':
      return { template: text.diary.odd, what: problem.type };
  }
}
