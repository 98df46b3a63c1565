import { activityFileProblemText, readActivityFile } from '@psoas/exchange/activity-files';
import words from '@psoas/knowledge/text/activity-file';
import type { UnknownRecord } from '@psoas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeWithSdk } from './garmin-sdk.ts';

const startedAt = new Date('2026-03-02T06:30:00Z');
const after = (seconds: number): Date => new Date(startedAt.getTime() + seconds * 1000);
const read = (bytes: Uint8Array) => readActivityFile(bytes, { decodeUtf8: (one) => new TextDecoder().decode(one), nowMillis: Date.parse('2026-03-03T12:00:00Z') });

/** A session message as a watch writes it. */
function sessionOf(fields: UnknownRecord = {}): { readonly number: number; readonly fields: UnknownRecord } {
  return { number: 18, fields: { timestamp: after(2700), startTime: startedAt, sport: 'running', subSport: 'trail', totalElapsedTime: 2700.5, totalTimerTime: 2520, totalDistance: 8064.25, totalCalories: 400, event: 'session', eventType: 'stop', ...fields } };
}

/** A whole activity, written by Garmin's kit: a point each second, laps, sessions. */
function activityFile(sessions = [sessionOf()], seconds = 60): Uint8Array {
  const points = Array.from({ length: seconds }, (_, second) => ({ number: 20, fields: { timestamp: after(second), positionLat: 560_000_000 + second, positionLong: 100_000_000, heartRate: 142, distance: second * 3.2 } }));
  return encodeWithSdk([
    { number: 0, fields: { type: 'activity', manufacturer: 'garmin', product: 3000, serialNumber: 1234, timeCreated: startedAt } },
    { number: 21, fields: { timestamp: startedAt, event: 'timer', eventType: 'start' } },
    ...points,
    { number: 19, fields: { timestamp: after(2700), startTime: startedAt, totalElapsedTime: 2700.5 } },
    ...sessions,
    // The SDK takes the time on the wall as a number of its own count.
    { number: 34, fields: { timestamp: after(2700), numSessions: sessions.length, localTimestamp: (after(2700).getTime() - Date.parse('1989-12-31T00:00:00Z')) / 1000 + 13 * 3600 } },
  ]);
}

describe('an activity that Garmin’s kit wrote', () => {
  it('[FT-10] [FT-12] is read with its seconds, its way and the clock on the wall', () => {
    expect(read(activityFile())).toEqual({
      ok: true,
      value: {
        activities: [{ activity: 'run', sport: 'sport 1', startedAtMillis: startedAt.getTime(), endedAtMillis: startedAt.getTime() + 2_700_500, seconds: 2520, metres: 8064, aheadOfUtcSeconds: 46_800 }],
        leftOut: 0,
      },
    });
  });

  it('[FT-09] a triathlon has a ride and a run, and the swim is left out', () => {
    const sessions = ['swimming', 'cycling', 'running'].map((sport, index) => sessionOf({ sport, startTime: after(index * 3000) }));
    const found = read(activityFile(sessions));
    expect(found).toMatchObject({ ok: true, value: { activities: [{ activity: 'ride' }, { activity: 'run' }], leftOut: 1 } });
  });

  it('[FT-14] a workout, a swim, or one without its start is refused with what to do', () => {
    const workout = encodeWithSdk([{ number: 0, fields: { type: 'workout', manufacturer: 'garmin' } }]);
    const sentence = (bytes: Uint8Array): string => {
      const found = read(bytes);
      return found.ok ? '' : activityFileProblemText(found.error, words);
    };
    expect(sentence(workout)).toContain('There is no activity in this FIT file.');
    expect(sentence(activityFile([sessionOf({ sport: 'swimming' })]))).toContain('no run and no ride, but: sport 5');
    const { startTime: _start, ...without } = sessionOf().fields;
    expect(sentence(activityFile([{ number: 18, fields: without }]))).toContain('Activity 1 of the file: start_time is “nothing”');
  });

  it('[FT-11] a byte changed anywhere is noticed, and nothing throws', () => {
    const good = activityFile();
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        expect(read(good.with(at, (good[at] ?? 0) ^ change)).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.nat(good.length - 1), (length) => {
        expect(read(good.subarray(0, length)).ok).toBe(false);
      }),
    );
  });

  it('[FT-11] ten hours with a point each second are read in less than a second', () => {
    const day = activityFile([sessionOf()], 36_000);
    const before = performance.now();
    expect(read(day).ok).toBe(true);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('an XML that somebody made to hang the reader', () => {
  const pieces = ['<a b="1">', '<', '&lt;', ' ', '<a ', '<a b="1"    ', '<gpx>', ']]>', '<!--', '"', '<a/>', '<trk><name>&#65;</name></trk>'];
  it.each(pieces)('[FT-11] two megabytes of %s take no more than their length', (piece) => {
    const bytes = new TextEncoder().encode(`<gpx>${piece.repeat(2_000_000 / piece.length)}`);
    const before = performance.now();
    expect(read(bytes).ok).toBe(false);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
