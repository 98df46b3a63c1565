import type { Availability } from './availability.ts';
import type { Settings } from './setting.ts';

type Climb = {
  readonly settings: Settings;
  readonly candidates: readonly Availability[];
  /** Exercises that the day has anyway: no step up leads to them. A step down may, and then the day has one fewer. */
  readonly staying?: readonly string[];
};

/**
 * [D-03] [D-04] Where the ladder leads from an exercise: up to a harder one, or down to an easier one, as far as the
 * candidates allow (they are allowed, open and of the same class). Nobody is sent where they have just come down from.
 */
export function climbed(from: Availability, climb: Climb, visited: readonly string[] = []): Availability {
  const direction = climb.settings.settingByExercise.get(from.exercise.id)?.ladder ?? 0;
  if (direction === 0) return from;
  const seen = [...visited, from.exercise.id];
  const ids = direction > 0 ? from.exercise.harder : from.exercise.easier;
  const next = ids.flatMap((id) => climb.candidates.find(({ exercise }) => exercise.id === id) ?? []).find(({ exercise }) => {
    const other = climb.settings.settingByExercise.get(exercise.id)?.ladder ?? 0;
    const isTaken = direction > 0 && climb.staying?.includes(exercise.id) === true;
    return !isTaken && !seen.includes(exercise.id) && other !== -direction;
  });
  return next === undefined ? from : climbed(next, climb, seen);
}
