import { join } from 'node:path';
import { defaultBreakSettings, type BreakSettings } from '@psoas/core/breaks';
import { assessFromDiary, createEvent, foldDiary, todayOf, type DiaryState } from '@psoas/core/diary';
import { calendarToIcs, planCalendar, type CalendarInput } from '@psoas/exchange/calendar';
import { addDays, daysBetween, weekdayOf } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import words from '@psoas/knowledge/text/calendar';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { yearsOfDiary } from '../diary/years-of-diary.ts';
import { arbitraryDiary, liveDiary } from '../people/short-diary.ts';
import { dayOf, diaryOf, halfPastSeven, monday } from './calendar-people.ts';
import { readCalendar, type ReadEvent } from './occurrences.ts';

type Given = Partial<Omit<CalendarInput, 'state'>> & { readonly events: readonly unknown[] };

function icsOf({ events, ...more }: Given): string {
  const plan = planCalendar(inputOf(foldDiary(events), { entryCount: events.length, ...more }), words);
  if (!plan.ok) throw new Error(plan.error.id);
  return calendarToIcs(plan.value);
}

function inputOf(state: DiaryState, more: Partial<CalendarInput> = {}): CalendarInput {
  return { state, catalogue, today: monday, nowMillis: Date.parse('2026-03-02T08:00:00Z'), entryCount: 2, startMinuteOf: () => halfPastSeven, breakSettings: defaultBreakSettings, ...more };
}

const titled = (events: readonly ReadEvent[], title: string): readonly ReadEvent[] => events.filter((event) => event.title === title);
const daysOf = (events: readonly ReadEvent[]): readonly string[] => events.flatMap(({ times }) => times.map((time) => time.slice(0, 10))).toSorted();

/** What a strict reader asks of every line (RFC 5545, 3.1). */
function expectLines(ics: string): void {
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of ics.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\n\r\0]/);
  }
}

