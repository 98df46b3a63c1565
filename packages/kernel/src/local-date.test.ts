import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, parseLocalDate, weekdayOf, type LocalDate } from './local-date.ts';

const date = (text: string): LocalDate => {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new Error(`not a date: ${text}`);
  return parsed.value;
};

describe('parseLocalDate', () => {
  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '', '2026-01-01T00:00'])('refuses %j', (text) => {
    expect(parseLocalDate(text)).toEqual({ ok: false, error: { type: 'not-a-date', found: text } });
  });

  it('knows leap days', () => {
    expect(parseLocalDate('2024-02-29').ok).toBe(true);
    expect(parseLocalDate('1900-02-29').ok).toBe(false);
    expect(parseLocalDate('2000-02-29').ok).toBe(true);
  });
});

describe('counting days', () => {
  const isoDay = fc.integer({ min: -200_000, max: 200_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)).filter((text) => /^\d{4}-/.test(text));

  it('agrees with the platform calendar over a thousand years', () => {
    fc.assert(
      fc.property(isoDay, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        const expected = new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(date(start), days)).toBe(expected);
        expect(daysBetween(date(start), date(expected))).toBe(days);
        expect(weekdayOf(date(start))).toBe(new Date(start).getUTCDay() || 7);
      }),
    );
  });

  it('crosses a year and a leap day', () => {
    expect(addDays(date('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(date('2026-12-31'), 1)).toBe('2027-01-01');
  });
});
