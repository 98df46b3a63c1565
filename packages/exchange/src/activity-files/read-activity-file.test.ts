import { foldDiary } from '@psoas/core/diary';
import { parseLocalDate, type LocalDate } from '@psoas/kernel';
import words from '@psoas/knowledge/text/activity-file';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planImport } from '../diary-file/index.ts';
import { activityEvents, activityFileProblemText, activityLine, isActivityFile, readActivityFile } from './index.ts';
import { gpxOf, tcxOf } from './testing/made-up-activities.ts';

const options = {
  decodeUtf8: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  nowMillis: Date.parse('2026-03-02T12:00:00Z'),
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, more: Partial<Parameters<typeof readActivityFile>[1]> = {}) => readActivityFile(bytesOf(text), { ...options, ...more });

/** The sentence of a refusal; empty where there is none. */
function refusal(text: string): string {
  const found = read(text);
  return found.ok ? '' : activityFileProblemText(found.error, words);
}

function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(text);
  return day.value;
}

const theRun = { activity: 'run', startedAtMillis: Date.parse('2026-03-02T06:30:00Z'), endedAtMillis: Date.parse('2026-03-02T07:12:00Z'), seconds: 2520 };

describe('a run or ride from a file', () => {
  it('[FT-12] TCX: seconds and metres of its laps, the end by its last point', () => {
    expect(read(tcxOf())).toMatchObject({ ok: true, value: { activities: [{ ...theRun, metres: 8064, sport: 'Running' }], leftOut: 0 } });
  });

  it('[FT-12] GPX: seconds and metres between the points, within 0.1 %', () => {
    const found = read(gpxOf());
    expect(found).toMatchObject({ ok: true, value: { activities: [{ ...theRun, sport: 'running' }] } });
    const metres = found.ok ? (found.value.activities[0]?.metres ?? 0) : 0;
    expect(Math.abs(metres / 8064 - 1)).toBeLessThan(0.001);
  });

  it('[FT-12] GPX: between two segments lies a pause, which counts as neither time nor way', () => {
    const paused = gpxOf({ minutes: 4 }).replace('    </trkseg>', `    </trkseg>\n    <trkseg><trkpt lat="48" lon="8.5"><time>2026-03-02T07:00:00Z</time></trkpt><trkpt lat="48" lon="8.5"><time>2026-03-02T07:01:00Z</time></trkpt></trkseg>`);
    expect(read(paused)).toMatchObject({ ok: true, value: { activities: [{ seconds: 300, metres: 768, endedAtMillis: Date.parse('2026-03-02T07:01:00Z') }] } });
  });

  it.each([
    ['Biking', 'ride'],
    ['Running', 'run'],
  ])('[FT-09] TCX calls it %s', (sport, activity) => {
    expect(read(tcxOf({ sport }))).toMatchObject({ value: { activities: [{ activity }] } });
  });

  it.each([
    ['trail_running', 'run'],
    ['Run', 'run'],
    ['9', 'run'],
    ['cycling', 'ride'],
    ['road_biking', 'ride'],
    ['VirtualRide', 'ride'],
    ['1', 'ride'],
  ])('[FT-09] GPX calls it %s', (sport, activity) => {
    expect(read(gpxOf({ sport }))).toMatchObject({ value: { activities: [{ activity }] } });
  });

  it('[FT-09] anything else is left out and counted; alone it is refused, and the person can say what it was', () => {
    const walk = tcxOf({ sport: 'Other' });
    const both = tcxOf().replace('</Activities>', `${/<Activity [^]*<\/Activity>/.exec(walk)?.[0]}</Activities>`);
    expect(read(both)).toMatchObject({ value: { activities: [theRun], leftOut: 1 } });
    expect(refusal(walk)).toBe('The file holds no run and no ride, but: Other. If it was one, say which.');
    expect(refusal(gpxOf({ sport: 'grunting' }))).toContain('grunting');
    expect(read(walk, { as: 'ride' })).toMatchObject({ value: { activities: [{ activity: 'ride' }], leftOut: 0 } });
  });

  it('[FT-13] is an event at its end, on the day of the wall clock that the file tells, else of the device', () => {
    const found = read(tcxOf());
    const events = found.ok ? activityEvents(found.value.activities, () => dayOf('2026-03-01')) : [];
    expect(events).toEqual([
      { id: 'activity-run-1772433000', kind: 'activity-done', version: 1, atMillis: theRun.endedAtMillis, day: '2026-03-01', data: { activity: 'run', seconds: 2520, metres: 8064 } },
    ]);
    expect(foldDiary(events)).toMatchObject({ activities: [{ activity: 'run' }], unreadable: [] });
    const ahead = read(gpxOf({ minutes: 1 }).replaceAll(/T06:3(\d):(\d\d)Z/g, 'T23:5$1:$2+14:00'));
    const aheadEvents = ahead.ok ? activityEvents(ahead.value.activities, () => dayOf('2026-03-01')) : [];
    expect(aheadEvents.map(({ day, atMillis }) => [day, new Date(atMillis).toISOString()])).toEqual([['2026-03-02', '2026-03-02T09:51:00.000Z']]);
  });

  it('[FT-13] is never stamped ahead of now, as where a watch knows no zone', () => {
    const nowMillis = theRun.endedAtMillis - 3_600_000;
    const found = readActivityFile(new TextEncoder().encode(tcxOf()), { decodeUtf8: (bytes) => new TextDecoder().decode(bytes), nowMillis });
    const events = found.ok ? activityEvents(found.value.activities, () => dayOf('2026-03-02')) : [];
    expect(events).toMatchObject([{ id: 'activity-run-1772433000', atMillis: nowMillis, data: { seconds: 2520 } }]);
  });

  it('[FT-13] the same file twice, or the same run in the other format, changes nothing', () => {
    const eventsOf = (text: string) => {
      const found = read(text);
      return found.ok ? activityEvents(found.value.activities, () => dayOf('2026-03-02')) : [];
    };
    const once = eventsOf(tcxOf());
    expect(planImport(once, eventsOf(tcxOf()))).toMatchObject({ additions: [], alreadyHere: 1 });
    expect(planImport(once, eventsOf(gpxOf()))).toMatchObject({ additions: [] });
  });

  it('says in one line what it was', () => {
    const [event] = activityEvents([{ ...theRun, activity: 'run', sport: '', metres: 8064 }], () => dayOf('2026-03-02'));
    if (event === undefined) throw new Error('no event');
    expect(activityLine({ ...event.data, day: event.day }, words)).toBe('Run on 2026-03-02, 42 min, 8.1 km.');
    expect(activityLine({ activity: 'ride', seconds: 600, day: event.day }, words)).toBe('Ride on 2026-03-02, 10 min.');
  });
});

