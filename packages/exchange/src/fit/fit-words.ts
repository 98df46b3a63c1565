import type { Side } from '@psoas/kernel';
import type { ExerciseClass } from '@psoas/core/catalogue';

/** The words of files for watches, as in `watch.yaml`. Places in braces are filled in. */
export type FitWords = {
  readonly title: string;
  /** Place `exercise`. */
  readonly ready: string;
  /** Places `exercise` and `side`. */
  readonly oneSide: string;
  /** Place `side`. */
  readonly switchTo: string;
  readonly rest: string;
  readonly sides: { readonly [side in Side]: string };
};

/** The kind of training by which a watch files it: nothing but stretching is no strength training. */
export function subSportOf(classes: readonly ExerciseClass[]): number {
  return classes.includes('strengthen') ? subSports.strengthTraining : subSports.flexibilityTraining;
}

/** Numbers of the FIT profile: training, and two kinds of it. */
export const trainingSport = 10;
const subSports = { flexibilityTraining: 19, strengthTraining: 20 } as const;
