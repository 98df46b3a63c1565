import { sidePlaces, fillTemplate, type Side, type TemplateValues } from '@psoas/kernel';
import {
  currentRun,
  sideOfStep,
  stepPlayer,
  type PlayerAction,
  type PlayerEffect,
  type PlayerState,
} from '@psoas/core/session';
import text from '@psoas/knowledge/text/cli';
import labels from '@psoas/knowledge/text/player';
import type { Prompter } from '../ask/prompter.ts';
import { exerciseName, exerciseOf } from '../exercise-name.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { askEnd, askFelt, askGoOn, askSign, stopLines } from './ask-felt.ts';
import { liveLine } from './live-line.ts';
import type { SessionTerminal } from './session-terminal.ts';

/** What a walk needs, and whom it tells. */
export type Walk = {
  readonly terminal: SessionTerminal;
  readonly prompter: Prompter;
  readonly columns: number;
  /** Called with each set as soon as the player hands it over, and with the new place after each step. */
  readonly onLog: (set: Extract<PlayerEffect, { kind: 'log' }>['set']) => Promise<void>;
  readonly onPlace: (state: PlayerState) => Promise<void>;
};

const actionByKey: { readonly [key: string]: PlayerAction['kind'] } = {
  ' ': 'pause',
  s: 'skip',
  b: 'back',
  '+': 'add15',
  r: 'repeat',
  d: 'set-done',
};
const interrupt = '\u0003';

/**
 * Walks through a session until it is finished, or the person leaves it with Ctrl-C (then its status tells). Ctrl-C in a
 * question throws StoppedByPerson; the place before it was given to `onPlace`.
 */
export async function walkSession(first: PlayerState, begin: PlayerAction, walk: Walk): Promise<PlayerState> {
  let state = first;
  const send = async (action: PlayerAction): Promise<void> => {
    const before = state.position;
    const turn = stepPlayer(state, { ...action, at: walk.terminal.now() });
    state = turn.state;
    for (const effect of turn.effects) await perform(effect, walk);
    if (state.position !== before || action.kind !== 'tick') await walk.onPlace(state);
  };
  printLines(walk, wrap(text.session.keys, textWidth(walk)));
  const resumed = begin.kind === 'restore' ? currentRun(state)?.step : undefined;
  if (resumed !== undefined)
    printLines(walk, howToLines(resumed.exercise, sideOfStep(resumed) ?? 'both', walk));
  await send(begin);
  while (state.status !== 'finished') {
    if (state.status === 'stopped') {
      await send(await walk.terminal.aside(() => askGoOn(walk.prompter)));
      continue;
    }
    const run = currentRun(state);
    if (run?.step.kind === 'ask' && state.status === 'running') {
      await send({ kind: 'touch' });
      const answer = await walk.terminal.aside(() => askFelt(walk.prompter, run.step.exercise));
      await send(Object.keys(answer).length === 0 ? { kind: 'skip' } : { kind: 'answer', ...answer });
      continue;
    }
    walk.terminal.live(liveLine(state, walk.columns));
    const input = await walk.terminal.next();
    if (input.kind === 'tick') await send({ kind: 'tick' });
    else if (input.key === interrupt) {
      await send({ kind: 'pause' });
      return state;
    } else await takeKey(input.key, state, { send, walk });
  }
  return state;
}

type Hands = { readonly send: (action: PlayerAction) => Promise<void>; readonly walk: Walk };

async function takeKey(key: string, state: PlayerState, { send, walk }: Hands): Promise<void> {
  const wasRunning = state.status === 'running';
  if (key === 'q' || key === 'w') {
    // Time stands still while the person reads and answers.
    if (wasRunning) await send({ kind: 'pause' });
    const action = await walk.terminal.aside(() =>
      key === 'q' ? askEnd(walk.prompter) : askSign(walk.prompter),
    );
    if (action.kind !== 'resume' || wasRunning) await send(action);
    return;
  }
  const kind = actionByKey[key];
  if (kind === 'pause') await send({ kind: wasRunning ? 'pause' : 'resume' });
  else if (kind === 'skip' || kind === 'back' || kind === 'add15' || kind === 'repeat' || kind === 'set-done')
    await send({ kind });
}

async function perform(effect: PlayerEffect, walk: Walk): Promise<void> {
  const { terminal, onLog } = walk;
  switch (effect.kind) {
    case 'tone':
      if (effect.tone !== 'count') terminal.bell();
      return;
    case 'say':
      printLines(walk, sayLines(effect.say, walk));
      return;
    case 'log':
      await onLog(effect.set);
      return;
    case 'stop':
      printLines(
        walk,
        stopLines(effect.decision).flatMap((line) => wrap(line, textWidth(walk))),
      );
      return;
    case 'clock':
      printLines(walk, wrap(labels.notices[effect.finding], textWidth(walk)));
      return;
    case 'vibrate':
    case 'keep-awake':
    case 'finished':
      return;
  }
}

function printLines({ terminal }: Pick<Walk, 'terminal'>, lines: readonly string[]): void {
  for (const line of lines) terminal.print(line);
}

type Say = Extract<PlayerEffect, { kind: 'say' }>['say'];
type Width = Pick<Walk, 'columns'>;

// The live line says what is now; above it stands what comes and how it is done.
function sayLines(say: Say, width: Width): readonly string[] {
  const side = say.side ?? 'both';
  if (say.kind === 'sentence') {
    if (say.key === 'ready') return howToLines(say.exercise, side, width);
    if (say.key === 'switch' && side !== 'both') return [labels.phase.switchTo[side]];
    return say.key === 'trimmed' ? wrap(labels.spoken.trimmed, textWidth(width)) : [];
  }
  const line = exerciseOf(say.exercise)?.instructions[say.line];
  // How it is done stands there already.
  if (line === undefined || isHowTo(line)) return [];
  return wrap(fillTemplate(line.text, wordsFor(side)), textWidth(width), '  ');
}

// All at once: who reads has another pace than who listens.
function howToLines(exercise: string, side: Side | 'both', width: Width): readonly string[] {
  const lines = exerciseOf(exercise)?.instructions.filter(isHowTo) ?? [];
  const next = fillTemplate(text.session.howTo, {
    exercise: exerciseName(exercise),
    place: text.session.place[side],
  });
  return [
    '',
    next,
    ...howToKinds.flatMap((kind) =>
      lines
        .filter((line) => line.kind === kind)
        .flatMap((line) => wrap(fillTemplate(line.text, wordsFor(side)), textWidth(width), '   ', ' - ')),
    ),
  ];
}

const howToKinds: readonly string[] = ['safety', 'preparation', 'step'];

function isHowTo({ kind }: { readonly kind: string }): boolean {
  return howToKinds.includes(kind);
}

function wordsFor(side: Side | 'both'): TemplateValues {
  return side === 'both'
    ? labels.bothSides
    : sidePlaces(side, labels.sides);
}
