import type { ExerciseClass } from '../catalogue/index.ts';
import { fillSession } from './fill-session.ts';
import { wantedOf } from './home-sessions.ts';
import type { PlanningContext } from './planning-context.ts';
import { gymExercises, runMarch, runStretch } from './preferred-exercises.ts';
import type { PlanItem } from './programme.ts';
import { choiceOf, choicesOf, withoutRepeats, type Choice } from './selection.ts';

/** [P-06] Which protocol a person follows: runners and triathletes, cyclists, or nobody's. */
export function sportOf({ about, noImpact }: PlanningContext): 'run' | 'ride' | undefined {
  if (noImpact) return undefined;
  if (about.sports.includes('running') || about.sports.includes('triathlon') || about.goals.includes('running')) return 'run';
  return about.sports.includes('cycling') || about.goals.includes('cycling') ? 'ride' : undefined;
}

/** [P-06] Gym work twice a week. */
export const gymTimesPerWeek = 2;

/** [P-06] Before a run: the lunge held up to 15 s, 2 to 3 times a side, then 10 marches a leg; stand-ins where needed (P-08). */
export function beforeRunItems(context: PlanningContext, budgetSeconds: number): readonly PlanItem[] {
  const stretch = withDose(context, runStretch, 'stretch').filter(({ exercise }) => exercise.doses['before-run']?.holdSeconds !== undefined)[0];
  const march = withDose(context, runMarch, 'strengthen')[0];
  return fillSession(
    [
      ...(stretch === undefined ? [] : [wantedOf(stretch, 2, { dose: 'before-run', because: ['P-06', 'C376'] })]),
      ...(march === undefined ? [] : [wantedOf(march, 1, { dose: 'before-run', because: ['P-06', 'C377'] })]),
    ],
    { seconds: budgetSeconds, sideOrder: context.order },
  );
}

// The named exercise first, then others of its class that have a dose for before a run.
function withDose(context: PlanningContext, preferred: string, className: ExerciseClass): readonly Choice[] {
  return choicesOf(context.selection, className, [preferred]).filter(({ exercise }) => exercise.doses['before-run'] !== undefined);
}

/** [P-06] After a run or a ride: the lunge, 45 to 60 s a side; another stretch where the lunge is not allowed. */
export function afterItems(context: PlanningContext, budgetSeconds: number): readonly PlanItem[] {
  const stretch = choiceOf(context.selection, runStretch) ?? choicesOf(context.selection, 'stretch', [])[0];
  const holdSeconds = context.needs.stretch === 'full' ? 60 : 45;
  return stretch === undefined ? [] : fillSession([wantedOf(stretch, 1, { dose: 'after-run', holdSeconds, maxHoldSeconds: context.holdLimitSeconds, because: ['P-06', 'C379'] })], { seconds: budgetSeconds, sideOrder: context.order });
}

/** [P-06] In the gym or at home: seated raise, lying raise, dead bug; what is not allowed is replaced (P-08). */
export function gymItems(context: PlanningContext, budgetSeconds: number): readonly PlanItem[] {
  const { selection, lowestRungs } = context;
  const named = lowestRungs ? [] : withoutRepeats(gymExercises.flatMap((id) => choiceOf(selection, id) ?? []));
  const others = choicesOf(selection, 'strengthen', ['standing-march', 'supine-march', 'bridge']);
  const missing = gymExercises.length - named.length;
  const stand = others.filter(({ exercise }) => !named.some((choice) => choice.exercise.id === exercise.id)).slice(0, missing);
  const wanted = [
    ...named.map((choice) => wantedOf(choice, 3, { dose: 'gym', mayGrow: true, because: ['P-06', 'C381'] })),
    ...stand.map((choice) => wantedOf(choice, lowestRungs ? 2 : 3, { dose: 'gym', mayGrow: true, because: ['P-06', 'P-08'] })),
  ];
  return fillSession(wanted, { seconds: budgetSeconds, sideOrder: context.order }, 'each-once-first');
}
