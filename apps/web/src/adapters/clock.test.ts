import { daysBetween } from '@psoas/kernel';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeviceClock, type DeviceClock } from './clock.ts';

const homeZone = process.env['TZ'];

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  process.env['TZ'] = homeZone ?? '';
});

function clockIn(zone: string, moment: string): DeviceClock {
  process.env['TZ'] = zone;
  vi.setSystemTime(new Date(moment));
  vi.stubGlobal('window', {});
  return createDeviceClock();
}

describe('device clock', () => {
  it('[E-15] a day is the day where the person is: a journey changes the next one, not those before', () => {
    const clock = clockIn('Pacific/Kiritimati', '2026-11-21T11:30:00Z');
    expect(clock.today()).toBe('2026-11-22');
    process.env['TZ'] = 'Pacific/Pago_Pago';
    vi.setSystemTime(new Date('2026-11-21T11:30:00Z'));
    expect(clock.today()).toBe('2026-11-21');
    process.env['TZ'] = 'Pacific/Pago_Pago';
    vi.setSystemTime(new Date('2026-11-21T10:30:00Z'));
    expect(clock.today()).toBe('2026-11-20');
  });

  it.each([
    { what: 'begins', zone: 'Europe/Berlin', before: '2026-03-28T22:30:00Z', after: '2026-03-29T21:30:00Z', days: ['2026-03-28', '2026-03-29'] },
    { what: 'ends', zone: 'Europe/Berlin', before: '2026-10-24T21:30:00Z', after: '2026-10-25T22:30:00Z', days: ['2026-10-24', '2026-10-25'] },
    { what: 'begins', zone: 'America/New_York', before: '2026-03-08T04:30:00Z', after: '2026-03-09T03:30:00Z', days: ['2026-03-07', '2026-03-08'] },
    { what: 'begins at midnight', zone: 'America/Santiago', before: '2026-09-06T03:30:00Z', after: '2026-09-06T04:30:00Z', days: ['2026-09-05', '2026-09-06'] },
  ])('[E-15] where summer time $what in $zone, one evening is one day away from the next', ({ zone, before, after, days }) => {
    const clock = clockIn(zone, before);
    const yesterday = clock.today();
    vi.setSystemTime(new Date(after));
    expect([yesterday, clock.today()]).toEqual(days);
    expect(daysBetween(yesterday, clock.today())).toBe(1);
  });

  it('[T-02] the second reading neither jumps with summer time nor when somebody sets the clock', () => {
    const clock = clockIn('Europe/Berlin', '2026-03-29T00:59:50Z');
    const [wall, steady, minute] = [clock.nowMillis(), clock.monotonicMillis(), clock.minuteOfDay()];
    vi.advanceTimersByTime(20_000);
    expect(clock.nowMillis() - wall).toBe(20_000);
    expect(clock.monotonicMillis() - steady).toBe(20_000);
    // Only what the wall shows has moved by an hour more.
    expect(clock.minuteOfDay() - minute).toBeCloseTo(60 + 1 / 3, 5);
    vi.setSystemTime(new Date('2026-03-28T00:00:00Z'));
    expect(clock.monotonicMillis() - steady).toBe(20_000);
  });
});
