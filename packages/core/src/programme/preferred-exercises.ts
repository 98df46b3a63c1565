import type { ExperienceLevel } from '../catalogue/index.ts';
import type { Needs } from './needs.ts';

// The order in which exercises are tried, best first. What safety, equipment, space and gates allow is decided
// elsewhere; here only taste and training sense speak, and anything not named comes after, lowest rung first.

/** [P-02] Stretches in order of preference. */
export function preferredStretches(needs: Needs, lowestRungs: boolean): readonly string[] {
  if (needs.onlyCannotTell || lowestRungs) return ['standing-hip-flexor-stretch', 'kneeling-hip-flexor-lunge'];
  if (needs.rectusFemoris) return ['kneeling-hip-flexor-lunge', 'couch-stretch', 'standing-hip-flexor-stretch', 'thomas-stretch'];
  return ['kneeling-hip-flexor-lunge', 'standing-hip-flexor-stretch', 'thomas-stretch', 'low-lunge'];
}

const strengthByLevel: { readonly [level in ExperienceLevel]: readonly string[] } = {
  beginner: ['standing-march', 'seated-leg-raise', 'dead-bug', 'bridge', 'supine-march', 'lying-leg-raise'],
  intermediate: ['seated-leg-raise', 'dead-bug', 'step-up-knee-drive', 'lying-leg-raise', 'standing-march', 'bridge'],
  advanced: ['kettlebell-march', 'hanging-leg-raise', 'lying-leg-raise-double', 'step-up-knee-drive', 'seated-leg-raise', 'lying-leg-raise', 'dead-bug', 'standing-march'],
};

/** Strength exercises in order of preference: hip flexion near and above 90 degrees first (sources S38, S38b, S38c). */
export function preferredStrength(level: ExperienceLevel, lowestRungs: boolean): readonly string[] {
  return lowestRungs ? ['standing-march', 'supine-march', 'bridge'] : strengthByLevel[level];
}

/** [P-06] What runners and cyclists do twice a week. */
export const gymExercises = ['seated-leg-raise', 'lying-leg-raise', 'dead-bug'] as const;
/** [P-06] Held before and after a run. */
export const runStretch = 'kneeling-hip-flexor-lunge';
export const runMarch = 'standing-march';
/** [P-03] The stretch of desk breaks. */
export const breakStretch = 'standing-hip-flexor-stretch';
