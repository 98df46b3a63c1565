import type { DoseRange } from '../catalogue/index.ts';

/** Amounts of one exercise; what is absent is the planner's own. */
export type Amounts = { readonly sets?: number; readonly reps?: number; readonly holdSeconds?: number };

/** [D-03] Which harder form of an exercise somebody has come to, and with what load. */
export type ReachedForm = {
  /** Place in the exercise's list of forms. */
  readonly index: number;
  readonly kilograms?: number;
};

/** [D-02] What the diary has changed about one exercise. Its amounts are the most that a session gives. */
export type ExerciseSetting = Amounts & {
  readonly form?: ReachedForm;
  /** [D-04] The amounts, and a form that had to wait, before a trim; they come back when things are quiet again. */
  readonly beforeTrim?: Amounts & { readonly form?: ReachedForm };
  /** 1: on to a harder exercise as soon as one is open; -1: back to an easier one. */
  readonly ladder: -1 | 0 | 1;
  /** The rule behind the latest change. */
  readonly because?: string;
};

/** What the diary has changed about the programme. Safety, minutes, days and dose ranges win over it (P-01). */
export type Settings = {
  readonly settingByExercise: ReadonlyMap<string, ExerciseSetting>;
  /** [D-08] A week with one set less of each strength exercise. */
  readonly isDeload: boolean;
  /** [D-07] How often the programme has been changed because nothing changed: other exercises come first. */
  readonly freshStarts: number;
  /** [D-04] The most sets of strength in a session, while something has just hurt. */
  readonly strengthSetsAtMost?: number;
};

/** [D-04] Less by 20 to 30 %: three quarters, rounded to a whole number inside that range where there is one. */
export function trimmedAmount(amount: number): number {
  const nearest = Math.round(amount * 0.75);
  const isInside = nearest >= amount * 0.7 && nearest <= amount * 0.8;
  return Math.max(1, isInside ? nearest : Math.floor(amount * 0.75));
}

/** The usual amount inside its range, or what was set: up to the range's end, and below its beginning after a step back. */
export function settledAmount(range: DoseRange, usual: number, set: number | undefined): number {
  return set === undefined ? Math.min(range.max, Math.max(range.min, usual)) : Math.min(range.max, set);
}

/**
 * A set amount where steps forward do not count: it only ever takes away. What had grown is no limit there, until a
 * step back makes it one.
 */
export function loweredOnly(
  key: 'reps' | 'holdSeconds',
  setting: ExerciseSetting | undefined,
  { own, usual }: { readonly own: DoseRange | undefined; readonly usual: number },
): number | undefined {
  const set = setting?.[key];
  if (set === undefined || own === undefined) return undefined;
  const hasGrown = setting?.because === 'D-03' && set >= own.default;
  return hasGrown ? undefined : Math.min(set, usual);
}