describe('a calendar of the plan', () => {
  it.each(['desk-worker', 'runner', 'two-minutes'])('[IC-01] that of %s reads as its golden file says', async (name) => {
    const ics = icsOf({ events: diaryOf(name) });
    expectLines(ics);
    await expect(ics.replaceAll('\r\n', '\n')).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `${name}.ics`));
  });

  it('[IC-02] [IC-03] ical.js finds every day of the plan, and no other, in any generated diary', () => {
    let trained = 0;
    fc.assert(
      fc.property(arbitraryDiary(), (diary) => {
        const { events, end } = liveDiary(diary);
        const state = foldDiary(events);
        const plan = planCalendar(inputOf(state, { today: end, entryCount: events.length }), words);
        if (!plan.ok) return;
        const ics = calendarToIcs(plan.value);
        expectLines(ics);
        const read = readCalendar(ics);
        expect(new Set(read.map(({ uid }) => uid)).size).toBe(read.length);
        const check = daysOf(titled(read, words.check))[0] ?? '';
        const until = daysBetween(end, dayOf(check)) > 1 ? dayOf(check) : addDays(end, 28);
        // Asked day by day, as Today asks: the same plan, seen from each day to come.
        const planned = Array.from({ length: daysBetween(end, until) }, (_, index) => addDays(end, index)).filter((day) => {
          const assessment = assessFromDiary({ ...state, preferences: { ...state.preferences, shortVersionOn: null } }, { catalogue, today: end });
          const { sessions } = todayOf({ ...state, shortSafetySinceCheck: [] }, assessment, day);
          return sessions.some(({ done }) => !done);
        });
        expect(daysOf(titled(read, words.session))).toEqual(planned);
        trained += planned.length;
        for (const { times } of titled(read, words.session)) for (const time of times) expect(time.slice(11)).toBe('07:30:00');
      }),
      { numRuns: 30 },
    );
    expect(trained).toBeGreaterThan(100);
  }, 120_000);

  it('[IC-02] a session lasts as long as all of its day, and rings ten minutes before', () => {
    const assessment = assessFromDiary(foldDiary(diaryOf('runner')), { catalogue, today: monday });
    const sessions = titled(readCalendar(icsOf({ events: diaryOf('runner') })), words.session);
    const minutes = (weekday: number): number => (assessment?.programme?.sessions ?? []).filter(({ day }) => day === weekday).reduce((total, session) => total + session.minutes, 0);
    expect(sessions.length).toBeGreaterThan(2);
    for (const session of sessions) {
      expect(session.minutes).toBe(minutes(weekdayOf(dayOf(session.times[0]?.slice(0, 10) ?? ''))));
      expect(session.alarmMinutesBefore).toBe(10);
    }
  });

  it('[IC-03] sessions end before the check, which stands on its day, once', () => {
    const read = readCalendar(icsOf({ events: diaryOf('desk-worker') }));
    expect(titled(read, words.check).map(({ times }) => times)).toEqual([['2026-03-30T07:30:00']]);
    expect(daysOf(titled(read, words.session)).at(-1)).toBe('2026-03-28');
  });

  it('[IC-03] a check that was put off moves; one that is due stands today, and sessions go on for four weeks', () => {
    const today = dayOf('2026-04-02');
    const late = readCalendar(icsOf({ events: diaryOf('desk-worker'), today }));
    expect(daysOf(titled(late, words.check))).toEqual(['2026-04-02']);
    expect(daysOf(titled(late, words.session)).at(-1)).toBe('2026-04-29');
    const putOff = createEvent('retest-put-off', { until: dayOf('2026-04-09') }, { id: 'later', atMillis: Date.parse('2026-04-02T08:00:00Z'), day: today });
    const put = readCalendar(icsOf({ events: [...diaryOf('desk-worker'), putOff], today }));
    expect(daysOf(titled(put, words.check))).toEqual(['2026-04-09']);
  });

  it('[IC-03] a day whose sessions are done is not written again, and a short day counts for that day alone', () => {
    const before = daysOf(titled(readCalendar(icsOf({ events: diaryOf('desk-worker') })), words.session));
    expect(before[0]).toBe('2026-03-02');
    const at = { atMillis: Date.parse('2026-03-02T07:00:00Z'), day: monday };
    const items = assessFromDiary(foldDiary(diaryOf('desk-worker')), { catalogue, today: monday })?.programme?.sessions[0]?.items ?? [];
    const done = [
      createEvent('session-started', { run: 'r', session: 'day-1-home', items, options: { firstSide: 'left', order: 'alternate' } }, { id: 's', ...at }),
      createEvent('session-finished', { run: 'r', outcome: 'completed' }, { id: 'f', ...at }),
    ];
    expect(daysOf(titled(readCalendar(icsOf({ events: [...diaryOf('desk-worker'), ...done] })), words.session))[0]).toBe('2026-03-03');
    const short = createEvent('preference-changed', { key: 'shortVersionOn', value: monday }, { id: 'p', ...at });
    const minutes = (events: readonly unknown[]): readonly number[] => titled(readCalendar(icsOf({ events })), words.session).map((event) => event.minutes);
    expect(minutes([...diaryOf('desk-worker'), short])).toEqual(minutes(diaryOf('desk-worker')));
  });

  it('[IC-04] breaks are as many as the week holds, on working days, in desk hours and out of quiet hours', () => {
    const quiets: readonly BreakSettings['quiet'][] = [[], [{ fromMinute: 720, toMinute: 840 }], [{ fromMinute: 600, toMinute: 780 }, { fromMinute: 780, toMinute: 900 }, { fromMinute: 1080, toMinute: 480 }]];
    const timesPerWeek = assessFromDiary(foldDiary(diaryOf('desk-worker')), { catalogue, today: monday })?.programme?.breaks?.timesPerWeek ?? 0;
    expect(timesPerWeek).toBeGreaterThan(0);
    for (const quiet of quiets)
      for (const workingDays of [[1, 2, 3, 4, 5], [2, 6], []]) {
        const breaks = titled(readCalendar(icsOf({ events: diaryOf('desk-worker'), breakSettings: { ...defaultBreakSettings, quiet, workingDays } })), words.break);
        const times = breaks.flatMap((event) => event.times);
        const firstWeek = times.filter((time) => time < '2026-03-09');
        expect(firstWeek.length).toBeLessThanOrEqual(timesPerWeek);
        if (quiet.length === 0) expect(firstWeek.length).toBe(workingDays.length === 0 ? 0 : timesPerWeek);
        expect(times.filter((time) => !workingDays.includes(weekdayOf(dayOf(time.slice(0, 10)))))).toEqual([]);
        const minutes = times.map((time) => Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16)));
        expect(minutes.filter((minute) => quiet.some(({ fromMinute, toMinute }) => (fromMinute < toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute)))).toEqual([]);
        expect(breaks.map(({ alarmMinutesBefore }) => alarmMinutesBefore).filter((before) => before !== 0)).toEqual([]);
      }
  });

  it('[IC-05] the same diary gives the same names; more of it gives a higher sequence', () => {
    const first = readCalendar(icsOf({ events: diaryOf('runner') }));
    const wish = createEvent('preference-changed', { key: 'minutesPerDay', value: 5 }, { id: 'w', atMillis: Date.parse('2026-03-02T07:00:00Z'), day: monday });
    const changed = readCalendar(icsOf({ events: [...diaryOf('runner'), wish] }));
    const later = readCalendar(icsOf({ events: diaryOf('runner'), today: addDays(monday, 1) }));
    expect(icsOf({ events: diaryOf('runner') })).toBe(icsOf({ events: diaryOf('runner') }));
    expect(changed.filter(({ uid }) => first.some((event) => event.uid === uid)).length).toBeGreaterThan(2);
    for (const { sequence } of [...changed, ...later]) expect(sequence).toBeGreaterThan(first[0]?.sequence ?? Infinity);
  });

  it('[IC-06] whatever stands in a title is folded at 75 octets and comes back as it was', () => {
    const plan = planCalendar(inputOf(foldDiary(diaryOf('desk-worker'))), words);
    if (!plan.ok) throw new Error(plan.error.id);
    const [event] = plan.value.events;
    if (event === undefined) throw new Error('no event');
    const letters = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(';', ',', '\\', '\n', 'ä', '\u{1F9D8}', '"', ':'));
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 80 }).map((parts) => parts.join('')), (title) => {
        // Half a pair of surrogates is no character, and no control character but the line end is written.
        const whole = Buffer.from(title).toString().replaceAll(/(?![\t\n])[\p{Cc}]/gu, '');
        const ics = calendarToIcs({ ...plan.value, events: [{ ...event, title: whole }] });
        expectLines(ics);
        expect(Buffer.from(ics).toString()).toBe(ics);
        expect(readCalendar(ics)[0]?.title).toBe(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('[IC-07] nothing in it says what for', () => {
    for (const name of ['desk-worker', 'runner', 'hip-replacement-after']) {
      const ics = icsOf({ events: diaryOf(name) }).replaceAll(/^(UID|PRODID).*$/gm, '');
      expect(ics).not.toMatch(/psoas|hip|stretch|pain|tight|weak|flexor/i);
      expect(ics).toContain('CLASS:PRIVATE');
    }
  });

  it('[IC-08] no check, or a programme that waits, gives no calendar but the reason', () => {
    expect(planCalendar(inputOf(foldDiary([])), words)).toEqual({ ok: false, error: { id: 'no-check' } });
    expect(planCalendar(inputOf(foldDiary(diaryOf('numb-saddle'))), words)).toMatchObject({ ok: false, error: { id: 'no-programme' } });
  });

  it('[IC-09] that of a diary of five years takes less than a second', () => {
    const events = yearsOfDiary(5, addDays(monday, -1));
    const state = foldDiary(events);
    const before = performance.now();
    const plan = planCalendar(inputOf(state), words);
    const ics = plan.ok ? calendarToIcs(plan.value) : '';
    expect(performance.now() - before).toBeLessThan(1000);
    expect(readCalendar(ics).length).toBeGreaterThan(3);
  });
});

