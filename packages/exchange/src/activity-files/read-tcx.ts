import { err, ok, type Result } from '@psoas/kernel';
import type { ActivityFileProblem } from './activity-file-problem.ts';
import { createValueReader } from './value-reader.ts';
import { readXml } from './read-xml.ts';
import type { Recording } from './recording.ts';

const activityPath = 'TrainingCenterDatabase/Activities/Activity';

type Draft = {
  readonly sport: string;
  startedAtMillis?: number;
  aheadOfUtcSeconds?: number;
  lastMillis: number;
  seconds: number;
  metres: number;
};

/** The activities of a Training Center file: seconds and metres of the laps, the end by its last point. */
export function readTcx(text: string): Result<readonly Recording[], ActivityFileProblem> {
  const recordings: Recording[] = [];
  const values = createValueReader();
  let draft: Draft = emptyDraft('');
  const broken = readXml(text, {
    open: ({ path, attribute }) => {
      if (path === activityPath) draft = emptyDraft(attribute('Sport') ?? '');
    },
    close: (element) => {
      switch (element.path) {
        case `${activityPath}/Id`: {
          const began = values.time(element);
          if (began !== undefined) draft = { ...draft, ...began, startedAtMillis: began.atMillis };
          break;
        }
        case `${activityPath}/Lap/TotalTimeSeconds`:
          draft.seconds += values.number(element) ?? 0;
          break;
        case `${activityPath}/Lap/DistanceMeters`:
          draft.metres += values.number(element) ?? 0;
          break;
        case `${activityPath}/Lap/Track/Trackpoint/Time`:
          draft.lastMillis = Math.max(draft.lastMillis, values.time(element)?.atMillis ?? 0);
          break;
        case activityPath: {
          if (draft.startedAtMillis === undefined) values.refuseWithoutTime(element);
          else recordings.push(recordingOf(draft, draft.startedAtMillis));
          break;
        }
      }
    },
  });
  const problem = broken ?? values.problem();
  if (problem !== undefined) return err(problem);
  return recordings.length === 0 ? err({ id: 'no-activity', format: 'TCX' }) : ok(recordings);
}

function emptyDraft(sport: string): Draft {
  return { sport, lastMillis: 0, seconds: 0, metres: 0 };
}

const activityOfSport: Readonly<Record<string, Recording['activity']>> = { Running: 'run', Biking: 'ride' };

function recordingOf({ sport, aheadOfUtcSeconds, lastMillis, seconds, metres }: Draft, startedAtMillis: number): Recording {
  return {
    activity: Object.hasOwn(activityOfSport, sport) ? activityOfSport[sport] : undefined,
    sport,
    startedAtMillis,
    endedAtMillis: Math.max(lastMillis, startedAtMillis + Math.round(seconds * 1000)),
    seconds: Math.round(seconds),
    ...(metres > 0 && { metres: Math.round(metres) }),
    ...(aheadOfUtcSeconds !== undefined && { aheadOfUtcSeconds }),
  };
}
