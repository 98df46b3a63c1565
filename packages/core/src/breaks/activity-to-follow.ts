import type { LocalDate } from '@psoas/kernel';
import type { DiaryState, DoneActivity } from '../diary/index.ts';

/**
 * [BR-13] The latest run or ride of today that no stretch followed yet, in a session or outside; undefined when there
 * is none. What is offered for it is what `afterActivity` says.
 */
export function activityToFollow(
  { activities, breaks, runs }: Pick<DiaryState, 'activities' | 'breaks' | 'runs'>,
  today: LocalDate,
): DoneActivity | undefined {
  const latest = activities.findLast(({ day }) => day === today);
  if (latest === undefined) return undefined;
  const isAnswer = ({ day, atMillis }: { readonly day: LocalDate; readonly atMillis: number }): boolean =>
    day === today && atMillis > latest.atMillis;
  const isFollowed =
    breaks.some((taken) => isAnswer(taken) && taken.exercise !== undefined) ||
    runs.some(({ items, sets }) => sets.some((set) => isAnswer(set) && items[set.item]?.class === 'stretch'));
  return isFollowed ? undefined : latest;
}
