import {
  stepPlayer,
  tonesAhead,
  viewPlayer,
  type Moment,
  type PlayerAction,
  type PlayerEffect,
  type PlayerEvent,
  type PlayerState,
} from '@psoas/core/session';
import type { SetLogged } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/player';
import type { MediaAction, PlayerPorts, TickOccasion } from '../../adapters/player-ports.ts';
import { createEffectPerformer, type Notice } from './effect-performer.ts';
import type { SessionResult } from './session-result.ts';
import { howToLines, placeText, type ExerciseById } from './player-text.ts';

export type SessionRunnerInput = {
  readonly state: PlayerState;
  readonly run: string;
  readonly exerciseById: ExerciseById;
  readonly ports: PlayerPorts;
  readonly now: () => Moment;
  /** The number to call where the person is. */
  readonly emergencyNumber: () => string;
  /** Each exercise after the first waits until the person goes on. */
  readonly waitsBetween?: boolean;
  readonly onLog: (set: SetLogged) => void;
  readonly onSave: (state: PlayerState) => void;
  readonly onFinished: (result: SessionResult) => void;
};

/** A session under way: takes what the person does and what time does, and does what the player asks for. */
export type SessionRunner = {
  readonly state: () => PlayerState;
  readonly notice: () => Notice | undefined;
  /** What a screen reader is told, politely. */
  readonly announcement: () => string;
  readonly send: (action: PlayerAction) => void;
  /** Pauses, and has the voice tell which key goes on and how the exercise is done. */
  readonly pause: () => void;
  /** Tells by voice and to the screen reader, in place of what is being said. */
  readonly tell: (words: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** To be called from a touch or a key: opens the sound, which browsers keep closed until then. */
  readonly openSound: () => void;
  /** Starts ticking. Returns how to stop, which saves. */
  readonly run: () => () => void;
};

/** Between two saves that only time asks for. */
const saveEveryMillis = 5000;

/** Walks a session with the device's clocks and ports. */
export function createSessionRunner(input: SessionRunnerInput): SessionRunner {
  const { ports, exerciseById } = input;
  const performer = createEffectPerformer(input);
  const listeners = new Set<() => void>();
  let { state } = input;
  let savedAtMillis = 0;

  // A finished session is in the diary; nothing of it is to be resumed.
  const save = (): void => (state.status === 'finished' ? undefined : input.onSave(state));
  const redraw = (): void => listeners.forEach((listener) => listener());
  const send = (action: PlayerAction): void => {
    const [before, at] = [state, input.now()];
    const { waits, after, effects } = takeTurn(before, { ...action, at }, input.waitsBetween === true);
    state = after;
    const run = before.runs[before.position];
    const isTick = action.kind === 'tick';
    const hasMoved = after.position !== before.position || after.status !== before.status;
    if (!isTick && (hasMoved || action.kind === 'pause')) ports.speech.cancel();
    performer.begin();
    // What a tick sounds was scheduled ahead, but for what comes after a question.
    const soundsNow = !isTick || run?.step.kind === 'ask';
    for (const effect of effects) if (effect.kind !== 'tone' || soundsNow) performer.perform(effect, run, after);
    performer.tell(announced(action, before, after));
    if (waits) explain(ports, after, exerciseById);
    const isPlanNew = !isTick || hasMoved || effects.some(({ kind }) => kind === 'clock');
    if (isPlanNew) ports.tones.schedule(tonesAhead(after));
    if (isPlanNew || Math.abs(at.wallMillis - savedAtMillis) >= saveEveryMillis) {
      savedAtMillis = at.wallMillis;
      save();
      showOutside(ports, after, exerciseById);
    }
    redraw();
  };
  const pause = (): void => {
    if (state.status !== 'running') return;
    send({ kind: 'pause' });
    explain(ports, state, exerciseById);
  };
  const openSound = (): void => void ports.tones.unlock().then((isOpen) => isOpen && ports.tones.schedule(tonesAhead(state)));
  const occasion = (kind: TickOccasion): void => {
    send({ kind: 'tick' });
    if (kind === 'leaving') save();
    else if (kind === 'shown') openSound();
  };
  return {
    state: () => state,
    notice: () => performer.notice(state.position),
    announcement: performer.announcement,
    send,
    pause,
    tell: (words) => {
      ports.speech.cancel();
      performer.begin();
      performer.tell(words);
      redraw();
    },
    openSound,
    subscribe: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
    run: () => {
      ports.media.onAction((asked) => (asked === 'pause' ? pause() : sendMedia(asked, state, send)));
      if (state.status !== 'waiting' && state.status !== 'finished') send({ kind: 'restore' });
      const stop = ports.ticker.start(occasion);
      return () => {
        stop();
        save();
        closePorts(ports);
      };
    },
  };
}

type Turn = { readonly waits: boolean; readonly after: PlayerState; readonly effects: readonly PlayerEffect[] };

// [T-15] What the next exercise says first is still said: the pause comes after it.
function takeTurn(before: PlayerState, event: PlayerEvent, waitsBetween: boolean): Turn {
  const walked = stepPlayer(before, event);
  if (!waitsBetween || !isNextExercise(before, walked.state)) return { waits: false, after: walked.state, effects: walked.effects };
  const paused = stepPlayer(walked.state, { kind: 'pause', at: event.at });
  return { waits: true, after: paused.state, effects: [...walked.effects, ...paused.effects] };
}

// [AC-04] Which key goes on and how it is done: there is time for it only while time stands still.
function explain({ speech }: PlayerPorts, state: PlayerState, exerciseById: ExerciseById): void {
  const view = viewPlayer(state);
  const exercise = exerciseById.get(view?.step.exercise ?? '');
  const lines = exercise === undefined || view?.step.kind === 'ask' ? [] : howToLines(exercise, view?.side ?? 'both');
  for (const words of [text.spoken.keys.space, ...lines]) speech.say(words);
}

// Getting ready for another exercise has begun, and nobody has gone back to it.
function isNextExercise(before: PlayerState, after: PlayerState): boolean {
  const step = after.runs[after.position]?.step;
  const last = before.runs[before.position]?.step;
  return after.status === 'running' && step?.kind === 'ready' && last !== undefined && step.item > last.item;
}

function announced(action: PlayerAction, before: PlayerState, after: PlayerState): string | undefined {
  if (action.kind === 'pause' && before.status !== 'paused' && after.status === 'paused') return text.spoken.paused;
  if (action.kind === 'resume' && before.status === 'paused' && after.elapsedMillis > 0)
    return text.spoken.resumed;
  const step = before.runs[before.position]?.step;
  if (action.kind !== 'add15' || step === undefined || step.kind === 'ask') return undefined;
  const isOneSided = step.kind === 'work' && step.mode === 'hold' && step.side !== 'both';
  return isOneSided ? text.spoken.extendedSides : text.spoken.extended;
}

function sendMedia(asked: Exclude<MediaAction, 'pause'>, state: PlayerState, send: (action: PlayerAction) => void): void {
  // A headphone button never takes note of a stop: that has to be read.
  if (state.status === 'stopped') return;
  if (asked === 'play') send({ kind: state.status === 'waiting' ? 'start' : 'resume' });
  else send({ kind: asked === 'next' ? 'skip' : 'back' });
}

function showOutside({ media }: PlayerPorts, state: PlayerState, exerciseById: ExerciseById): void {
  const view = viewPlayer(state);
  if (view === undefined) return;
  media.show({
    title: exerciseById.get(view.step.exercise)?.name ?? view.step.exercise,
    artist: placeText(view),
    isPlaying: state.status === 'running',
  });
}

function closePorts(ports: PlayerPorts): void {
  ports.speech.cancel();
  ports.tones.close();
  ports.wakeLock.close();
  ports.media.close();
}
