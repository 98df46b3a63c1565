import { preferredStrength, preferredStretches } from './preferred-exercises.ts';
import { fillSession, type Wanted } from './fill-session.ts';
import type { Needs } from './needs.ts';
import type { PlanItem, SessionKind } from './programme.ts';
import { choicesOf, type Choice } from './selection.ts';
import type { PlanningContext } from './planning-context.ts';

/** What one day at home holds. */
export type DayPlan = { readonly day: number; readonly kind: SessionKind; readonly strength: boolean; readonly budgetSeconds: number };

/** [P-03] The hold that studies of stretching add up to 5 to 10 minutes a week with. */
const usualHoldSeconds = 45;
/** [P-03] The one light day of a seven-day week. */
const lightHoldSeconds = 30;
/** Below this, strength and stretch take turns instead of sharing a day. */
const sharedDaySeconds = 300;

/** The items of a day at home: stretch, and strength on strength days, as far as the minutes go. */
export function homeItems(context: PlanningContext, day: DayPlan): readonly PlanItem[] {
  const { needs } = context;
  const stretch = stretchWanted(context, day);
  const strength = day.strength ? strengthWanted(context) : [];
  const strengthFirst = needs.stretch === 'short' || day.budgetSeconds < sharedDaySeconds;
  return fillSession(strengthFirst ? [...strength.slice(0, 1), ...stretch, ...strength.slice(1)] : [...stretch, ...strength], { seconds: day.budgetSeconds, sideOrder: context.order });
}

function stretchWanted(context: PlanningContext, day: DayPlan): readonly Wanted[] {
  const { needs, lowestRungs, holdLimitSeconds } = context;
  const choices = choicesOf(context.selection, 'stretch', preferredStretches(needs, lowestRungs));
  const isLight = day.kind === 'light';
  const hold = isLight ? lightHoldSeconds : usualHoldSeconds;
  const chosen = isLight ? choices.slice(0, 1) : mainStretches(choices, needs);
  // Two stretches share the two holds, so that the week's limit is kept.
  const sets = needs.stretch === 'full' && !isLight && chosen.length === 1 ? 2 : 1;
  const because = ['P-02', 'P-03', ...needs.stretchReasons];
  return chosen.map((choice) => wantedOf(choice, sets, { dose: 'default', holdSeconds: hold, maxHoldSeconds: holdLimitSeconds, because }));
}

// One stretch a day; a second one, for the long thigh muscle, once its gate is open.
function mainStretches(choices: readonly Choice[], needs: Needs): readonly Choice[] {
  const main = choices.slice(0, 1);
  if (!needs.rectusFemoris) return main;
  return [...main, ...choices.slice(1).filter(({ exercise }) => exercise.hips.target.includes('deep-knee-flexion'))].slice(0, 2);
}

function strengthWanted(context: PlanningContext): readonly Wanted[] {
  const { needs, lowestRungs, about } = context;
  const choices = choicesOf(context.selection, 'strengthen', preferredStrength(about.level, lowestRungs));
  const count = needs.maintenanceOnly ? 1 : needs.strength === 'full' ? 3 : 2;
  const sets = needs.strength === 'full' && about.level !== 'beginner' && !lowestRungs ? 3 : 2;
  return choices.slice(0, count).map((choice) => wantedOf(choice, sets, { dose: 'default', because: ['P-02', ...needs.strengthReasons] }));
}

/** A choice as something wanted in a session; a swap says that it was the person's wish. */
export function wantedOf({ exercise, allowed, swapped }: Choice, sets: number, dosing: Wanted['dosing']): Wanted {
  return { exercise, allowed, sets, dosing: swapped ? { ...dosing, because: [...dosing.because, 'P-11'] } : dosing };
}
