import { todayOf } from '@psoas/core/diary';
import type { PlannedSession, Programme } from '@psoas/core/programme';
import { createTimeline, type TimelineOptions } from '@psoas/core/session';
import { byId, sides } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import { assessInput, type AssessedInput } from '../assess-input.ts';
import { choiceOption } from '../choice-option.ts';
import { exerciseName } from '../exercise-name.ts';
import {
  complain,
  isOn,
  printJson,
  printLines,
  textOption,
  type Command,
  type CommandInput,
  type ExitCode,
  type Io,
} from '../io.ts';
import { sessionById, unknownSession } from '../session/session-by-id.ts';
import { timelineLines } from '../print/timeline-lines.ts';

/** A session: guided at a terminal, or printed as it runs. */
export const session: Command = async (input, io) => {
  const firstSide = choiceOption(input, 'firstSide', sides);
  if (!firstSide.ok) {
    complain(io, firstSide.error);
    return 2;
  }
  const options: TimelineOptions = {
    firstSide: firstSide.value ?? 'left',
    order: isOn(input, 'oneSideFirst') ? 'one-side-first' : 'alternate',
  };
  const assessed = await assessInput(input, io);
  if (!assessed.ok) return assessed.error;
  const isPrinted =
    !io.screen.isInteractive ||
    isOn(input, 'timeline') ||
    isOn(input, 'json') ||
    textOption(input, 'answers') !== undefined;
  if (isPrinted) return printTimeline(input, io, { assessed: assessed.value, options });
  const { guideSession } = await import('../session/guide-session.ts');
  return guideSession(input, io, options);
};

async function printTimeline(
  input: CommandInput,
  io: Io,
  { assessed, options }: { readonly assessed: AssessedInput; readonly options: TimelineOptions },
): Promise<ExitCode> {
  const { programme } = assessed.assessment;
  if (programme === null) {
    const { createCheckReport } = await import('../check-report.ts');
    const { triageLines } = await import('../print/check-lines.ts');
    if (isOn(input, 'json')) printJson(io, { session: null, timeline: null });
    else
      printLines(io, [
        ...triageLines(createCheckReport(assessed.assessment), io.screen),
        '',
        text.plan.noProgramme,
      ]);
    return 0;
  }
  const wanted = input.words[0];
  const planned =
    wanted === undefined ? defaultSession(assessed, programme, io) : sessionById(programme, wanted);
  if (planned === undefined) {
    complain(io, wanted === undefined ? text.session.nothing : unknownSession(programme, wanted));
    return wanted === undefined ? 0 : 2;
  }
  const timeline = createTimeline(
    planned.items,
    byId(catalogue.exercises),
    options,
  );
  if (isOn(input, 'json')) printJson(io, { session: planned, timeline });
  else printLines(io, timelineLines(planned, timeline, { nameOf: exerciseName, screen: io.screen }));
  return 0;
}

// From the diary the next one of today; from a file the first one of the week.
function defaultSession(
  { state, assessment }: AssessedInput,
  programme: Programme,
  io: Io,
): PlannedSession | undefined {
  if (state === undefined) return programme.sessions[0];
  return todayOf(state, assessment, io.clock.today()).sessions.find(({ done }) => !done);
}
