import type { CatalogueExercise } from '../../catalogue/index.ts';
import type { ExerciseSetting, PlanItem } from '../../programme/index.ts';
import type { Move } from './move.ts';

/** Beginners start with two sets and others with three: two may be what a step back left. */
const mostUsualSets = 3;

/** [D-09] After a long gap what had grown goes back to its beginning; what was set lower stays lower. Undefined when nothing changes. */
export function startAgain(setting: ExerciseSetting, { doses }: CatalogueExercise): Move | undefined {
  const { reps, holdSeconds } = doses.default;
  const anew: ExerciseSetting = {
    ...(isAtMost(setting.reps, reps?.default) && { reps: setting.reps }),
    ...(isAtMost(setting.holdSeconds, holdSeconds?.default) && { holdSeconds: setting.holdSeconds }),
    ...(isAtMost(setting.sets, mostUsualSets - 1) && { sets: setting.sets }),
    ...(setting.beforeTrim && { beforeTrim: {} }),
    ladder: setting.ladder === -1 ? -1 : 0,
  };
  const isSame =
    setting.form === undefined &&
    anew.reps === setting.reps &&
    anew.holdSeconds === setting.holdSeconds &&
    anew.sets === setting.sets &&
    anew.ladder === setting.ladder;
  return isSame ? undefined : { setting: anew, key: 'startAgain', values: {} };
}

/** The item as it is after such a gap: no more than where everybody begins. */
export function startingItem(item: PlanItem, { doses }: CatalogueExercise): PlanItem {
  const { reps, holdSeconds } = doses.default;
  return {
    ...item,
    ...(item.reps !== undefined && reps && { reps: Math.min(item.reps, reps.default) }),
    ...(item.holdSeconds !== undefined && holdSeconds && { holdSeconds: Math.min(item.holdSeconds, holdSeconds.default) }),
  };
}

// What was set to the usual stays too: around a sport the usual is more, and that was too much.
function isAtMost(amount: number | undefined, usual: number | undefined): amount is number {
  return amount !== undefined && usual !== undefined && amount <= usual;
}
