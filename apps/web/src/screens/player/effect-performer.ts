import { fillTemplate } from '@psoas/kernel';
import { isStop, type PlayerEffect, type PlayerItem, type PlayerState, type Say, type StepRun, type StopDecision } from '@psoas/core/session';
import text from '@psoas/knowledge/text/player';
import shell from '@psoas/knowledge/text/shell';
import { fixText } from './fix-text.ts';
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
  /** Before the effects of one event: what they tell belongs together. */
  readonly begin: () => void;
  /** `before` is the step in which the effect came up, `after` the state that goes with it. */
  readonly perform: (effect: PlayerEffect, before: StepRun | undefined, after: PlayerState) => void;
  readonly notice: (position: number) => Notice | undefined;
  /** What a screen reader is told, politely. */
  readonly announcement: () => string;
  /** Tells by voice and to the screen reader, if there is something to tell. */
  readonly tell: (words: string | undefined) => void;
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
  let hasTold = false;
  let isSafety = false;

  // One event can tell several things; none of them drives out another. The same words once more are told once more:
  // a screen reader hears only what differs.
  const announce = (words: string): void => {
    const before = hasTold ? `${announcement}${/[.?!]$/.test(announcement) ? '' : '.'} ` : '';
    announcement = `${before}${words}` === announcement ? `${words}\u00A0` : `${before}${words}`;
    hasTold = true;
  };
  const say = (said: Say): void => {
    const words = sayToText(said, exerciseById);
    // A safety line is heard to its end.
    if (said.kind === 'sentence' && interrupting.has(said.key) && !hasTold && !isSafety) ports.speech.cancel();
    isSafety = said.kind === 'line' && exerciseById.get(said.exercise)?.instructions[said.line]?.kind === 'safety';
    if (words !== '') ports.speech.say(words);
    // Without a voice the instruction lines go to the screen reader too.
    if (said.kind === 'sentence' || !ports.speech.isAvailable()) announce(words);
  };
  const tell = (words: string | undefined): void => {
    if (words === undefined) return;
    announce(words);
    ports.speech.say(words);
  };
  return {
    begin: () => {
      hasTold = false;
    },
    perform: (effect, before, after) => {
      // After a question: while getting ready for what follows; else in this step and the next.
      const until = after.position + (before?.step.kind === 'ask' ? 0 : 1);
      const about = { item: before?.step.item ?? 0, until };
      switch (effect.kind) {
        case 'say':
          return say(effect.say);
        case 'tone':
          return ports.tones.play(effect.tone);
        case 'vibrate':
          return ports.vibration.vibrate(effect.pattern);
        case 'keep-awake':
          return ports.wakeLock.keepAwake(effect.on);
        case 'log':
          return onLog({ run, ...effect.set });
        case 'stop':
          shown = { ...effect, kind: 'decision', ...about };
          announce(text.stop[effect.decision.key].title);
          for (const words of decisionWords(effect.decision, after.items[about.item], input)) ports.speech.say(words);
          return;
        case 'clock':
          shown = { ...effect, ...about };
          return tell(text.notices[effect.finding]);
        case 'finished':
          return onFinished(sessionResult(after, run));
      }
    },
    notice: (position) => (shown !== undefined && position <= shown.until ? shown : undefined),
    announcement: () => announcement,
    tell,
  };
}

// [AC-04] Who does not look hears what the dialog or the note says; a screen reader reads that by itself.
function decisionWords(decision: StopDecision, record: PlayerItem | undefined, { exerciseById, emergencyNumber }: SessionRunnerInput): readonly string[] {
  const { title, body } = text.stop[decision.key];
  const exercise = exerciseById.get(record?.exercise ?? '')?.name ?? '';
  // Digit by digit: a voice would make one number of 112.
  const call = decision.action === 'emergency' ? `${fillTemplate(shell.emergency.call, { number: emergencyNumber().split('').join(' ') })}.` : undefined;
  const fix = decision.key === 'wrongPlace' || decision.key === 'stopPlace' ? fixText(record, exerciseById) : undefined;
  const keys = isStop(decision) && call === undefined ? text.spoken.keys.enter : undefined;
  return [`${title}.`, call, fillTemplate(body, { ...decision.values, exercise }), fix, keys].filter((words) => words !== undefined);
}
