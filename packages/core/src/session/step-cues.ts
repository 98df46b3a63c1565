import { placeReadyLines, placeWorkLines, speakingMillis } from './instruction-lines.ts';
import type { PlayerEffect, Say, SentenceKey, Tone, VibrationPattern } from './player-event.ts';
import { sideOfStep, type PlayerState, type StepRun } from './player-state.ts';
import type { WorkStep } from './step.ts';

/** Something that is given at a moment of a step, from the step's start. */
export type Cue = { readonly atMillis: number; readonly effect: PlayerEffect };

/** Words of "Next: kneeling hip flexor lunge, left side", roughly: the lines begin after it. */
const announcementWords = 6;

/** [T-11] Everything that one step says, sounds and shakes, in its order. Pure: the same step gives the same cues. */
export function stepCues(state: PlayerState, run: StepRun): readonly Cue[] {
  return cuesOf(state, run).toSorted((first, second) => first.atMillis - second.atMillis);
}

function cuesOf(state: PlayerState, run: StepRun): readonly Cue[] {
  const { step, allottedMillis } = run;
  switch (step.kind) {
    case 'ready':
      return [
        tone(0, 'ready'),
        sentence(0, 'ready', run),
        ...readyLines(state, run),
        ...countIn(state, allottedMillis),
      ];
    case 'switch':
      return [sentence(0, 'switch', run), vibrate(0, 'double'), ...countIn(state, allottedMillis)];
    case 'rest':
      return [sentence(0, 'rest', run), ...countIn(state, allottedMillis)];
    case 'work':
      return workCues(state, run, step);
    case 'ask':
      return [sentence(0, 'ask', run)];
  }
}

function workCues(state: PlayerState, run: StepRun, step: WorkStep): readonly Cue[] {
  const { allottedMillis } = run;
  const half = allottedMillis / 2;
  const halfway =
    state.halfwayPassed || allottedMillis < 20_000
      ? []
      : [tone(half, 'halfway'), vibrate(half, 'short'), sentence(half, 'halfway', run)];
  const lines = placeWorkLines(state.items[step.item]?.lines ?? [], allottedMillis, step.set).map(
    ({ line, atMillis }) => say(atMillis, { kind: 'line', exercise: step.exercise, line, side: step.side }),
  );
  return [
    tone(0, 'start'),
    vibrate(0, 'long'),
    sentence(0, step.mode === 'hold' ? 'startHold' : 'startReps', run),
    ...lines,
    ...halfway,
    tone(allottedMillis, 'end'),
    vibrate(allottedMillis, 'long'),
  ];
}

function readyLines(state: PlayerState, run: StepRun): readonly Cue[] {
  const { step, allottedMillis } = run;
  const until = allottedMillis - state.countInSeconds * 1000;
  return placeReadyLines(state.items[step.item]?.lines ?? [], speakingMillis(announcementWords), until).map(
    ({ line, atMillis }) =>
      say(atMillis, { kind: 'line', exercise: step.exercise, line, side: sideOfStep(step) ?? 'both' }),
  );
}

// [T-12] One short tone a second in the last seconds before work begins.
function countIn({ countInSeconds }: PlayerState, allottedMillis: number): readonly Cue[] {
  return Array.from(
    { length: countInSeconds },
    (_, index) => allottedMillis - (countInSeconds - index) * 1000,
  )
    .filter((atMillis) => atMillis > 0)
    .map((atMillis) => tone(atMillis, 'count'));
}

function sentence(atMillis: number, key: SentenceKey, { step, allottedMillis }: StepRun): Cue {
  const side = sideOfStep(step);
  const reps = step.kind === 'work' ? step.reps : undefined;
  return say(atMillis, {
    kind: 'sentence',
    key,
    exercise: step.exercise,
    seconds: Math.round(allottedMillis / 1000),
    ...(side === undefined ? {} : { side }),
    ...(reps === undefined ? {} : { reps }),
  });
}

function say(atMillis: number, what: Say): Cue {
  return { atMillis, effect: { kind: 'say', say: what } };
}

function tone(atMillis: number, kind: Tone): Cue {
  return { atMillis, effect: { kind: 'tone', tone: kind } };
}

function vibrate(atMillis: number, pattern: VibrationPattern): Cue {
  return { atMillis, effect: { kind: 'vibrate', pattern } };
}
