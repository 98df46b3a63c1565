import { fillTemplate } from '@psoas/kernel';
import { assessWithBreaks, breakOfSets } from '@psoas/core/breaks';
import { foldDiary, redsInLastWeek, todayOf, type DiaryState } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import { defaultTimelineOptions, type PlayerEffect } from '@psoas/core/session';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import type { DiaryFile } from '../adapters/diary-file.ts';
import type { Io } from '../io.ts';
import { readDiary, record, type NewEvent } from '../open-diary.ts';
import { whyNotLines } from '../print/why-not-lines.ts';
import { askShortSafety } from '../session/ask-before.ts';
import { freshPlayer } from '../session/resume-session.ts';
import type { SessionTerminal } from '../session/session-terminal.ts';
import { walkSession } from '../session/walk-session.ts';
import { StoppedByPerson } from '../stopped-by-person.ts';

type Guide = {
  readonly io: Io;
  readonly terminal: SessionTerminal;
  readonly diary: DiaryFile;
  readonly state: DiaryState;
};

/** How a guided break went, and what is to be said about it. */
export type GuidedBreak = { readonly isTaken: boolean; readonly lines: readonly string[] };

/** [BR-09] [BR-10] The stretch of a break, guided by the player; safety is asked before the first one of a day. */
export async function guideBreak(item: PlanItem, guide: Guide): Promise<GuidedBreak> {
  try {
    const whyNot = await askBefore(guide);
    return whyNot ?? (await walkBreak(item, guide));
  } catch (error) {
    if (!(error instanceof StoppedByPerson)) throw error;
    return { isTaken: false, lines: [text.breaks.nothing] };
  }
}

async function askBefore({ io, terminal, diary, state }: Guide): Promise<GuidedBreak | undefined> {
  const today = io.clock.today();
  if (state.latestShortSafety?.day === today) return undefined;
  const prompter = await io.loadPrompter();
  const short = await terminal.aside(() => askShortSafety(prompter));
  const written = await record(diary, io, [{ kind: 'safety-answered', data: short }]);
  if (!written.ok) return { isTaken: false, lines: [] };
  const read = await readDiary(diary, { ...io, err: () => undefined });
  const now = read.ok ? read.value : foldDiary([]);
  const assessment = assessWithBreaks(now, { catalogue, today });
  const standing = todayOf(now, assessment, today);
  return standing.kind === 'rest' || standing.kind === 'sessions'
    ? undefined
    : { isTaken: false, lines: whyNotLines(standing, { assessment, day: today }, io.screen) };
}

async function walkBreak(item: PlanItem, { io, terminal, diary, state }: Guide): Promise<GuidedBreak> {
  const sets: Extract<PlayerEffect, { kind: 'log' }>['set'][] = [];
  const reds = redsInLastWeek(state.runs, io.clock.today(), state.breaks);
  const ended = await walkSession(
    freshPlayer({ items: [item], options: defaultTimelineOptions }, reds),
    { kind: 'start' },
    {
      terminal,
      prompter: await io.loadPrompter(),
      columns: io.screen.columns,
      onLog: async (set) => {
        sets.push(set);
      },
      onPlace: async () => undefined,
    },
  );
  const taken = breakOfSets('desk', sets, ended.ending ?? undefined);
  const newSigns = [...new Set(ended.decisions.flatMap(({ raises }) => raises))];
  const painNow = state.latestShortSafety?.painNow ?? 0;
  const news: readonly NewEvent[] = [
    ...(taken === undefined ? [] : [{ kind: 'break-taken', data: taken } as const]),
    ...(newSigns.length === 0 ? [] : [{ kind: 'safety-answered', data: { newSigns, painNow } } as const]),
  ];
  if (news.length > 0 && !(await record(diary, io, news)).ok) return { isTaken: false, lines: [] };
  if (taken === undefined) return { isTaken: false, lines: [text.breaks.nothing] };
  const seconds = { left: Math.round(taken.left), right: Math.round(taken.right) };
  return {
    isTaken: true,
    lines: [fillTemplate(text.breaks.taken, seconds), ...(newSigns.length > 0 ? [text.session.raises] : [])],
  };
}
