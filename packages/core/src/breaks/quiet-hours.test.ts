import { describe, expect, it } from 'vitest';
import { readBreakSettings, storedBreakSettings, withinEveryMinutes } from './break-settings.ts';
import { parseQuietHours, quietHoursText } from './quiet-hours.ts';

describe('quiet hours', () => {
  it('[BR-03] are read and written the same', () => {
    const read = parseQuietHours('12:00-13:00, 18:30 - 8:05');
    expect(read).toEqual({
      ok: true,
      value: [
        { fromMinute: 720, toMinute: 780 },
        { fromMinute: 1110, toMinute: 485 },
      ],
    });
    expect(read.ok && quietHoursText(read.value)).toBe('12:00-13:00, 18:30-08:05');
    expect(parseQuietHours('')).toEqual({ ok: true, value: [] });
  });

  it.each(['noon', '12:00', '25:00-26:00', '12:00-12:60', '12:00-12:00'])('[BR-03] %s is refused', (text) => {
    expect(parseQuietHours(`12:00-13:00,${text}`)).toEqual({ ok: false, error: text });
  });

  it('[BR-01] stored settings survive, damaged ones keep their default', () => {
    const settings = {
      everyMinutes: 45,
      quiet: [{ fromMinute: 720, toMinute: 780 }],
      workingDays: [1, 3, 7],
    };
    expect(readBreakSettings(storedBreakSettings(settings))).toEqual(settings);
    expect(readBreakSettings({ everyMinutes: 5, quiet: 'x', workingDays: 'x' })).toEqual({
      everyMinutes: 30,
      quiet: [],
      workingDays: [1, 2, 3, 4, 5],
    });
    expect([1, 15.4, 121].map(withinEveryMinutes)).toEqual([15, 15, 120]);
  });
});
