import { preferredStrength, preferredStretches } from './preferred-exercises.ts';
import { fillSession, type Wanted } from './fill-session.ts';
import type { Needs } from './needs.ts';
import type { PlanItem, SessionKind } from './programme.ts';
import { choicesOf, withoutFreshStarts, type Choice } from './selection.ts';
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
  const { needs, lowestRungs, holdLimitSeconds, stretchLimitSeconds } = context;
  // [P-02] For the long thigh muscle the lunge stays first, and the standing stretch where no side could be told.
  const selection = needs.rectusFemoris || needs.onlyCannotTell ? withoutFreshStarts(context.selection) : context.selection;
  const choices = choicesOf(selection, 'stretch', preferredStretches(needs, lowestRungs));
  const isLight = day.kind === 'light';
  const hold = isLight ? lightHoldSeconds : usualHoldSeconds;
  const chosen = isLight ? choices.slice(0, 1) : mainStretches(choices, needs);
  // Two stretches share the two holds, so that the week's limit is kept.
  const sets = needs.stretch === 'full' && !isLight && chosen.length === 1 ? 2 : 1;
  const because = ['P-02', 'P-03', ...needs.stretchReasons];
  return chosen.map((choice) => wantedOf(choice, sets, { dose: 'default', holdSeconds: hold, maxHoldSeconds: Math.min(holdLimitSeconds, stretchLimitSeconds), mayGrow: !isLight, because }));
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
  return choices.slice(0, count).map((choice) => wantedOf(choice, sets, { dose: 'default', mayGrow: true, because: ['P-02', ...needs.strengthReasons] }));
}

/** [D-03] Sets grow to three; more would not fit the minutes of most days. */
const mostSets = 3;

/** A choice as something wanted in a session; a swap says that it was the person's wish, a step that the diary asked. */
export function wantedOf({ exercise, allowed, swapped, setting, form, isDeload }: Choice, sets: number, dosing: Wanted['dosing']): Wanted {
  const because = [...dosing.because, ...(swapped ? ['P-11'] : []), ...(isDeload ? ['D-08'] : [])];
  const isStrength = exercise.class === 'strengthen';
  // [P-03] The holds of a stretch are two: what grows is their length.
  const set = isStrength ? Math.min(mostSets, exercise.doses.default.sets.max, setting?.sets ?? sets) : Math.min(sets, setting?.sets ?? sets);
  const grown = dosing.mayGrow === true ? set : Math.min(set, sets);
  return { exercise, allowed, sets: isDeload && isStrength ? Math.max(1, grown - 1) : grown, dosing: { ...dosing, ...(setting && { setting }), ...(form && { form }), because } };
}
