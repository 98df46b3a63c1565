import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultBreakSettings } from '@psoas/core/breaks';
import { assessFromDiary, createEvent, foldDiary } from '@psoas/core/diary';
import { calendarToIcs, calendarToPublishedIcs, planCalendar, planPublishedCalendar, type PublishedCalendarInput } from '@psoas/exchange/calendar';
import { addDays, weekdayOf, type LocalDate } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import { catalogue } from '@psoas/knowledge/rules';
import words from '@psoas/knowledge/text/calendar';
import { calendarTitles, checkCalendarText } from '@psoas/sync';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { arbitraryDiary, liveDiary } from '../people/short-diary.ts';
import { dayOf, diaryOf, halfPastSeven, monday } from './calendar-people.ts';
import { readCalendar } from './occurrences.ts';

const uidStem = '0123456789abcdef';

type Given = Partial<Omit<PublishedCalendarInput, 'state'>> & { readonly events: readonly unknown[] };

function publishedOf({ events, ...more }: Given): string {
  const input = { state: foldDiary(events), catalogue, today: monday, nowMillis: Date.parse('2026-03-02T08:00:00Z'), uidStem, sequence: 1, startMinuteOf: () => halfPastSeven };
  return calendarToPublishedIcs(planPublishedCalendar({ ...input, ...more }, words));
}

const daysOf = (ics: string, title: string): readonly string[] =>
  readCalendar(ics)
    .filter((event) => event.title === title)
    .flatMap(({ times }) => times.map((time) => time.slice(0, 10)))
    .toSorted();

