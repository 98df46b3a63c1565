import { isRecord } from '@psoas/kernel';
import { readSharedPart, viewOfParts, type SharedView } from '@psoas/core/sharing';

/** Points of pain that a list is judged by: the latest two weeks with room for several a day. */
const keptPoints = 60;

/** [SH-16] What a list of clients needs of a share, a small part of it: who, and where they stand. */
export function glanceOf({ standing, sessions, latestMillis, unreadableCount, newerVersion }: SharedView): SharedView {
  return {
    unreadableCount,
    ...(standing && { standing: { ...standing, answers: [] } }),
    ...(sessions && { sessions: { ...sessions, weeks: [], months: [], planChanges: [], pain: { ...sessions.pain, points: sessions.pain.points.slice(-keptPoints) } } }),
    ...(latestMillis !== undefined && { latestMillis }),
    ...(newerVersion !== undefined && { newerVersion }),
  };
}

/** Reads a kept glance again; undefined where it is damaged or from another version. */
export function readGlance(kept: unknown): SharedView | undefined {
  if (!isRecord(kept)) return undefined;
  const parts = [kept['standing'], kept['sessions']].filter((part) => part !== undefined).map(readSharedPart);
  const whole = parts.flatMap((part) => (part.ok ? [part.value] : []));
  if (whole.length !== parts.length) return undefined;
  const { unreadableCount, newerVersion, latestMillis } = kept;
  return {
    ...viewOfParts(whole),
    unreadableCount: typeof unreadableCount === 'number' ? unreadableCount : 0,
    ...(typeof newerVersion === 'number' && { newerVersion }),
    ...(typeof latestMillis === 'number' && { latestMillis }),
  };
}
