import type { LocalDate } from '@psoas/kernel';
import { timeText } from '../csv/time-text.ts';
import type { CalendarEvent, CalendarFile } from './calendar-event.ts';
import { contentLine, textValue } from './content-line.ts';

type Line = readonly [name: string, value: string];

/**
 * [IC-01] A calendar as iCalendar (RFC 5545). Times float: 07:30 is 07:30 wherever the person is, before and after the
 * clock changes. What recurs has a count and no end, because an end would need a zone.
 */
export function calendarToIcs({ name, events, sequence, writtenAtMillis }: CalendarFile): string {
  const stamp = stampOf(writtenAtMillis);
  return linesToText([
    ...headLines('-//psoas//psoas//EN', name),
    ...events.flatMap((event) => eventLines(event, { sequence, stamp }, alarmLines(event))),
    ['END', 'VCALENDAR'],
  ]);
}

/**
 * [IC-11] A calendar as a calendar program fetches it, again every twelve hours or as it likes. It names no program that
 * wrote it, only the day and not the minute of its writing, and has no alarms, because most programs drop those of a
 * calendar that they fetch.
 */
export function calendarToPublishedIcs({ name, events, sequence, writtenAtMillis }: CalendarFile): string {
  const stamp = `${stampOf(writtenAtMillis).slice(0, 8)}T000000Z`;
  return linesToText([
    ...headLines('-//Exercise//Calendar//EN', name),
    ['REFRESH-INTERVAL;VALUE=DURATION', refreshInterval],
    ['X-PUBLISHED-TTL', refreshInterval],
    ...events.flatMap((event) => eventLines(event, { sequence, stamp }, [])),
    ['END', 'VCALENDAR'],
  ]);
}

const refreshInterval = 'PT12H';

function linesToText(lines: readonly Line[]): string {
  return lines.map(([property, value]) => contentLine(property, value)).join('');
}

function stampOf(millis: number): string {
  return timeText(millis).replaceAll(/[-:]/g, '');
}

function headLines(writer: string, name: string): readonly Line[] {
  return [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', writer],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', textValue(name)],
  ];
}

type Writing = { readonly sequence: number; readonly stamp: string };

function eventLines(event: CalendarEvent, { sequence, stamp }: Writing, alarm: readonly Line[]): readonly Line[] {
  const { uid, title, startsOn, startMinute, minutes, weekly } = event;
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', textValue(uid)],
    ['SEQUENCE', String(sequence)],
    ['DTSTAMP', stamp],
    ['DTSTART', floatingTime(startsOn, startMinute)],
    ['DURATION', `PT${minutes}M`],
    ...(weekly === undefined ? [] : [['RRULE', recurrence(weekly)] as const]),
    ['SUMMARY', textValue(title)],
    // Nobody who may see when the person is free needs to see what for.
    ['CLASS', 'PRIVATE'],
    ['TRANSP', 'TRANSPARENT'],
    ...alarm,
    ['END', 'VEVENT'],
  ];
}

function alarmLines({ title, alarmMinutesBefore }: CalendarEvent): readonly Line[] {
  return [
    ['BEGIN', 'VALARM'],
    ['ACTION', 'DISPLAY'],
    ['DESCRIPTION', textValue(title)],
    ['TRIGGER', alarmMinutesBefore === 0 ? 'PT0S' : `-PT${alarmMinutesBefore}M`],
    ['END', 'VALARM'],
  ];
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function recurrence({ weekdays, count }: NonNullable<CalendarEvent['weekly']>): string {
  const days = weekdays.map((weekday) => weekdayCodes[weekday - 1] ?? '').join(',');
  return `FREQ=WEEKLY;COUNT=${count};BYDAY=${days}`;
}

function floatingTime(day: LocalDate, minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.replaceAll('-', '')}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`;
}
