/** A movement in the lists of FIT: its group, and its number in the group. */
export type ExerciseCode = { readonly category: number; readonly name: number };

const legRaise = 16;
const hipStability = 11;
const hipRaise = 10;
const squat = 28;
const warmUp = 31;

/**
 * The exercises that the lists of FIT name too; what is not here has its own name alone. Groups above 32 are left out:
 * older watches do not know them.
 */
const codeByExercise: Readonly<Record<string, ExerciseCode>> = {
  'kneeling-hip-flexor-lunge': { category: warmUp, name: 49 },
  'low-lunge': { category: warmUp, name: 49 },
  'couch-stretch': { category: warmUp, name: 45 },
  'standing-march': { category: warmUp, name: 88 },
  'dead-bug': { category: hipStability, name: 1 },
  'side-lying-leg-lift': { category: hipStability, name: 21 },
  'lying-leg-raise': { category: legRaise, name: 8 },
  'lying-leg-raise-double': { category: legRaise, name: 8 },
  'hanging-leg-raise': { category: legRaise, name: 0 },
  bridge: { category: hipRaise, name: 11 },
  'bridge-march': { category: hipRaise, name: 24 },
  'step-up-knee-drive': { category: squat, name: 66 },
};

/** [FT-05] The code of an exercise; undefined where FIT has no word for it. */
export function exerciseCode(exercise: string): ExerciseCode | undefined {
  return Object.hasOwn(codeByExercise, exercise) ? codeByExercise[exercise] : undefined;
}
