import { createTimeline, type TimelineOptions, type WorkStep } from '@psoas/core/session';
import type { PlanItem, PlannedSession } from '@psoas/core/programme';
import { byId } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { z } from 'zod';
import { exerciseName } from '../exercise-name.ts';
import { reason, reasonsOf } from './reasons.ts';

export const side = z.enum(['left', 'right', 'both']);

/** A session of the plan, with the reasons for each exercise. `writtenFor`: the sides as log_set takes them. */
export const plannedSession = z.object({
  id: z.string(),
  kind: z.string(),
  day: z.number(),
  minutes: z.number(),
  items: z.array(
    z.object({
      exercise: z.string(),
      name: z.string(),
      side,
      writtenFor: z.array(side),
      sets: z.number(),
      reps: z.number().optional(),
      holdSeconds: z.number().optional(),
      restSeconds: z.number(),
      variant: z.string().optional(),
      loadKilograms: z.number().optional(),
      why: z.array(reason),
    }),
  ),
});

/** A session as the tools give it. */
export function sessionOf({ id, kind, day, minutes, items }: PlannedSession): z.infer<typeof plannedSession> {
  return { id, kind, day, minutes, items: items.map(itemOf) };
}

function itemOf(item: PlanItem): z.infer<typeof plannedSession>['items'][number] {
  const { exercise, sets, reps, holdSeconds, restSeconds, variant, loadKilograms } = item;
  return {
    exercise,
    name: exerciseName(exercise),
    side: item.side,
    writtenFor: [...new Set(workSteps([item]).map((step) => step.side))],
    sets,
    ...(reps !== undefined && { reps }),
    ...(holdSeconds !== undefined && { holdSeconds }),
    restSeconds,
    ...(variant !== undefined && { variant }),
    ...(loadKilograms !== undefined && { loadKilograms }),
    why: reasonsOf(item.because),
  };
}

/** Every set of a session that is work, side by side as the timeline has them. */
export function workSteps(items: readonly PlanItem[], options?: TimelineOptions): readonly WorkStep[] {
  return createTimeline(items, byId(catalogue.exercises), options).steps.filter((step) => step.kind === 'work');
}
