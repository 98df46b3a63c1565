import { err, ok, type Result } from '@psoas/kernel';
import { decodeFit, type FitMessage } from '../fit/decode-fit.ts';
import { fitEpochMillis } from '../fit/fit-base-types.ts';
import type { ActivityFileProblem } from './activity-file-problem.ts';
import type { Recording } from './recording.ts';

/** Numbers of the messages that are read: a session is one activity; `activity` knows the clock on the wall. */
const sessionMessage = 18;
const activityMessage = 34;

/** Of the sports of FIT, those that are a run or a ride. */
const activityBySport: ReadonlyMap<number, Recording['activity']> = new Map([
  [1, 'run'],
  [2, 'ride'],
  [21, 'ride'],
]);

/** The activities of a FIT file: one for each of its sessions, so a triathlon has several. */
export function readFitActivity(bytes: Uint8Array): Result<readonly Recording[], ActivityFileProblem> {
  const messages = decodeFit(bytes, new Set([sessionMessage, activityMessage]));
  if (!messages.ok) return messages;
  const aheadOfUtcSeconds = aheadOfUtc(messages.value);
  const recordings: Recording[] = [];
  for (const [index, session] of messages.value.filter(({ number }) => number === sessionMessage).entries()) {
    const recording = recordingOf(session, index + 1);
    if (!recording.ok) return recording;
    recordings.push({ ...recording.value, ...(aheadOfUtcSeconds !== undefined && { aheadOfUtcSeconds }) });
  }
  return recordings.length === 0 ? err({ id: 'no-activity', format: 'FIT' }) : ok(recordings);
}

function recordingOf({ fields }: FitMessage, activity: number): Result<Recording, ActivityFileProblem> {
  const number = (field: number): number | undefined => {
    const value = fields.get(field);
    return typeof value === 'number' ? value : undefined;
  };
  const started = number(2);
  const elapsed = number(7) ?? number(8);
  if (started === undefined) return err({ id: 'activity-value', activity, field: 'start_time', found: '', allowed: '2026-03-02T07:30:00Z' });
  if (elapsed === undefined) return err({ id: 'activity-value', activity, field: 'total_elapsed_time', found: '', allowed: '0, 12.5, …' });
  const sport = number(5);
  const centimetres = number(9) ?? 0;
  const startedAtMillis = fitEpochMillis + started * 1000;
  return ok({
    activity: activityBySport.get(sport ?? -1),
    sport: sport === undefined ? '' : `sport ${sport}`,
    startedAtMillis,
    endedAtMillis: startedAtMillis + elapsed,
    seconds: Math.round((number(8) ?? elapsed) / 1000),
    ...(centimetres > 0 && { metres: Math.round(centimetres / 100) }),
  });
}

/** No clock on a wall is further from UTC than this. */
const farthestAheadSeconds = 15 * 3600;

function aheadOfUtc(messages: readonly FitMessage[]): number | undefined {
  const fields = messages.find(({ number }) => number === activityMessage)?.fields;
  const utc = fields?.get(253);
  const local = fields?.get(5);
  if (typeof utc !== 'number' || typeof local !== 'number') return undefined;
  const ahead = local - utc;
  return Math.abs(ahead) <= farthestAheadSeconds ? ahead : undefined;
}