describe('when the clocks change', () => {
  const usualZone = process.env['TZ'];
  afterEach(() => {
    if (usualZone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = usualZone;
  });

  // Where summer time begins or ends inside the four weeks from the day; by how many minutes.
  it.each([
    ['Europe/Berlin', '2026-03-09', -60],
    ['America/New_York', '2026-10-12', 60],
    ['Australia/Lord_Howe', '2026-03-16', 30],
  ])('[IC-01] in %s a session stays at half past seven', (zone, start, change) => {
    process.env['TZ'] = zone;
    const events = titled(readCalendar(icsOf({ events: diaryOf('desk-worker', dayOf(start)), today: dayOf(start) })), words.session);
    const moments = events.flatMap((event) => event.moments);
    expect(moments.length).toBe(20);
    expect(new Set(moments.map((moment) => `${moment.getHours()}:${moment.getMinutes()}`))).toEqual(new Set(['7:30']));
    // Four weeks on it is the same time on the wall and another one in UTC: so the clocks did change.
    for (const event of events) {
      const [first, last] = [event.moments.at(0), event.moments.at(-1)];
      expect(((last?.getTime() ?? 0) - (first?.getTime() ?? 0)) / 60_000 - (event.moments.length - 1) * 7 * 1440).toBe(change);
      expect(event.moments.map((moment) => moment.getDay())).toEqual(event.moments.map(() => first?.getDay()));
    }
  });
});
