import { fillTemplate } from '@psoas/kernel';
import {
  assessWithBreaks,
  breakOffer,
  breakOnFeet,
  createBreakState,
  posturePrompt,
  snoozeMinutes,
  stepBreaks,
  type BreakAction,
  type BreakMoment,
  type BreakOffer,
  type BreakSettings,
  type BreakState,
} from '@psoas/core/breaks';
import { foldDiary, type DiaryState } from '@psoas/core/diary';
import { catalogue } from '@psoas/knowledge/rules';
import labels from '@psoas/knowledge/text/breaks';
import text from '@psoas/knowledge/text/cli';
import type { DiaryFile } from '../adapters/diary-file.ts';
import type { ExitCode, Io } from '../io.ts';
import { readDiary, record } from '../open-diary.ts';
import { textWidth, wrap } from '../print/layout.ts';
import type { SessionTerminal } from '../session/session-terminal.ts';
import { breakLiveLine, effectLine, offerText, settingsLine } from './break-lines.ts';
import { guideBreak } from './guide-break.ts';

/** How a person asked to be reminded. */
export type BreakRun = {
  readonly settings: BreakSettings;
  readonly diary: DiaryFile;
  readonly isOnce: boolean;
  readonly isJson: boolean;
};

const interrupt = '\u0003';

/** Reminds until the person ends it, or until the first reminder when it is asked for one only. */
export async function runBreaks(io: Io, run: BreakRun): Promise<ExitCode> {
  const first = await readDiary(run.diary, io);
  if (!first.ok) return 1;
  const hasKeys = io.screen.isInteractive && !run.isJson && !run.isOnce;
  const terminal = hasKeys ? io.openSessionTerminal() : io.openTickingTerminal();
  const desk = createDesk(io, run, terminal);
  try {
    desk.begin(first.value);
    for (;;) {
      if (hasKeys) terminal.live(breakLiveLine(desk.state()));
      const input = await terminal.next();
      if (input.kind === 'key') {
        if (!hasKeys) continue;
        if (input.key === interrupt) return 130;
        if (input.key === 'q') return 0;
        await desk.takeKey(input.key);
      } else if ((await desk.send({ kind: 'tick' })) && run.isOnce) return 0;
    }
  } finally {
    terminal.close();
  }
}

// The reminder, the diary behind it, and what is printed.
function createDesk(io: Io, { settings, diary, isJson }: BreakRun, terminal: SessionTerminal) {
  const now = (): BreakMoment => ({
    ...terminal.now(),
    day: io.clock.today(),
    minuteOfDay: io.minuteOfDay(),
  });
  let state: BreakState = createBreakState(settings, now());
  let offer: BreakOffer = { kind: 'move', because: [] };
  const print = (line: string): void => {
    if (!isJson) for (const part of wrap(line, textWidth(io.screen))) terminal.print(part);
  };
  const tell = (kind: string, more: object = {}): void => {
    if (isJson)
      terminal.print(
        JSON.stringify({ kind, atMillis: io.clock.nowMillis(), day: io.clock.today(), ...more }),
      );
  };
  const look = async (): Promise<DiaryState> => {
    // What cannot be read has been said when the command began.
    const read = await readDiary(diary, { ...io, err: () => undefined });
    return read.ok ? read.value : foldDiary([]);
  };
  const offerFrom = (diaryState: DiaryState): BreakOffer => {
    const today = io.clock.today();
    const assessment = assessWithBreaks(diaryState, { catalogue, today });
    return breakOffer({ state: diaryState, assessment, today }, settings.workingDays.length);
  };
  // True when it reminded.
  const send = async (action: BreakAction): Promise<boolean> => {
    const turn = stepBreaks(state, { ...action, at: now() });
    state = turn.state;
    const reminds = turn.effects.some(({ kind }) => kind === 'remind');
    if (reminds) offer = offerFrom(await look());
    for (const effect of turn.effects) {
      // Who answers a reminder need not read that it is gone.
      if (effect.kind !== 'withdraw' || action.kind === 'tick') print(effectLine(effect, state, offer));
      tell(effect.kind, effect.kind === 'remind' ? { offer } : effect);
    }
    if (reminds) {
      terminal.bell();
      io.notify(labels.notifyTitle, offerText(offer));
    }
    return reminds;
  };
  const done = async (): Promise<void> => {
    const written = await record(diary, io, [{ kind: 'break-taken', data: breakOnFeet('desk') }]);
    if (written.ok) print(text.breaks.done);
    await send({ kind: 'done' });
  };
  const guided = async (): Promise<void> => {
    const diaryState = await look();
    offer = offerFrom(diaryState);
    if (offer.kind !== 'stretch') {
      print(offerText(offer));
      return;
    }
    await send({ kind: 'take' });
    const outcome = await guideBreak(offer.item, { io, terminal, diary, state: diaryState });
    for (const line of outcome.lines) print(line);
    await send({ kind: outcome.isTaken ? 'done' : 'skip' });
  };
  let snoozes = 0;
  const takeKey = async (key: string): Promise<void> => {
    if (key === 'g') return guided();
    if (key === 'd') return done();
    if (key === 'm') return void (await send({ kind: state.status === 'meeting' ? 'resume' : 'meeting' }));
    if (key === 'n' && (state.status === 'due' || state.status === 'snoozed')) {
      print(text.breaks.skipped);
      await send({ kind: 'skip' });
    }
    if (key === 's' && (state.status === 'due' || state.status === 'snoozed')) {
      // Pressed again it is put off by more.
      snoozes = state.status === 'snoozed' ? snoozes + 1 : 0;
      const minutes = snoozeMinutes[snoozes % snoozeMinutes.length] ?? snoozeMinutes[0];
      print(fillTemplate(text.breaks.snoozed, { minutes }));
      await send({ kind: 'snooze', minutes });
    }
  };
  return {
    state: () => state,
    send,
    takeKey,
    begin: (diaryState: DiaryState): void => {
      offer = offerFrom(diaryState);
      tell('started', { settings, offer });
      const note = posturePrompt(diaryState, io.clock.today(), labels.postures.length);
      print(settingsLine(settings));
      print(text.breaks.noIdle);
      print(offerText(offer));
      if (note !== undefined) print(labels.postures[note] ?? '');
      if (io.screen.isInteractive) print(text.breaks.keys);
    },
  };
}
