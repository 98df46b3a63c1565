import { perSide, sides, type PerSide, type Side } from '@psoas/kernel';
import type { About } from '../answers/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Conduct, Exclusion } from '../safety/index.ts';
import type { SideFinding } from '../selfcheck/index.ts';
import { availabilities, type Availability } from './availability.ts';
import { addExtraSets } from './extra-sets.ts';
import { layOutWeek } from './lay-out-week.ts';
import { needsOf } from './needs.ts';
import { notesOf } from './notes.ts';
import { breakStretch } from './preferred-exercises.ts';
import type { PlanningContext } from './planning-context.ts';
import type { BreakPlan, PlannedSession, Programme, ProgrammeWishes } from './programme.ts';
import type { Settings } from './setting.ts';
import { choiceOf, mayReplace, usableOf } from './selection.ts';
import { weeklyStretch, weeklyStretchLimitSeconds } from './weekly-stretch.ts';
import { withRest } from './rest-wish.ts';

/** Everything that a programme follows from. */
export type ProgrammeInput = {
  readonly about: About;
  readonly findings: PerSide<SideFinding>;
  readonly exclusions: readonly Exclusion[];
  readonly conduct: Conduct;
  readonly catalogue: Catalogue;
  readonly openedExercises: ReadonlySet<string>;
  readonly wishes: ProgrammeWishes;
  /** [D-02] What the diary has changed. */
  readonly settings?: Settings;
};

/** [D-06] Days until the check comes again. */
export const retestDays = 28;
/** Hold for backs that dislike bending backwards: short holds (source S115, second-hand). */
const shortHoldSeconds = 30;

/** Makes the week from findings, screening and what the person has: rules P-01 to P-11. Deterministic. */
export function createProgramme(input: ProgrammeInput): Programme {
  const context = planningContext(input);
  const available = context.selection.available;
  const wantsNothing = input.wishes.noMaintenance === true && context.needs.maintenanceOnly;
  const sessions = wantsNothing ? [] : addExtraSets(weekUnderLimit(context), context);
  const breaks = wantsNothing ? null : breakPlan(context, weeklyStretch(sessions), input.wishes);
  const weeklyStretchSeconds = perSide((side) => weeklyStretch(sessions)[side] + (breaks === null ? 0 : breaks.holdSeconds * breaks.timesPerWeek));
  const notes = notesOf({ context, sessions, weeklyStretchSeconds, conduct: input.conduct });
  return {
    sessions,
    belowDose: notes.some(({ id }) => id === 'P-07' || id === 'P-12'),
    notes,
    weeklyStretchSeconds,
    breaks,
    locked: available.filter(({ locked }) => locked).map(({ exercise }) => ({ exercise: exercise.id, gates: exercise.gates.map(({ id }) => id) })),
    leftOut: available.filter(isLeftOut).map(({ exercise, blockedBy }) => ({ exercise: exercise.id, by: blockedBy })),
    retestAfterDays: context.needs.someCannotTell ? 1 : retestDays,
  };
}

/** What may replace an exercise of a programme: same class, allowed, on as many sides (P-11). */
export function alternativesFor(exercise: string, input: ProgrammeInput): readonly string[] {
  const { selection } = planningContext(input);
  const current = selection.available.find((entry) => entry.exercise.id === exercise);
  if (current === undefined) return [];
  return usableOf(selection)
    .filter((entry) => mayReplace(current, entry))
    .map((entry) => entry.exercise.id);
}

/** [SH-11] The sides on which an exercise may be planned; none when it may not. */
export function allowedSidesOf(exercise: string, input: ProgrammeInput): readonly Side[] {
  const { selection } = planningContext(input);
  return usableOf(selection).find((entry) => entry.exercise.id === exercise)?.allowedSides ?? [];
}

/** What planning looks at, for planning something besides the week too. */
export function planningContext(input: ProgrammeInput): PlanningContext {
  const { wishes, conduct } = input;
  const about = { ...input.about, daysPerWeek: wishes.daysPerWeek ?? input.about.daysPerWeek, minutesPerDay: wishes.minutesPerDay ?? input.about.minutesPerDay };
  const needs = needsOf(input.findings);
  const lowestRungs = conduct.lowestRungs || needs.someCannotTell || needs.someLiftHurt;
  const available = availabilities(withRest(input.catalogue, wishes.rest), { about, exclusions: input.exclusions, openedExercises: input.openedExercises });
  const shortHolds = input.exclusions.some(({ by }) => by === 'M-BACK-EXTENSION');
  const maxRung = lowestRungs ? 1 : about.level === 'beginner' ? 2 : 5;
  return {
    about,
    needs,
    lowestRungs,
    noImpact: conduct.noImpact,
    order: wishes.order ?? 'alternate',
    holdLimitSeconds: shortHolds ? shortHoldSeconds : Infinity,
    stretchLimitSeconds: Infinity,
    selection: { available, swaps: wishes.swaps ?? {}, ...(wishes.sides && { sides: wishes.sides }), maxRung, openGatesPass: !lowestRungs, formFacts: { equipment: about.equipment, exclusions: input.exclusions, lowestRungs }, ...(input.settings && { settings: input.settings }) },
  };
}

/** [P-03] Holds grow only as far as the week's limit allows: the longest of these that keeps it. */
const holdLimits = [Infinity, 60, 55, 50, 45] as const;

function weekUnderLimit(context: PlanningContext): readonly PlannedSession[] {
  const weeks = holdLimits.map((stretchLimitSeconds) => () => layOutWeek({ ...context, stretchLimitSeconds }));
  const fits = (week: readonly PlannedSession[]): boolean => sides.every((side) => weeklyStretch(week)[side] <= weeklyStretchLimitSeconds);
  return weeks.reduce<readonly PlannedSession[] | undefined>((found, layOut) => (found !== undefined && fits(found) ? found : layOut()), undefined) ?? [];
}

function isLeftOut({ locked, allowedSides, blockedBy }: Availability): boolean {
  return !locked && allowedSides.length === 0 && blockedBy.length > 0;
}

// [P-03] Breaks take what the week's limit leaves, at most four on each of five days.
function breakPlan(context: PlanningContext, planned: PerSide<number>, { deskBreaks }: ProgrammeWishes): BreakPlan | null {
  const isWanted = deskBreaks === true || context.about.goals.includes('desk-comfort');
  // [D-03] The ladder does not lead to another stretch at the desk, and what was set lower is lower here too (D-04).
  const { settings, ...selection } = context.selection;
  const choice = isWanted ? choiceOf({ ...selection, swaps: {}, sides: {} }, breakStretch) : undefined;
  if (choice === undefined || choice.allowed.sides.length < 2) return null;
  const usualSeconds = choice.exercise.doses['desk-break']?.holdSeconds?.min ?? shortHoldSeconds;
  const holdSeconds = Math.min(usualSeconds, settings?.settingByExercise.get(choice.exercise.id)?.holdSeconds ?? usualSeconds);
  const left = weeklyStretchLimitSeconds - Math.max(...sides.map((side) => planned[side]));
  const timesPerWeek = Math.min(20, Math.floor(left / holdSeconds));
  return timesPerWeek < 1 ? null : { exercise: choice.exercise.id, holdSeconds, timesPerWeek, because: ['P-03', 'C316', 'C317'] };
}
