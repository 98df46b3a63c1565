import { err, ok, type Result } from '@psoas/kernel';
import { utf8ToBytes } from '../bytes/bytes.ts';
import type { Refusal } from '../refusal.ts';

/**
 * [Y-34] Every title and name that a published calendar may hold. A language adds its own; each has to be as neutral as
 * these, because strangers may read it.
 */
export const calendarTitles = {
  names: ['Exercise', 'Übung', 'Ejercicio', '锻炼'],
  events: [
    'Exercise session',
    'Break',
    'Exercise check',
    'Übungseinheit',
    'Pause',
    'Übungsprüfung',
    'Sesión de ejercicio',
    'Pausa',
    'Revisión de ejercicio',
    '锻炼',
    '休息',
    '锻炼自查',
  ],
} as const;

/** [Y-34] The most that a published calendar may hold. A week of sessions, breaks and a check take 5000 bytes. */
export const calendarLimits = { bytes: 16_384, events: 64 } as const;

const oneOf = (titles: readonly string[]): string => `(?:${titles.join('|')})`;
const date = String.raw`20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
const weekday = '(?:MO|TU|WE|TH|FR|SA|SU)';

const head: readonly RegExp[] = [
  'BEGIN:VCALENDAR',
  String.raw`VERSION:2\.0`,
  'PRODID:-//Exercise//Calendar//EN',
  'CALSCALE:GREGORIAN',
  'METHOD:PUBLISH',
  `X-WR-CALNAME:${oneOf(calendarTitles.names)}`,
  'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
  'X-PUBLISHED-TTL:PT12H',
].map(wholeLine);

const eventBegin = 'BEGIN:VEVENT';
const recurs = 'RRULE:';

const event: readonly RegExp[] = [
  eventBegin,
  String.raw`UID:[0-9a-f]{16}-(?:session-[1-7]|break-\d{1,2}|check)`,
  String.raw`SEQUENCE:\d{1,9}`,
  `DTSTAMP:${date}T000000Z`,
  String.raw`DTSTART:${date}T(?:[01]\d|2[0-3])[0-5]\d00`,
  String.raw`DURATION:PT\d{1,3}M`,
  String.raw`${recurs}FREQ=WEEKLY;COUNT=\d{1,3};BYDAY=${weekday}(?:,${weekday}){0,6}`,
  `SUMMARY:${oneOf(calendarTitles.events)}`,
  'CLASS:PRIVATE',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
].map(wholeLine);

const onceOnly = event.filter(({ source }) => !source.includes(recurs));

/**
 * [Y-34] Reads a calendar that somebody wants to publish. It is closed: each line has its place and its form, titles are
 * those of a list, and there is no room for a text of one's own. The first line that is anything else is named, from 1.
 */
export function checkCalendarText(text: string): Result<true, Refusal> {
  const found = utf8ToBytes(text).length;
  if (found > calendarLimits.bytes) return err({ type: 'calendar-too-large', rule: 'Y-34', found, limit: calendarLimits.bytes });
  const lines = text.split('\r\n');
  const forms = [...head, ...eventForms(lines), wholeLine('END:VCALENDAR'), wholeLine('')];
  const wrong = Array.from({ length: Math.max(lines.length, forms.length) }, (_, index) => index).find(
    (index) => forms[index]?.test(lines[index] ?? '-') !== true,
  );
  return wrong === undefined ? ok(true) : err({ type: 'not-neutral', rule: 'Y-34', line: wrong + 1 });
}

// As many events as begin; whether the lines between are theirs, is seen when each is held against its form.
function eventForms(lines: readonly string[]): readonly RegExp[] {
  const begins = lines.flatMap((line, index) => (line === eventBegin ? [index] : [])).slice(0, calendarLimits.events);
  return begins.flatMap((begin) => (lines[begin + 6]?.startsWith(recurs) === true ? event : onceOnly));
}

function wholeLine(form: string): RegExp {
  return new RegExp(`^${form}$`);
}