describe('a file that is refused', () => {
  const short = tcxOf({ minutes: 1 });
  it.each<[string, string, RegExp]>([
    ['nothing', '', /no FIT, TCX or GPX/],
    ['another format', '{"format":"psoas-diary"}', /no FIT, TCX or GPX/],
    ['another XML', '<kml><Document/></kml>', /no FIT, TCX or GPX/],
    ['cut off in the middle', short.slice(0, 900), /Line \d+: “\w+” begins there and never ends|does not belong there/],
    ['cut off in a tag', `${short.slice(0, short.indexOf('<Lap'))}<Lap Sta`, /Line 6: “<Lap Sta” does not belong there/],
    ['elements crossed', '<gpx><trk><name></trk></name></gpx>', /Line 1: “trk” ends where “name” should/],
    ['a second root', `${short}<more/>`, /does not belong there/],
    ['words behind the root', `${short}more`, /“more” does not belong there/],
    ['a document type', '<!DOCTYPE gpx [<!ENTITY a "b">]>\n<gpx>&a;</gpx>', /Line 1: the file has a document type/],
    ['an unknown entity', '<gpx>\n<trk><name>&bomb;</name></trk></gpx>', /Line 2: “&bomb;” stands for something/],
    ['a bare ampersand', '<gpx><trk><name>a & b</name></trk></gpx>', /Line 1: “&” stands for/],
    ['too deep', `<gpx>${'<a>'.repeat(40)}`, /more than 32 elements/],
    ['a very long tag', `<gpx><a ${' '.repeat(6000)}/></gpx>`, /does not belong there/],
    ['a route without times', '<gpx>\n<trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>', /Line 2: the activity has no time/],
    ['waypoints alone', '<gpx><wpt lat="1" lon="2"><time>2026-03-02T07:00:00Z</time></wpt></gpx>', /no activity in this GPX file/],
    ['a course', '<TrainingCenterDatabase><Courses/></TrainingCenterDatabase>', /no activity in this TCX file/],
    ['a time that is none', short.replace('<Time>2026-03-02T06:30:10Z', '<Time>yesterday'), /Line 17: Time is “yesterday”/],
    ['a day that no calendar has', short.replace('<Id>2026-03-02', '<Id>2026-02-30'), /Id is “2026-02-30T06:30:00Z”/],
    ['a way that is none', short.replace('<DistanceMeters>', '<DistanceMeters>-'), /DistanceMeters is “-192.00”/],
    ['an empty number', short.replace(/<TotalTimeSeconds>[^<]*/, '<TotalTimeSeconds>'), /TotalTimeSeconds is “nothing”/],
    ['a place beyond the earth', gpxOf({ minutes: 1 }).replace('lat="47"', 'lat="97"'), /lat is “97”.*-90 … 90/],
    ['a clock that was never set', tcxOf({ startedAt: '2036-03-02T06:30:00Z' }), /ended on 2036-03-02, and that lies ahead/],
    ['longer than two days', tcxOf({ minutes: 1, startedAt: '2026-02-20T06:30:00Z' }).replace(/<TotalTimeSeconds>[^<]*/, '<TotalTimeSeconds>180000'), /seconds is “180000”/],
    ['farther than anyone', tcxOf({ minutes: 1 }).replace(/<DistanceMeters>[^<]*/, '<DistanceMeters>9e6'), /metres is “9000000”/],
  ])('[FT-14] %s: with its place and what to do', (_, text, sentence) => {
    expect(refusal(text)).toMatch(sentence);
  });

  it('[FT-11] entities of XML, comments, CDATA and prefixes are read', () => {
    const dressed = gpxOf()
      .replace('<name>Morning run</name>', '<!-- <trk> --><name><![CDATA[<trk> & more]]> &#8211; &quot;&#x41;&quot;</name>')
      .replaceAll(/<(\/?)(gpx|trk|trkseg|trkpt|time|type)\b/g, '<$1g:$2');
    expect(read(dressed)).toMatchObject({ ok: true, value: { activities: [theRun] } });
  });

  it('[FT-11] more than 64 megabytes are not even looked at', () => {
    const large = readActivityFile(new Uint8Array(64_000_001), options);
    expect(large).toEqual({ ok: false, error: { id: 'too-large', megabytes: 65, limit: 64 } });
  });

  it('[FT-11] a mutated file is read or refused, and never throws', () => {
    const files = [tcxOf({ minutes: 2 }), gpxOf({ minutes: 2 })];
    const pieces = fc.constantFrom('', '<', '>', '</', '"', '&', '&amp;', ']]>', '<![CDATA[', '<!--', '<?', '\0', '-', '9'.repeat(30), 'é', '/>', '<trk>', '</trk>', ' ');
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), pieces), { minLength: 1, maxLength: 3 }), (file, changes) => {
        const text = changes.reduce((before, [share, removed, piece]) => {
          const at = Math.floor(share * before.length);
          return before.slice(0, at) + piece + before.slice(at + removed);
        }, file);
        const found = read(text);
        if (found.ok) expect(foldDiary(activityEvents(found.value.activities, () => dayOf('2026-03-02'))).unreadable).toEqual([]);
        else {
          refused += 1;
          expect(activityFileProblemText(found.error, words)).not.toMatch(/\{\w+\}|undefined/);
        }
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(200);
  });
});

