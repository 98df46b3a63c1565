import { fillTemplate, otherSide, type Side } from '@psoas/kernel';
import type { PlanItem } from '../programme/programme.ts';
import { redFrom } from '../session/stop-rules.ts';
import type { LoggedRunSet, Run } from './diary-state.ts';
import type { StepChange, StepKey, StepRule } from './steps/step-change.ts';

/** The words of a step: why, where, and what changes. The knowledge package's `text/steps` fits. */
export type StepWords = {
  /** Puts the two parts together: `{because}` and `{what}`. */
  readonly sentence: string;
  readonly because: { readonly [cause in StepCause]: string };
  readonly place: { readonly [side in Side | 'both']: string };
  readonly units: { readonly reps: string; readonly hold: string };
  readonly what: { readonly [key in StepKey]: string };
  readonly special: {
    readonly firstLoad: string;
    readonly someLoad: string;
    readonly loadedVariant: string;
    readonly easierForm: string;
  };
};

/** Why a step comes, as far as a sentence tells reasons apart. */
export type StepCause =
  | 'calmReps'
  | 'calmHold'
  | 'pain'
  | 'worse'
  | 'stopSign'
  | 'stops'
  | 'gap'
  | 'ill'
  | 'lighterWeek'
  | 'retest'
  | 'crashes'
  | 'unchanged'
  | 'proposed'
  | 'takenBack';

/** The exercise of a step, as its sentence needs it; the knowledge package's record fits. */
export type ToldExercise = {
  readonly doses: { readonly default: { readonly reps?: unknown } };
  readonly variants: readonly { readonly id: string; readonly name: string }[];
};

/** What a sentence is made with. */
export type Telling = {
  readonly words: StepWords;
  /** Undefined for an exercise that this version does not know. */
  readonly exercise: ToldExercise | undefined;
  readonly runs: readonly Run[];
};

/** [D-02] One plain sentence for a change: why, then what, with its numbers. */
export function stepSentence(change: StepChange, { words, exercise, runs }: Telling): string {
  const { variant, ...numbers } = change.values;
  const countsReps = exercise?.doses.default.reps !== undefined;
  const values = {
    ...numbers,
    place: words.place[toldSide(change, runs)],
    units: countsReps ? words.units.reps : words.units.hold,
    ...(variant !== undefined && { variant: variantName(variant, exercise) }),
  };
  return fillTemplate(words.sentence, {
    because: fillTemplate(words.because[causeOf(change, countsReps)], values),
    what: fillTemplate(whatOf(change, words), values),
  });
}

/** The words for the form and the load of a plan item. */
export type FormWords = { readonly variant: string; readonly load: string; readonly both: string };

/** [D-03] The harder form or the load of a plan item in words; undefined for the plain exercise. */
export function formText(
  { variant, loadKilograms }: Pick<PlanItem, 'variant' | 'loadKilograms'>,
  exercise: Pick<ToldExercise, 'variants'> | undefined,
  words: FormWords,
): string | undefined {
  const name = exercise?.variants.find(({ id }) => id === variant)?.name ?? variant;
  const load = loadKilograms === undefined ? {} : { to: loadKilograms };
  if (name === undefined) return loadKilograms === undefined ? undefined : fillTemplate(words.load, load);
  return fillTemplate(loadKilograms === undefined ? words.variant : words.both, { variant: name, ...load });
}

function whatOf({ key, values: { from, to, variant } }: StepChange, { what, special }: StepWords): string {
  if (key === 'loadUp' && from === undefined) return to === undefined ? special.someLoad : special.firstLoad;
  if (key === 'variantUp' && to !== undefined) return special.loadedVariant;
  return key === 'variantDown' && variant === undefined ? special.easierForm : what[key];
}

function variantName(id: string, exercise: ToldExercise | undefined): string {
  const name = exercise?.variants.find((variant) => variant.id === id)?.name ?? id;
  return name.charAt(0).toLowerCase() + name.slice(1);
}

// A new rule needs its cause here, and a new cause its words.
const causeByRule: { readonly [rule in StepRule]: StepCause } = {
  'D-01': 'stopSign',
  'D-03': 'calmReps',
  'D-04': 'pain',
  'D-05': 'stops',
  'D-06': 'retest',
  'D-08': 'lighterWeek',
  'D-09': 'gap',
  'D-11': 'ill',
  RF43: 'crashes',
  'SH-10': 'proposed',
  'SH-12': 'takenBack',
};

function causeOf({ rule, key, values: { pain } }: StepChange, countsReps: boolean): StepCause {
  if (rule === 'D-03' && !countsReps) return 'calmHold';
  // A step back with little pain comes from the answer of the day after.
  if (rule === 'D-04' && key !== 'trim' && (pain ?? 0) < redFrom) return 'worse';
  return causeByRule[rule];
}

// The player asks once for both sides; a side is named only when the sets of that day tell the sides apart.
function toldSide({ side, exercise, day, values: { pain } }: StepChange, runs: readonly Run[]): Side | 'both' {
  if (side === 'both') return 'both';
  const sets = runs
    .filter(({ startedDay }) => startedDay === day)
    .flatMap((run) => run.sets.filter((set) => set.exercise === exercise));
  const says = (of: Side): boolean => sets.some((set) => isReport(set, pain) && set.side === of);
  return says(side) && !says(otherSide(side)) ? side : 'both';
}

function isReport({ pain, felt }: LoggedRunSet, told: number | undefined): boolean {
  return told === undefined ? felt !== undefined : pain === told;
}
