import { err, ok, type Result } from '@psoas/kernel';
import type { ActivityFileProblem } from './activity-file-problem.ts';
import { metresBetween, type Place } from './metres-between.ts';
import { readXml } from './read-xml.ts';
import type { Recording } from './recording.ts';
import { createValueReader } from './value-reader.ts';

const trackPath = 'gpx/trk';

type Draft = {
  sport: string;
  startedAtMillis?: number;
  aheadOfUtcSeconds?: number;
  endedAtMillis: number;
  seconds: number;
  metres: number;
  lastPlace?: Place;
  lastMillis?: number;
};

/** The tracks of a GPX file that have times. Seconds and metres are added up inside segments: between two lies a pause. */
export function readGpx(text: string): Result<readonly Recording[], ActivityFileProblem> {
  const recordings: Recording[] = [];
  const values = createValueReader();
  let draft: Draft = emptyDraft();
  const broken = readXml(text, {
    open: (element) => {
      if (element.path === trackPath) draft = emptyDraft();
      if (element.path === `${trackPath}/trkseg`) draft = withoutLast(draft);
      if (element.path !== `${trackPath}/trkseg/trkpt`) return;
      const latitude = values.coordinate(element, 'lat', 90);
      const longitude = values.coordinate(element, 'lon', 180);
      if (latitude === undefined || longitude === undefined) return;
      const place = { latitude, longitude };
      if (draft.lastPlace !== undefined) draft.metres += metresBetween(draft.lastPlace, place);
      draft.lastPlace = place;
    },
    close: (element) => {
      if (element.path === `${trackPath}/type`) draft.sport = element.text.slice(0, 40);
      if (element.path === `${trackPath}/trkseg/trkpt/time`) {
        const time = values.time(element);
        if (time !== undefined) takeTime(draft, time.atMillis);
        if (time?.aheadOfUtcSeconds !== undefined) draft.aheadOfUtcSeconds = time.aheadOfUtcSeconds;
      }
      if (element.path !== trackPath) return;
      if (draft.startedAtMillis === undefined) values.refuseWithoutTime(element);
      else recordings.push(recordingOf(draft, draft.startedAtMillis));
    },
  });
  const problem = broken ?? values.problem();
  if (problem !== undefined) return err(problem);
  return recordings.length === 0 ? err({ id: 'no-activity', format: 'GPX' }) : ok(recordings);
}

function emptyDraft(): Draft {
  return { sport: '', endedAtMillis: 0, seconds: 0, metres: 0 };
}

function withoutLast({ lastPlace: _place, lastMillis: _millis, ...rest }: Draft): Draft {
  return rest;
}

function takeTime(draft: Draft, atMillis: number): void {
  if (draft.lastMillis !== undefined) draft.seconds += Math.max(0, atMillis - draft.lastMillis) / 1000;
  draft.lastMillis = atMillis;
  draft.startedAtMillis = Math.min(draft.startedAtMillis ?? atMillis, atMillis);
  draft.endedAtMillis = Math.max(draft.endedAtMillis, atMillis);
}

/** GPX has no list of types; these words are what watches and services write, and 9 and 1 what Strava wrote once. */
const runWords = /\b(?:run|running|trail_?running|jogging)\b|^9$/i;
const rideWords = /\b(?:ride|riding|bike|biking|cycling|road_biking|mountain_biking|virtualride)\b|^1$/i;

function recordingOf({ sport, startedAtMillis: _start, endedAtMillis, seconds, metres, aheadOfUtcSeconds }: Draft, startedAtMillis: number): Recording {
  const activity = runWords.test(sport) ? 'run' : rideWords.test(sport) ? 'ride' : undefined;
  return {
    activity,
    sport,
    startedAtMillis,
    endedAtMillis,
    seconds: Math.round(seconds),
    ...(metres >= 1 && { metres: Math.round(metres) }),
    ...(aheadOfUtcSeconds !== undefined && { aheadOfUtcSeconds }),
  };
}
