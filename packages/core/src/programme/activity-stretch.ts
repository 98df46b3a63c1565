import type { Activity } from '../diary/event.ts';
import { planningContext, type ProgrammeInput } from './create-programme.ts';
import { planItem } from './plan-item.ts';
import { breakStretch } from './preferred-exercises.ts';
import type { PlanItem } from './programme.ts';
import { choiceOf } from './selection.ts';
import { afterItems } from './sport-sessions.ts';

/** The hold when nothing is said about the person's own; an exercise's range stands above it. */
const deskHoldSeconds = 30;

/**
 * [BR-12] The stretch that fits an activity: after sitting the standing one, held as in a desk break; after the others
 * the one of after a run (P-06). Undefined where none is allowed, and after a run or ride while impact waits (RF13).
 */
export function activityStretch(input: ProgrammeInput, activity: Activity): PlanItem | undefined {
  const context = planningContext(input);
  if (activity !== 'sitting') {
    const isImpact = activity === 'run' || activity === 'ride';
    return isImpact && context.noImpact ? undefined : afterItems(context, Infinity)[0];
  }
  const choice = choiceOf(context.selection, breakStretch);
  if (choice === undefined) return afterItems(context, Infinity)[0];
  return planItem(choice.exercise, choice.allowed, 1, {
    dose: 'desk-break',
    holdSeconds: deskHoldSeconds,
    maxHoldSeconds: context.holdLimitSeconds,
    because: ['P-03', 'C316'],
  });
}
