import { stepPlayer, tonesAhead, viewPlayer, type Moment, type PlayerAction, type PlayerEffect, type PlayerState, type Say, type StepRun } from '@psoas/core/session';
import text from '@psoas/knowledge/text/player';
import type { MediaAction, PlayerPorts, TickOccasion } from '../../adapters/player-ports.ts';
import { sessionResult, type SessionResult } from './session-result.ts';
import { placeText, sayToText, type ExerciseById } from './player-text.ts';

/** Something the person should notice: about which exercise, and up to which step it is shown. */
export type Notice = { readonly item: number; readonly until: number } & (
  | { readonly kind: 'decision'; readonly decision: Extract<PlayerEffect, { kind: 'stop' }>['decision'] }
  | { readonly kind: 'clock'; readonly finding: Extract<PlayerEffect, { kind: 'clock' }>['finding'] }
);

export type SessionRunnerInput = {
  readonly state: PlayerState;
  readonly run: string;
  readonly exerciseById: ExerciseById;
  readonly ports: PlayerPorts;
  readonly now: () => Moment;
  readonly onLog: (set: SessionResult['sets'][number]) => void;
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
  readonly subscribe: (listener: () => void) => () => void;
  /** To be called from a touch or a key: opens the sound, which browsers keep closed until then. */
  readonly openSound: () => void;
  /** Starts ticking. Returns how to stop, which saves. */
  readonly run: () => () => void;
};

/** Between two saves that only time asks for. */
const saveEveryMillis = 5000;

// These say that a step begins: what was still being said about the one before is no longer of use.
const interrupting: ReadonlySet<string> = new Set(['ready', 'startHold', 'startReps', 'switch', 'rest', 'ask', 'finished']);

export function createSessionRunner(input: SessionRunnerInput): SessionRunner {
  const { ports, exerciseById } = input;
  const listeners = new Set<() => void>();
  let state = input.state;
  let notice: Notice | undefined;
  let announcement = '';
  let savedAtMillis = 0;

  const tell = (say: Say): void => {
    const words = sayToText(say, exerciseById);
    if (say.kind === 'sentence' && interrupting.has(say.key)) ports.speech.cancel();
    if (words !== '') ports.speech.say(words);
    // Without a voice the instruction lines go to the screen reader too.
    if (say.kind === 'sentence' || !ports.speech.isAvailable()) announcement = words;
  };
  const perform = (effect: PlayerEffect, asked: StepRun | undefined, playsTones: boolean): void => {
    const item = asked?.step.item ?? 0;
    // After a question: while getting ready for what follows; else in this step and the next.
    const untilStep = state.position + (asked?.step.kind === 'ask' ? 0 : 1);
    switch (effect.kind) {
      case 'say':
        return tell(effect.say);
      case 'tone':
        return playsTones ? ports.tones.play(effect.tone) : undefined;
      case 'vibrate':
        return ports.vibration.vibrate(effect.pattern);
      case 'keep-awake':
        return ports.wakeLock.keepAwake(effect.on);
      case 'log':
        return input.onLog({ run: input.run, ...effect.set });
      case 'stop':
        notice = { kind: 'decision', decision: effect.decision, item, until: untilStep };
        announcement = text.stop[effect.decision.key].title;
        return undefined;
      case 'clock':
        notice = { kind: 'clock', finding: effect.finding, item, until: untilStep };
        announcement = text.notices[effect.finding];
        return undefined;
      case 'finished':
        return input.onFinished(sessionResult(state, input.run));
    }
  };
  const send = (action: PlayerAction): void => {
    const before = state;
    const at = input.now();
    const turn = stepPlayer(before, { ...action, at });
    state = turn.state;
    const isTick = action.kind === 'tick';
    const hasMoved = state.position !== before.position || state.status !== before.status;
    // What a tick brings was scheduled ahead, but for the steps after a question.
    const playsTones = !isTick || before.runs[before.position]?.step.kind === 'ask';
    if (!isTick && (hasMoved || action.kind === 'pause')) ports.speech.cancel();
    for (const effect of turn.effects) perform(effect, before.runs[before.position], playsTones);
    announcement = announced(action, before, state) ?? announcement;
    if (!isTick || hasMoved || turn.effects.some(({ kind }) => kind === 'clock')) ports.tones.schedule(tonesAhead(state));
    if (!isTick || hasMoved || at.wallMillis - savedAtMillis > saveEveryMillis || at.wallMillis < savedAtMillis) {
      savedAtMillis = at.wallMillis;
      input.onSave(state);
      showOutside(ports, state, exerciseById);
    }
    for (const listener of listeners) listener();
  };
  const openSound = (): void => {
    void ports.tones.unlock().then((isOpen) => (isOpen ? ports.tones.schedule(tonesAhead(state)) : undefined));
  };
  const occasion = (kind: TickOccasion): void => {
    send({ kind: 'tick' });
    if (kind === 'leaving') input.onSave(state);
    if (kind === 'shown') openSound();
  };

  return {
    state: () => state,
    notice: () => (notice !== undefined && state.position <= notice.until ? notice : undefined),
    announcement: () => announcement,
    send,
    openSound,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    run: () => {
      ports.media.onAction((asked) => sendMedia(asked, state, send));
      if (state.status !== 'waiting' && state.status !== 'finished') send({ kind: 'restore' });
      const stop = ports.ticker.start(occasion);
      return () => {
        stop();
        if (state.status !== 'finished') input.onSave(state);
        closePorts(ports);
      };
    },
  };
}

function announced(action: PlayerAction, before: PlayerState, after: PlayerState): string | undefined {
  if (action.kind === 'pause' && after.status === 'paused') return text.spoken.paused;
  if (action.kind === 'resume' && before.status === 'paused' && after.elapsedMillis > 0) return text.spoken.resumed;
  return action.kind === 'add15' ? text.spoken.extended : undefined;
}

function sendMedia(asked: MediaAction, state: PlayerState, send: (action: PlayerAction) => void): void {
  // A headphone button never takes note of a stop: that has to be read.
  if (state.status === 'stopped') return;
  if (asked === 'play') send({ kind: state.status === 'waiting' ? 'start' : 'resume' });
  else if (asked === 'pause') send({ kind: 'pause' });
  else send({ kind: asked === 'next' ? 'skip' : 'back' });
}

function showOutside({ media }: PlayerPorts, state: PlayerState, exerciseById: ExerciseById): void {
  const view = viewPlayer(state);
  if (view === undefined) return;
  media.show({ title: exerciseById.get(view.step.exercise)?.name ?? view.step.exercise, artist: placeText(view), isPlaying: state.status === 'running' });
}

function closePorts(ports: PlayerPorts): void {
  ports.speech.cancel();
  ports.tones.close();
  ports.wakeLock.close();
  ports.media.close();
}
