import { sidePlaces, fillTemplate, type Side, type TemplateValues } from '@psoas/kernel';
import type { PlayerView, Say, SentenceKey, Step } from '@psoas/core/session';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/player';

/** The exercises of a session, by id. */
export type ExerciseById = ReadonlyMap<string, Exercise>;

/** The words of something to be told; empty when its exercise is not known. */
export function sayToText(say: Say, exerciseById: ExerciseById): string {
  const exercise = exerciseById.get(say.exercise);
  if (say.kind === 'line') return exercise === undefined ? '' : lineText(exercise, say.line, say.side);
  const { key, side, seconds = 0, reps = 0 } = say;
  const name = exercise?.name ?? say.exercise;
  const template = side === 'both' ? bothTemplate(key, exercise) : text.spoken[key];
  const sideWord = key === 'switch' ? sideWordOf(side) : side === undefined ? '' : text.place[side];
  return fillTemplate(template, { exercise: name, seconds, reps, side: sideWord });
}

// One number for both sides would not say whether it counts each of them.
function bothTemplate(key: SentenceKey, exercise: Exercise | undefined): string {
  if (key === 'ready') return text.spoken.readyBoth;
  const model = exercise?.side.model;
  const isInTurn = model === 'alternating' || model === 'contralateral';
  return key === 'startReps' && isInTurn ? text.spoken.startRepsInTurn : text.spoken[key];
}

/** An instruction line with its sides named; empty when there is no such line. */
export function lineText(exercise: Exercise, line: number, side: Side | 'both'): string {
  return fillTemplate(exercise.instructions[line]?.text ?? '', sideWords(side));
}

/** [AC-04] How an exercise is done, as the voice tells it during a pause. */
export function howToLines(exercise: Exercise, side: Side | 'both'): readonly string[] {
  const lines = (['preparation', 'step'] as const).flatMap((kind) =>
    exercise.instructions.flatMap((line, index) => (line.kind === kind ? [lineText(exercise, index, side)] : [])),
  );
  return lines.length === 0 ? [] : [text.spoken.keys.howTo, ...lines];
}

/** How {target} and {other} read for a side. */
function sideWords(side: Side | 'both'): TemplateValues {
  if (side !== 'both') return sidePlaces(side, text.sides);
  const { target, other } = text.bothSides;
  return { target: { side, word: target }, other: { side, word: other } };
}

/** Such as "Right side, set 1 of 2". */
export function placeText({ step, side }: Pick<PlayerView, 'step' | 'side'>): string {
  const { set, sets } = step;
  return side === undefined
    ? fillTemplate(text.setOnly, { set, sets })
    : fillTemplate(text.set, { side: text.place[side], set, sets });
}

/** What is going on, in two or three words. */
export function phaseText(step: Step): string {
  switch (step.kind) {
    case 'ready':
      return text.phase.ready;
    case 'switch':
      return text.phase.switchTo[step.to];
    case 'rest':
      return text.phase.rest;
    case 'work':
      return step.mode === 'hold' ? text.phase.hold : text.phase.reps;
    case 'ask':
      return text.ask.title;
  }
}

/** What comes after the step that is now. */
export function nextText(next: Step | undefined, exerciseById: ExerciseById): string {
  switch (next?.kind) {
    case undefined:
      return text.next.end;
    case 'ready':
      return fillTemplate(text.next.exercise, {
        exercise: exerciseById.get(next.exercise)?.name ?? next.exercise,
      });
    case 'switch':
      return text.next.switchTo[next.to];
    case 'rest':
      return fillTemplate(text.next.rest, { seconds: next.seconds });
    case 'work':
      return next.mode === 'hold'
        ? fillTemplate(text.next.work, { seconds: next.seconds })
        : fillTemplate(text.next.reps, { reps: next.reps ?? 0 });
    case 'ask':
      return text.next.ask;
  }
}

/** Which of the exercise's cues an instruction line is, from 0; undefined when it is no cue. */
export function cueNumber(exercise: Exercise | undefined, line: number): number | undefined {
  if (exercise?.instructions[line]?.kind !== 'cue') return undefined;
  return exercise.instructions.slice(0, line).filter(({ kind }) => kind === 'cue').length;
}

/** The line under the timer: the instruction line that is due, or what a step without lines asks for. */
export function cueText(
  { step, line }: Pick<PlayerView, 'step' | 'line'>,
  exerciseById: ExerciseById,
): string {
  if (line !== undefined) return sayToText(line, exerciseById);
  if (step.kind === 'rest') return text.cue.rest;
  return step.kind === 'switch' ? text.cue.switch : '';
}

function sideWordOf(side: Side | 'both' | undefined): string {
  return side === undefined || side === 'both' ? '' : text.sides[side];
}
