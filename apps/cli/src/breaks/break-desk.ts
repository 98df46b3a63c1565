import {
  assessWithBreaks,
  breakOffer,
  createBreakState,
  posturePrompt,
  stepBreaks,
  type BreakAction,
  type BreakEffect,
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
import type { Io } from '../io.ts';
import { readDiary } from '../open-diary.ts';
import { textWidth, wrap } from '../print/layout.ts';
import type { SessionTerminal } from '../session/session-terminal.ts';
import { effectLine, offerText, settingsLine } from './break-lines.ts';

/** How a person asked to be reminded. */
export type BreakRun = {
  readonly settings: BreakSettings;
  readonly diary: DiaryFile;
  readonly isOnce: boolean;
  readonly isJson: boolean;
};

/** The reminder with its terminal: what happens to it, and what is printed of it. */
export type BreakDesk = {
  readonly state: () => BreakState;
  /** The diary as it is now; another psoas may have written to it. */
  readonly look: () => Promise<DiaryState>;
  readonly offerFrom: (diaryState: DiaryState) => BreakOffer;
  /** True when it reminded. */
  readonly send: (action: BreakAction) => Promise<boolean>;
  readonly print: (line: string) => void;
  readonly begin: (diaryState: DiaryState) => void;
};

/** A desk at which somebody has just sat down. */
export function createBreakDesk(io: Io, run: BreakRun, terminal: SessionTerminal): BreakDesk {
  const { settings, diary } = run;
  const now = (): BreakMoment => ({
    ...terminal.now(),
    day: io.clock.today(),
    minuteOfDay: io.minuteOfDay(),
  });
  const { print, tell } = createVoice(io, run, terminal);
  let state = createBreakState(settings, now());
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
  const remind = async (effect: BreakEffect): Promise<void> => {
    const offer = offerFrom(await look());
    print(effectLine(effect, state, offer));
    tell(effect.kind, { offer });
    terminal.bell();
    io.notify(labels.notifyTitle, offerText(offer));
  };
  return {
    state: () => state,
    look,
    offerFrom,
    print,
    send: async (action) => {
      const turn = stepBreaks(state, { ...action, at: now() });
      state = turn.state;
      for (const effect of turn.effects) {
        if (effect.kind === 'remind') await remind(effect);
        else {
          // Who answers a reminder need not read that it is gone.
          if (effect.kind !== 'withdraw' || action.kind === 'tick') print(effectLine(effect, state));
          tell(effect.kind, effect);
        }
      }
      return turn.effects.some(({ kind }) => kind === 'remind');
    },
    begin: (diaryState) => {
      const offer = offerFrom(diaryState);
      const note = posturePrompt(diaryState, io.clock.today(), labels.postures.length);
      tell('started', { settings, offer });
      for (const line of [settingsLine(settings), text.breaks.noIdle, offerText(offer)]) print(line);
      if (note !== undefined) print(labels.postures[note] ?? '');
      if (io.screen.isInteractive) print(text.breaks.keys);
    },
  };
}

// Either lines for a person or one JSON value in a line.
function createVoice(io: Io, { isJson }: BreakRun, terminal: SessionTerminal) {
  return {
    print: (line: string): void => {
      if (!isJson) for (const part of wrap(line, textWidth(io.screen))) terminal.print(part);
    },
    tell: (kind: string, more: object): void => {
      const stamp = { kind, atMillis: io.clock.nowMillis(), day: io.clock.today() };
      if (isJson) terminal.print(JSON.stringify({ ...stamp, ...more }));
    },
  };
}
