import { timeText } from '../../csv/time-text.ts';
import { parseUtcTime } from '../parse-utc-time.ts';

/** For tests: a run or ride of `minutes`, a point each 10 seconds, going north by `metresPerSecond`. */
export type MadeUpActivity = {
  readonly sport?: string;
  readonly minutes?: number;
  readonly startedAt?: string;
  readonly metresPerSecond?: number;
};

const stepSeconds = 10;
const metresPerDegree = 111_195.08;

function pointsOf({ minutes = 42, startedAt = '2026-03-02T06:30:00Z', metresPerSecond = 3.2 }: MadeUpActivity): readonly { readonly time: string; readonly latitude: number }[] {
  const start = parseUtcTime(startedAt)?.atMillis ?? 0;
  return Array.from({ length: (minutes * 60) / stepSeconds + 1 }, (_, index) => ({
    time: timeText(start + index * stepSeconds * 1000),
    latitude: 47 + (index * stepSeconds * metresPerSecond) / metresPerDegree,
  }));
}

/** A Training Center file of one lap, as a watch writes it. */
export function tcxOf(activity: MadeUpActivity = {}): string {
  const { sport = 'Running', minutes = 42, metresPerSecond = 3.2 } = activity;
  const points = pointsOf(activity);
  const track = points.map(
    ({ time, latitude }) => `          <Trackpoint>
            <Time>${time}</Time>
            <Position><LatitudeDegrees>${latitude}</LatitudeDegrees><LongitudeDegrees>8.5</LongitudeDegrees></Position>
            <HeartRateBpm><Value>142</Value></HeartRateBpm>
          </Trackpoint>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
  <Activities>
    <Activity Sport="${sport}">
      <Id>${points[0]?.time}</Id>
      <Lap StartTime="${points[0]?.time}">
        <TotalTimeSeconds>${minutes * 60}.0</TotalTimeSeconds>
        <DistanceMeters>${(minutes * 60 * metresPerSecond).toFixed(2)}</DistanceMeters>
        <Calories>400</Calories>
        <Track>
${track.join('\n')}
        </Track>
      </Lap>
    </Activity>
  </Activities>
</TrainingCenterDatabase>
`;
}

/** A GPX file of one segment. */
export function gpxOf(activity: MadeUpActivity = {}): string {
  const { sport = 'running' } = activity;
  const track = pointsOf(activity).map(({ time, latitude }) => `      <trkpt lat="${latitude}" lon="8.5"><ele>410.2</ele><time>${time}</time></trkpt>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="made up" xmlns="http://www.topografix.com/GPX/1/1">
  <metadata><name>Morning &amp; mist</name></metadata>
  <trk>
    <name>Morning run</name>
    <type>${sport}</type>
    <trkseg>
${track.join('\n')}
    </trkseg>
  </trk>
</gpx>
`;
}
