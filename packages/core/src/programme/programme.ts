import type { PerSide, Side } from '@psoas/kernel';
import type { ExerciseClass, Tempo } from '../catalogue/index.ts';
import type { TimelineOptions } from '../session/step.ts';
import type { RestWish } from './rest-wish.ts';

/** A week of sessions, made from findings, screening and what the person has. The same input gives the same programme. */
export type Programme = {
  readonly sessions: readonly PlannedSession[];
  /** [P-07] Less than the dose that studies used; `notes` says why. */
  readonly belowDose: boolean;
  readonly notes: readonly ProgrammeNote[];
  /** Seconds of stretch in a week, breaks included (P-03). */
  readonly weeklyStretchSeconds: PerSide<number>;
  /** Desk breaks that count towards the weekly stretch; null when none are planned. */
  readonly breaks: BreakPlan | null;
  /** Exercises that wait for their gate (P-05). */
  readonly locked: readonly LockedExercise[];
  /** Exercises that this person does not get, and why. */
  readonly leftOut: readonly LeftOutExercise[];
  /** When the self-check comes again: 28 days, or 1 when a side could not be told (D-06, P-02). */
  readonly retestAfterDays: number;
};

/** What a session is for. */
export type SessionKind = 'home' | 'light' | 'before-run' | 'after-run' | 'after-ride' | 'gym' | 'maintenance';

/** One session of the week. */
export type PlannedSession = {
  /** Such as `day-1-home`. */
  readonly id: string;
  readonly kind: SessionKind;
  /** 1 to 7; day 1 is the day the programme starts. */
  readonly day: number;
  /** Whole minutes, rounded up; inside what the person has. */
  readonly minutes: number;
  /** The same in seconds, as the timeline runs. */
  readonly seconds: number;
  readonly items: readonly PlanItem[];
};

/** One exercise of a session: either repetitions with their tempo or a hold. */
export type PlanItem = {
  readonly exercise: string;
  readonly class: ExerciseClass;
  /** The side whose psoas (or other target) works. `both` is equal time on both. */
  readonly side: Side | 'both';
  readonly sets: number;
  /** Per set and side. */
  readonly reps?: number;
  readonly tempo?: Tempo;
  readonly holdSeconds?: number;
  /** A harder form of the exercise, by the id of its variant. */
  readonly variant?: string;
  /** Load of that form, in kilograms. */
  readonly loadKilograms?: number;
  readonly restSeconds: number;
  /** Rule ids, flag ids, modifier ids and claim ids; never empty. */
  readonly because: readonly string[];
};

/** Something to say about the whole programme: a rule id, and the numbers its sentence needs. */
export type ProgrammeNote = { readonly id: string; readonly values: { readonly [name: string]: number | string } };

/** Breaks from sitting that hold a stretch, and why they are planned. */
export type BreakPlan = { readonly exercise: string; readonly holdSeconds: number; readonly timesPerWeek: number; readonly because: readonly string[] };
/** An exercise that is not open yet, and the gates that open it. */
export type LockedExercise = { readonly exercise: string; readonly gates: readonly string[] };
/** An exercise that the rules leave out, and which rules do. */
export type LeftOutExercise = { readonly exercise: string; readonly by: readonly string[] };

/** [P-01] Wishes come after safety. Days and minutes replace those of the check; swaps are kept where the rules allow them. */
export type ProgrammeWishes = {
  readonly daysPerWeek?: number;
  readonly minutesPerDay?: number;
  /** How sides follow each other: finishing one side first takes longer, so it changes what fits. */
  readonly order?: TimelineOptions['order'];
  /** [P-13] How long rests between sets are, against what the exercise says. */
  readonly rest?: RestWish;
  readonly swaps?: { readonly [exercise: string]: string };
  /** [SH-11] The sides on which an exercise is done, where it and safety allow them. */
  readonly sides?: { readonly [exercise: string]: Side | 'both' };
  /** [P-03] Desk breaks without the goal of desk comfort: for somebody who asks to be reminded. */
  readonly deskBreaks?: boolean;
  /** [P-02] For a person who is neither tight nor weak: nothing at all. */
  readonly noMaintenance?: boolean;
};