it('[FT-09] a file is known by how it begins, not by its name', () => {
  expect([tcxOf(), gpxOf(), `\uFEFF\n ${gpxOf()}`].map((text) => isActivityFile(bytesOf(text)))).toEqual([true, true, true]);
  expect(['{"format":"psoas-diary"}', '', 'id,kind'].map((text) => isActivityFile(bytesOf(text)))).toEqual([false, false, false]);
});

describe('the form of XML', () => {
  // With the square of their length it would take minutes.
  it('[HD-04] tags full of blanks cost no more than their length', () => {
    const blanks = `<a b="c"${' '.repeat(4900)}x>`.repeat(2000);
    expect(refusal(`<gpx>${blanks}`)).not.toBe('');
    expect(refusal(`<gpx>${`<a b="c"${' '.repeat(4900)}/>`.repeat(2000)}`)).not.toBe('');
  });

  it('attributes stand one after the other, in either quote', () => {
    const odd = gpxOf({ minutes: 4 }).replaceAll(/lat="([^"]*)" lon="([^"]*)"/g, (_, lat: string, lon: string) => `lon = '${lon}'\n\tlat='${lat}'  `);
    expect(read(odd)).toMatchObject({ ok: true, value: { activities: [{ seconds: 240, metres: 768 }] } });
    expect(refusal(gpxOf().replace('lat=', 'x lat='))).not.toBe('');
    expect(refusal(gpxOf().replace('" lon', '"lon'))).not.toBe('');
  });
});
