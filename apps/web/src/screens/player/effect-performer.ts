import type { PlayerEffect, PlayerState, Say, StepRun } from '@psoas/core/session';
import text from '@psoas/knowledge/text/player';
import { sayToText } from './player-text.ts';
import { sessionResult } from './session-result.ts';
import type { SessionRunnerInput } from './session-runner.ts';

/** Something the person should notice: about which exercise, and up to which step it is shown. */
export type Notice = { readonly item: number; readonly until: number } & (
  | { readonly kind: 'decision'; readonly decision: Extract<PlayerEffect, { kind: 'stop' }>['decision'] }
  | { readonly kind: 'clock'; readonly finding: Extract<PlayerEffect, { kind: 'clock' }>['finding'] }
);

/** Does what the player asks for, and keeps what the person is told. */
export type EffectPerformer = {
  /** `before` is the step in which the effect came up, `after` the state that goes with it. */
  readonly perform: (effect: PlayerEffect, before: StepRun | undefined, after: PlayerState) => void;
  readonly notice: (position: number) => Notice | undefined;
  /** What a screen reader is told, politely. */
  readonly announcement: () => string;
  readonly announce: (words: string | undefined) => void;
};

// These say that a step begins: what was still being said about the one before is no longer of use.
const interrupting: ReadonlySet<string> = new Set([
  'ready',
  'startHold',
  'startReps',
  'switch',
  'rest',
  'ask',
  'finished',
]);

/** Effects to ports and callbacks. */
export function createEffectPerformer(input: SessionRunnerInput): EffectPerformer {
  const { ports, run, exerciseById, onLog, onFinished } = input;
  let shown: Notice | undefined;
  let announcement = '';

  const tell = (say: Say): void => {
    const words = sayToText(say, exerciseById);
    if (say.kind === 'sentence' && interrupting.has(say.key)) ports.speech.cancel();
    if (words !== '') ports.speech.say(words);
    // Without a voice the instruction lines go to the screen reader too.
    if (say.kind === 'sentence' || !ports.speech.isAvailable()) announcement = words;
  };
  const show = (notice: Notice, words: string): void => {
    shown = notice;
    announcement = words;
  };
  return {
    perform: (effect, before, after) => {
      // After a question: while getting ready for what follows; else in this step and the next.
      const until = after.position + (before?.step.kind === 'ask' ? 0 : 1);
      const about = { item: before?.step.item ?? 0, until };
      switch (effect.kind) {
        case 'say':
          return tell(effect.say);
        case 'tone':
          return ports.tones.play(effect.tone);
        case 'vibrate':
          return ports.vibration.vibrate(effect.pattern);
        case 'keep-awake':
          return ports.wakeLock.keepAwake(effect.on);
        case 'log':
          return onLog({ run, ...effect.set });
        case 'stop':
          return show({ ...effect, kind: 'decision', ...about }, text.stop[effect.decision.key].title);
        case 'clock':
          return show({ ...effect, ...about }, text.notices[effect.finding]);
        case 'finished':
          return onFinished(sessionResult(after, run));
      }
    },
    notice: (position) => (shown !== undefined && position <= shown.until ? shown : undefined),
    announcement: () => announcement,
    announce: (words) => {
      if (words !== undefined) announcement = words;
    },
  };
}
