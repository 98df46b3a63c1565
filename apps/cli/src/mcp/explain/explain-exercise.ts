import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/mcp';
import type { Exercise } from '@psoas/knowledge/types';
import type { z } from 'zod';
import { mirrored } from '../../exercise-name.ts';
import { exerciseLines } from '../../print/exercise-lines.ts';
import { isStopped, plainScreen, type Looked } from '../look.ts';
import { reasonsOf } from '../reasons.ts';
import { sourcesOf, type Explained, type inPlan } from './explained.ts';

type InPlan = z.infer<typeof inPlan>;

/** An exercise: what it is, how it is done, and why it is or is not in the plan of this diary. */
export function explainExercise(exercise: Exercise, looked: Looked): Explained {
  const place = placeOf(exercise, looked);
  const why = place.why.map((one) => ` - ${one.text} (${one.id})`);
  return {
    id: exercise.id,
    kind: 'exercise',
    title: exercise.name,
    text: [...placeLines(place, exercise), ...why, '', ...exerciseLines(mirrored(exercise, undefined), plainScreen)],
    inPlan: place,
    sources: sourcesOf(exercise.sources),
    related: [...exercise.claims, ...exercise.easier, ...exercise.harder],
  };
}

function placeOf({ id, planned }: Exercise, looked: Looked): InPlan {
  const { now, assessment } = looked;
  if (now.kind === 'no-check') return { status: 'no-check', why: [] };
  const programme = assessment?.programme;
  if (isStopped(looked) || programme == null) return { status: 'stopped', why: reasonsOf(now.because) };
  const items = programme.sessions.flatMap((session) => session.items).filter(({ exercise }) => exercise === id);
  if (items.length > 0) return { status: 'in-plan', why: reasonsOf(items.flatMap(({ because }) => because)) };
  const leftOut = programme.leftOut.find(({ exercise }) => exercise === id);
  if (leftOut !== undefined) return { status: 'left-out', why: reasonsOf(leftOut.by) };
  const locked = programme.locked.find(({ exercise }) => exercise === id);
  if (locked !== undefined) return { status: 'opens-later', why: locked.gates.map((gate) => ({ id: 'P-05', text: gate })) };
  return { status: planned ? 'not-chosen' : 'not-planned', why: [] };
}

function placeLines({ status }: InPlan, { notPlannedBecause }: Exercise): readonly string[] {
  const { answers } = text;
  switch (status) {
    // Why there is no plan stands before everything.
    case 'no-check':
      return [];
    case 'stopped':
      return [answers.stopped];
    case 'in-plan':
      return [answers.inPlan];
    case 'left-out':
      return [answers.leftOut];
    case 'opens-later':
      return [answers.locked];
    case 'not-planned':
      return [fillTemplate(answers.notPlanned, { why: notPlannedBecause ?? '' })];
    case 'not-chosen':
      return [answers.notChosen];
  }
}
