import {
  assessFromDiary,
  redsInLastWeek,
  todayOf,
  type DiaryState,
  type Run,
  type Today,
} from '@psoas/core/diary';
import type { Assessment } from '@psoas/core/assessment';
import type { PlayerState, TimelineOptions } from '@psoas/core/session';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import { complain, printLines, textOption, type CommandInput, type ExitCode, type Io } from '../io.ts';
import { readDiary, record, type NewEvent } from '../open-diary.ts';
import { whyNotLines } from '../print/why-not-lines.ts';
import { changeLines } from '../print/today-lines.ts';
import { sessionTitle } from '../print/timeline-lines.ts';
import { sessionById, unknownSession } from './session-by-id.ts';
import { askNextDay, askShortSafety } from './ask-before.ts';
import { freshPlayer, resumedPlayer, type PreparedPlayer } from './resume-session.ts';
import { StoppedByPerson } from '../stopped-by-person.ts';
import { walkSession } from './walk-session.ts';

/** Guides a person through a session at the terminal: what is asked before, the walk, what is written down. */
export async function guideSession(input: CommandInput, io: Io, options: TimelineOptions): Promise<ExitCode> {
  const guide = createGuide(input, io);
  const before = await guide.look();
  if (before === undefined) return 1;
  if (mayNotTrain(before.now)) return tellWhyNot(before, io);
  const prompter = await io.loadPrompter();
  if (
    before.now.nextDayDue !== undefined &&
    !(await guide.write({ kind: 'next-day-answer', data: await askNextDay(prompter, before.now.nextDayDue) }))
  )
    return 1;
  const short = await askShortSafety(prompter);
  if (!(await guide.write({ kind: 'safety-answered', data: short }))) return 1;
  const after = await guide.look();
  if (after === undefined) return 1;
  if (mayNotTrain(after.now)) return tellWhyNot(after, io);
  const chosen = await chooseRun(input, io, { looked: after, options, write: guide.write });
  if (typeof chosen === 'number') return chosen;
  return guideRun(chosen, {
    io,
    prompter,
    diaryPath: guide.diaryPath,
    write: guide.write,
    reds: redsInLastWeek(after.state.runs, io.clock.today(), after.state.breaks),
    painNow: short.painNow,
  });
}

type Write = (...news: readonly NewEvent[]) => Promise<boolean>;
type Looked = {
  readonly state: DiaryState;
  readonly assessment: Assessment | undefined;
  readonly now: Today;
};
type Guide = {
  readonly diaryPath: string;
  readonly look: () => Promise<Looked | undefined>;
  readonly write: Write;
};

function createGuide(input: CommandInput, io: Io): Guide {
  const diary = io.openDiary(textOption(input, 'diary'));
  return {
    diaryPath: diary.path,
    write: async (...news) => (await record(diary, io, news)).ok,
    look: async () => {
      // What cannot be read has been said when the command began.
      const state = await readDiary(diary, { ...io, err: () => undefined });
      if (!state.ok) return undefined;
      const today = io.clock.today();
      const assessment = assessFromDiary(state.value, { catalogue, today });
      return { state: state.value, assessment, now: todayOf(state.value, assessment, today) };
    },
  };
}

function mayNotTrain({ kind }: Today): boolean {
  return kind === 'no-check' || kind === 'stopped' || kind === 'not-today';
}

function tellWhyNot({ now, assessment }: Looked, io: Io): ExitCode {
  printLines(io, whyNotLines(now, { assessment, day: io.clock.today() }, io.screen));
  return 0;
}

type ChosenRun = { readonly run: Run; readonly isNew: boolean };

async function chooseRun(
  input: CommandInput,
  io: Io,
  {
    looked,
    options,
    write,
  }: { readonly looked: Looked; readonly options: TimelineOptions; readonly write: Write },
): Promise<ChosenRun | ExitCode> {
  const { now, assessment } = looked;
  const wanted = input.words[0];
  if (now.unfinishedRun !== undefined && (wanted === undefined || wanted === now.unfinishedRun.session))
    return { run: now.unfinishedRun, isNew: false };
  const programme = assessment?.programme;
  const planned =
    wanted === undefined
      ? now.sessions.find(({ done }) => !done)
      : programme == null
        ? undefined
        : sessionById(programme, wanted);
  if (planned === undefined) {
    complain(
      io,
      wanted === undefined || programme == null ? text.session.nothing : unknownSession(programme, wanted),
    );
    return wanted === undefined ? 0 : 2;
  }
  printLines(io, [sessionTitle(planned), ...changeLines(looked, io.screen)]);
  const run = { run: io.ids.nextId(), session: planned.id, items: planned.items, options };
  if (!(await write({ kind: 'session-started', data: run }))) return 1;
  return {
    run: { ...run, startedDay: io.clock.today(), startedAtMillis: io.clock.nowMillis(), sets: [] },
    isNew: true,
  };
}

type RunContext = {
  readonly io: Io;
  readonly prompter: Awaited<ReturnType<Io['loadPrompter']>>;
  readonly diaryPath: string;
  readonly write: Write;
  readonly reds: number;
  readonly painNow: number;
};

async function guideRun({ run, isNew }: ChosenRun, context: RunContext): Promise<ExitCode> {
  const { io, prompter, write } = context;
  const checkpoint = io.openCheckpoint(context.diaryPath);
  const prepared: PreparedPlayer = isNew
    ? { state: freshPlayer(run, context.reds), begin: 'start', wasDamaged: false }
    : resumedPlayer(run, await checkpoint.load(), context.reds);
  if (!isNew) printLines(io, [prepared.wasDamaged ? text.session.damagedState : text.session.resumed]);
  let isWritten = true;
  const terminal = io.openSessionTerminal();
  let ended: PlayerState | undefined;
  try {
    ended = await walkSession(
      prepared.state,
      { kind: prepared.begin },
      {
        terminal,
        prompter,
        columns: io.screen.columns,
        onLog: async (set) => {
          isWritten = (await write({ kind: 'set-logged', data: { run: run.run, ...set } })) && isWritten;
        },
        onPlace: (state) => checkpoint.save({ run: run.run, state }),
      },
    );
  } catch (error) {
    if (!(error instanceof StoppedByPerson)) throw error;
  } finally {
    terminal.close();
  }
  if (ended === undefined || ended.ending === null) {
    printLines(io, [text.session.left]);
    return 130;
  }
  isWritten = (await write(...endEvents(run.run, ended, context.painNow))) && isWritten;
  await checkpoint.clear();
  const raised = ended.decisions.some(({ raises }) => raises.length > 0);
  printLines(io, [
    '',
    text.session.ended[ended.ending.outcome],
    ...(raised ? [text.session.raises] : []),
    ...(ended.ending.outcome === 'stopped' ? [] : [text.session.tomorrow]),
  ]);
  return isWritten ? 0 : 1;
}

// [E-09] What a stop raised stands in the diary like a sign of the short form: only a new check ends it.
function endEvents(run: string, { ending, decisions }: PlayerState, painNow: number): readonly NewEvent[] {
  const newSigns = [...new Set(decisions.flatMap(({ raises }) => raises))];
  return [
    ...(ending === null ? [] : [{ kind: 'session-finished', data: { run, ...ending } } as const]),
    ...(newSigns.length === 0 ? [] : [{ kind: 'safety-answered', data: { newSigns, painNow } } as const]),
  ];
}
