import { activityLimits, type RecordedActivity } from '@psoas/core/diary';
import { err, ok, type Result } from '@psoas/kernel';
import { isFit } from '../fit/decode-fit.ts';
import { timeText } from '../csv/time-text.ts';
import type { ActivityFileProblem } from './activity-file-problem.ts';
import { readFitActivity } from './read-fit-activity.ts';
import { readGpx } from './read-gpx.ts';
import { readTcx } from './read-tcx.ts';
import type { Recording } from './recording.ts';

/** What reading a file needs of the world. */
export type ActivityFileOptions = {
  readonly decodeUtf8: (bytes: Uint8Array) => string;
  readonly nowMillis: number;
  /** What it was, for a file that does not say. */
  readonly as?: RecordedActivity;
};

/** A recording that is a run or a ride. */
export type RunOrRide = Recording & { readonly activity: RecordedActivity };

/** The runs and rides of a file, and how many other activities were left out. */
export type ReadActivities = { readonly activities: readonly RunOrRide[]; readonly leftOut: number };

/** The largest file that is read: a day on a bicycle, with a point for each second and everything a watch can add. */
const largestActivityFileMegabytes = 64;
const bytesPerMegabyte = 1_000_000;
const dayMillis = 86_400_000;

/** Whether bytes look like a file with an activity: FIT by its mark, TCX and GPX by the first sign of XML. */
export function isActivityFile(bytes: Uint8Array): boolean {
  const first = bytes.subarray(0, 100).find((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf].includes(byte));
  return isFit(bytes) || first === 0x3c;
}

/**
 * Reads the runs and rides of a FIT, TCX or GPX file (rules FT-09 to FT-14 of docs/spec/watch.md). A file that is
 * damaged, has no time, or lies in the future is refused with its place. Takes whatever bytes; never throws.
 */
export function readActivityFile(bytes: Uint8Array, options: ActivityFileOptions): Result<ReadActivities, ActivityFileProblem> {
  const limit = largestActivityFileMegabytes;
  if (bytes.length > limit * bytesPerMegabyte)
    return err({ id: 'too-large', megabytes: Math.ceil(bytes.length / bytesPerMegabyte), limit });
  const read = isFit(bytes) ? readFitActivity(bytes) : readXmlActivity(options.decodeUtf8(bytes));
  if (!read.ok) return read;
  const named = read.value.map((recording) => ({ ...recording, activity: recording.activity ?? options.as }));
  const activities = named.filter((recording): recording is RunOrRide => recording.activity !== undefined);
  const [first] = named;
  if (activities.length === 0) return err({ id: 'no-run-or-ride', found: first?.sport ?? '' });
  for (const [index, activity] of activities.entries()) {
    const problem = problemOf(activity, index + 1, options.nowMillis);
    if (problem !== undefined) return err(problem);
  }
  // Never stamped ahead of now: whatever is written afterwards would be stamped ahead too, and speak last on other devices.
  const ended = activities.map((activity) => ({ ...activity, endedAtMillis: Math.min(activity.endedAtMillis, options.nowMillis) }));
  return ok({ activities: ended, leftOut: named.length - activities.length });
}

function readXmlActivity(text: string): Result<readonly Recording[], ActivityFileProblem> {
  const root = /<(?:[\w.-]+:)?(gpx|TrainingCenterDatabase)[\s>]/.exec(text.slice(0, 5000))?.[1];
  if (root === undefined) return err({ id: 'other-format' });
  return root === 'gpx' ? readGpx(text) : readTcx(text);
}

function problemOf({ startedAtMillis, endedAtMillis, seconds, metres }: RunOrRide, activity: number, nowMillis: number): ActivityFileProblem | undefined {
  // A day ahead may be another zone; more is a clock that was never set.
  if (endedAtMillis > nowMillis + dayMillis) return { id: 'in-future', day: timeText(endedAtMillis).slice(0, 10) };
  if (startedAtMillis < 0) return { id: 'activity-value', activity, field: 'time', found: '', allowed: '1970 …' };
  if (seconds > activityLimits.seconds || endedAtMillis - startedAtMillis > 7 * dayMillis)
    return { id: 'activity-value', activity, field: 'seconds', found: String(seconds), allowed: `0 … ${activityLimits.seconds}` };
  if ((metres ?? 0) > activityLimits.metres)
    return { id: 'activity-value', activity, field: 'metres', found: String(metres), allowed: `0 … ${activityLimits.metres}` };
  return undefined;
}
