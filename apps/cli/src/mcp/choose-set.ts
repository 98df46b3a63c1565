import type { PlanItem } from '@psoas/core/programme';
import type { WorkStep } from '@psoas/core/session';
import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/mcp';
import player from '@psoas/knowledge/text/player';
import { exerciseName, exerciseOf } from '../exercise-name.ts';
import type { Walk } from './choose-walk.ts';
import { workSteps } from './planned.ts';
import type { SetInput } from './set-input.ts';
import { closedBy } from './stopped-sets.ts';
import type { Refusal } from './tool.ts';

/** More than this many times what is planned is more likely a slip than a set. Own choice. */
const mostTimesPlanned = 2;

/** The planned set that a report belongs to, with how long it was really worked. */
export type ChosenSet = { readonly step: WorkStep; readonly item: PlanItem; readonly seconds: number };

/** The set of a walk that is meant, or which field stands against it. */
export function chooseSet(walk: Walk, input: SetInput): Result<ChosenSet, Refusal> {
  const own = workSteps(walk.items, walk.options).filter(({ exercise }) => exercise === input.exercise);
  const sides = [...new Set(own.map(({ side }) => side))];
  const ofSide = own.filter(({ side }) => side === input.side);
  if (ofSide.length === 0) return refuse('side', fillTemplate(text.refused.side, { known: sides.join(', ') }));
  const found = openSet(walk, ofSide, input.set);
  if (!found.ok) return found;
  const item = walk.items[found.value.item];
  if (item === undefined) return refuse('exercise', text.refused.rest);
  const stopped = closedBy(item, walk.sets, walk.items);
  if (stopped !== undefined) {
    const { title, body } = player.stop[stopped.key];
    const words = { exercise: exerciseName(input.exercise), title, body: fillTemplate(body, stopped.values) };
    return refuse('exercise', fillTemplate(text.refused.closed, words));
  }
  const places = exerciseOf(input.exercise)?.feel.answers.map(({ where }) => where) ?? [];
  if (input.felt !== undefined && !places.some((where) => where === input.felt))
    return refuse('felt', fillTemplate(text.refused.felt, { known: places.join(', ') }));
  const seconds = secondsOf(found.value, input);
  return seconds.ok ? ok({ step: found.value, item, seconds: seconds.value }) : seconds;
}

/** The sets of a walk that nobody has written down, those of stopped exercises left out. */
export function openSteps(walk: Walk): readonly WorkStep[] {
  return workSteps(walk.items, walk.options).filter((step) => {
    const item = walk.items[step.item];
    return item !== undefined && !isWritten(walk, step) && closedBy(item, walk.sets, walk.items) === undefined;
  });
}

function openSet(walk: Walk, ofSide: readonly WorkStep[], set: number | undefined): Result<WorkStep, Refusal> {
  if (set === undefined) {
    const next = ofSide.find((step) => !isWritten(walk, step));
    return next === undefined ? refuse('set', text.refused.setsFull) : ok(next);
  }
  const numbered = ofSide.filter((step) => step.set === set);
  const sets = Math.max(...ofSide.map((step) => step.set));
  if (numbered.length === 0) return refuse('set', fillTemplate(text.refused.setRange, { sets }));
  const open = numbered.find((step) => !isWritten(walk, step));
  return open === undefined ? refuse('set', fillTemplate(text.refused.setThere, { set })) : ok(open);
}

function isWritten({ sets }: Walk, { item, side, set }: WorkStep): boolean {
  return sets.some((one) => one.item === item && one.side === side && one.set === set);
}

// Repetitions take the time of their tempo, as in a guided session.
function secondsOf(step: WorkStep, { reps, holdSeconds }: SetInput): Result<number, Refusal> {
  if (step.mode === 'reps') {
    if (reps === undefined || holdSeconds !== undefined) return refuse('reps', text.refused.needsReps);
    const planned = step.reps ?? 0;
    return reps > mostTimesPlanned * planned
      ? refuse('reps', fillTemplate(text.refused.amount, { found: reps, planned }))
      : ok(planned === 0 ? 0 : Math.floor((step.seconds * reps * 10) / planned) / 10);
  }
  if (holdSeconds === undefined || reps !== undefined) return refuse('holdSeconds', text.refused.needsHold);
  return holdSeconds > mostTimesPlanned * step.seconds
    ? refuse('holdSeconds', fillTemplate(text.refused.amount, { found: holdSeconds, planned: step.seconds }))
    : ok(holdSeconds);
}

function refuse(field: string, line: string): Result<never, Refusal> {
  return err({ field, lines: [line] });
}
