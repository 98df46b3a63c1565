import { perSide, type PerSide } from '@psoas/kernel';
import { holdSecondsPerSide } from '../session/create-timeline.ts';
import type { PlannedSession } from './programme.ts';

/** [P-03] No more stretch than this, a side and week, desk breaks counted: range gains level off (source S34). */
export const weeklyStretchLimitSeconds = 600;

/** Seconds of hold that each side gets in a week of sessions. */
export function weeklyStretch(sessions: readonly PlannedSession[]): PerSide<number> {
  const items = sessions.flatMap((session) => session.items).filter((item) => item.class === 'stretch');
  return perSide((side) => items.filter((item) => item.side === side || item.side === 'both').reduce((total, item) => total + holdSecondsPerSide(item), 0));
}
