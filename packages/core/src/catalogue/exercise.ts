/**
 * The exercise as the rules see it. The knowledge package holds the whole record; it is passed in as a value,
 * and its type fits this one.
 */
export type CatalogueExercise = {
  readonly id: string;
  readonly class: ExerciseClass;
  readonly planned: boolean;
  readonly side: { readonly model: SideModel };
  readonly level: ExperienceLevel;
  /** 1 is where everybody may start; 4 and 5 need an open gate. */
  readonly rung: number;
  readonly equipment: { readonly needed: readonly (readonly Equipment[])[] };
  readonly properties: readonly BodyProperty[];
  readonly hips: { readonly target: readonly HipProperty[]; readonly other: readonly HipProperty[] };
  readonly doses: { readonly default: Dose } & { readonly [name in DoseName]?: Dose };
  readonly gates: readonly Gate[];
  readonly easier: readonly string[];
  readonly harder: readonly string[];
  readonly substitutes: readonly string[];
  /** Harder forms, in the order in which a person comes to them; none when absent. */
  readonly forms?: readonly HarderForm[];
  /** [D-03] Where it may be felt, and where it must stop (D-01). */
  readonly feelPlaces?: { readonly right: readonly string[]; readonly stop: readonly string[] };
  readonly claims: readonly string[];
};

/** A self-test as the rules see it. */
export type CatalogueCheck = {
  readonly answerKey: CheckKey;
  readonly properties: readonly BodyProperty[];
  readonly hips: { readonly target: readonly HipProperty[]; readonly other: readonly HipProperty[] };
};

/** Everything of the knowledge that rules decide by. */
export type Catalogue = {
  readonly exercises: readonly CatalogueExercise[];
  readonly checks: readonly CatalogueCheck[];
};

/** How much of an exercise, as ranges with a default. Holds have `holdSeconds`, repetitions have `reps` and `tempo`. */
export type Dose = {
  readonly sets: DoseRange;
  readonly holdSeconds?: DoseRange;
  readonly reps?: DoseRange;
  readonly tempo?: Tempo;
  /** Between two sets. */
  readonly restSeconds: number;
};

/** A range with the value to start from. */
export type DoseRange = { readonly min: number; readonly max: number; readonly default: number };

/** Seconds of one repetition. */
export type Tempo = { readonly upSeconds: number; readonly pauseSeconds: number; readonly downSeconds: number };

/** What the diary must show, on both sides, before an exercise is unlocked (P-05). */
export type Gate = {
  readonly id: string;
  readonly requires: {
    readonly exercise: string;
    readonly sets: number;
    readonly reps?: number;
    readonly holdSeconds?: number;
    readonly sessions: number;
    readonly painAtMost: number;
  };
};

/** [D-03] A harder form of an exercise: more load, a longer lever, more range, or a band. */
export type HarderForm = {
  /** Id of the variant; absent when the exercise itself gets heavier. */
  readonly variant?: string;
  readonly by: 'load' | 'lever' | 'range' | 'band';
  /** Everything that it needs besides what the exercise needs. */
  readonly needs?: readonly Equipment[];
  readonly adds?: readonly BodyProperty[];
  readonly addsHips?: readonly HipProperty[];
  /** Load to begin with, one step, and the most, in kilograms. */
  readonly kilograms?: { readonly min: number; readonly step: number; readonly max: number };
};

/** What an exercise is for. */
export type ExerciseClass = 'stretch' | 'strengthen' | 'mobilise' | 'release';
/** How an exercise uses the two sides: one at a time, in turn within a set, crosswise, or both at once. */
export type SideModel = 'unilateral' | 'alternating' | 'contralateral' | 'bilateral';
/** For which occasion or goal a dose is written. */
export type DoseName = 'default' | 'before-run' | 'after-run' | 'gym' | 'desk-break' | 'flexibility' | 'short';
/** The self-tests. */
export type CheckKey = 'halfKneeling' | 'kneeLift' | 'thomas' | 'seatedLifts';

/** How used to training somebody is, by their own word. It opens no gate. */
export const experienceLevels = ['beginner', 'intermediate', 'advanced'] as const;
export type ExperienceLevel = (typeof experienceLevels)[number];

/** Things an exercise can need. */
export const equipmentKinds = ['mat', 'chair', 'wall', 'couch', 'bed', 'blocks', 'box', 'band', 'ankle-weight', 'dumbbell', 'kettlebell', 'pull-up-bar', 'ball'] as const;
export type Equipment = (typeof equipmentKinds)[number];

/** What an exercise asks of the whole body. */
export const bodyProperties = ['floor', 'kneeling', 'supine', 'prone', 'side-lying', 'split-stance', 'standing-balance', 'loaded-single-leg-standing', 'on-box', 'bed-edge', 'head-low', 'hanging', 'high-abdominal-pressure', 'isometric-strength-hold', 'loaded-lumbar-flexion', 'end-range-lumbar-flexion', 'lumbar-extension', 'deep-pressure', 'weight-on-foot'] as const;
export type BodyProperty = (typeof bodyProperties)[number];

/** What an exercise asks of one hip. */
export const hipProperties = ['end-range-hip-extension', 'static-end-range-stretch', 'hip-flexion-over-90', 'hip-external-rotation-in-extension', 'hip-internal-rotation', 'crossing-midline', 'end-range-hip-abduction', 'deep-knee-flexion', 'straight-leg-lift'] as const;
export type HipProperty = (typeof hipProperties)[number];