describe('a calendar that is published', () => {
  it('[IC-11] that of a desk worker reads as its golden file says', async () => {
    const ics = publishedOf({ events: diaryOf('desk-worker'), breakSettings: defaultBreakSettings });
    await expect(ics.replaceAll('\r\n', '\n')).toMatchFileSnapshot(join(import.meta.dirname, 'golden', 'published.ics'));
  });

  it('[IC-11] [Y-34] of any generated diary the relay takes it, and its words are those of the list', () => {
    let written = 0;
    fc.assert(
      fc.property(arbitraryDiary(), fc.boolean(), (diary, withBreaks) => {
        const { events, end } = liveDiary(diary);
        const ics = publishedOf({ events, today: end, ...(withBreaks && { breakSettings: defaultBreakSettings }) });
        expect(checkCalendarText(ics)).toEqual({ ok: true, value: true });
        for (const { title, uid, alarmMinutesBefore } of readCalendar(ics)) {
          expect(calendarTitles.events).toContain(title);
          if (!withBreaks) expect(title).not.toBe(words.break);
          expect(uid.startsWith(`${uidStem}-`)).toBe(true);
          expect(alarmMinutesBefore).toBeNaN();
          written += 1;
        }
        for (const { id, name } of exercises) expect([id, name].filter((word) => ics.includes(word))).toEqual([]);
        for (const event of events) expect(ics).not.toContain(String(Object(event).id));
      }),
      { numRuns: 60 },
    );
    expect(written).toBeGreaterThan(100);
  }, 120_000);

  it('[IC-11] shows the days of the file, and those of this week before it', () => {
    const events = diaryOf('desk-worker');
    const today = addDays(monday, 9);
    const file = planCalendar({ state: foldDiary(events), catalogue, today, nowMillis: 0, entryCount: 2, startMinuteOf: () => halfPastSeven, breakSettings: defaultBreakSettings }, words);
    if (!file.ok) throw new Error(file.error.id);
    const [ofFile, published] = [calendarToIcs(file.value), publishedOf({ events, today })];
    const before = ['2026-03-09', '2026-03-10'];
    expect(daysOf(published, words.session)).toEqual([...before, ...daysOf(ofFile, words.session)]);
    expect(daysOf(published, words.check)).toEqual(daysOf(ofFile, words.check));
  });

  it('[IC-11] does not tell whether a session was done, how much is in the diary, or on which day of the week it was written', () => {
    const at = { atMillis: Date.parse('2026-03-02T07:00:00Z'), day: monday };
    const items = assessFromDiary(foldDiary(diaryOf('desk-worker')), { catalogue, today: monday })?.programme?.sessions[0]?.items ?? [];
    const done = [
      createEvent('session-started', { run: 'r', session: 'day-1-home', items, options: { firstSide: 'left', order: 'alternate' } }, { id: 's', ...at }),
      createEvent('session-finished', { run: 'r', outcome: 'completed' }, { id: 'f', ...at }),
      createEvent('note', { text: 'slept badly' }, { id: 'n', ...at }),
    ];
    const before = publishedOf({ events: diaryOf('desk-worker') });
    expect(publishedOf({ events: [...diaryOf('desk-worker'), ...done] })).toBe(before);
    expect(publishedOf({ events: diaryOf('desk-worker'), nowMillis: Date.parse('2026-03-02T21:17:43Z') })).toBe(before);
    expect(publishedOf({ events: diaryOf('desk-worker'), today: addDays(monday, 5) })).toBe(before);
    expect(publishedOf({ events: diaryOf('desk-worker'), today: addDays(monday, 7) })).not.toBe(before);
  });

  it('[IC-11] begins with the check where that was later in the week than Monday', () => {
    const wednesday = addDays(monday, 2);
    const days = daysOf(publishedOf({ events: diaryOf('desk-worker', wednesday), today: addDays(monday, 3) }), words.session);
    expect(days[0]).toBe('2026-03-04');
  });

  it('[IC-12] what falls out of the plan is not in it any more', () => {
    const wish = createEvent('preference-changed', { key: 'daysPerWeek', value: 2 }, { id: 'w', atMillis: Date.parse('2026-03-02T07:00:00Z'), day: monday });
    const weekdays = (ics: string): number => new Set(daysOf(ics, words.session).map((day) => weekdayOf(dayOf(day)))).size;
    expect(weekdays(publishedOf({ events: diaryOf('desk-worker') }))).toBe(5);
    expect(weekdays(publishedOf({ events: [...diaryOf('desk-worker'), wish] }))).toBe(2);
  });

  it('[IC-11] without a check, and while the programme waits, it is empty and gives no reason', () => {
    const empty = publishedOf({ events: [] });
    expect(publishedOf({ events: diaryOf('numb-saddle') })).toBe(empty);
    expect(checkCalendarText(empty).ok).toBe(true);
    expect(readCalendar(empty)).toEqual([]);
  });

  it('[Y-34] the list of a relay holds the titles of every language', () => {
    const files = globSync('packages/knowledge/src/locales/*/calendar.yaml', { cwd: join(import.meta.dirname, '../..') });
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const said = parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8')) as typeof words;
      expect(calendarTitles.names).toContain(said.name);
      for (const title of [said.session, said.break, said.check]) expect(calendarTitles.events).toContain(title);
    }
  });
});

describe('a published calendar when the clocks change', () => {
  const usualZone = process.env['TZ'];
  afterEach(() => {
    if (usualZone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = usualZone;
  });

  it.each([
    ['Europe/Berlin', '2026-03-09'],
    ['America/New_York', '2026-10-12'],
    ['Australia/Lord_Howe', '2026-03-16'],
  ])('[IC-01] [IC-11] in %s a session stays at half past seven', (zone, start) => {
    process.env['TZ'] = zone;
    const today: LocalDate = dayOf(start);
    const moments = readCalendar(publishedOf({ events: diaryOf('desk-worker', today), today }))
      .filter(({ title }) => title === words.session)
      .flatMap((event) => event.moments);
    expect(moments.length).toBe(20);
    expect(new Set(moments.map((moment) => `${moment.getHours()}:${moment.getMinutes()}`))).toEqual(new Set(['7:30']));
    // The clocks did change meanwhile.
    expect(new Set(moments.map((moment) => moment.getTimezoneOffset())).size).toBe(2);
  });
});
