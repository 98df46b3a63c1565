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
  const stamp = timeText(writtenAtMillis).replaceAll(/[-:]/g, '');
  const lines: readonly Line[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//psoas//psoas//EN'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', textValue(name)],
    ...events.flatMap((event) => eventLines(event, sequence, stamp)),
    ['END', 'VCALENDAR'],
  ];
  return lines.map(([property, value]) => contentLine(property, value)).join('');
}

function eventLines(event: CalendarEvent, sequence: number, stamp: string): readonly Line[] {
  const { uid, title, startsOn, startMinute, minutes, alarmMinutesBefore, weekly } = event;
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
    ['BEGIN', 'VALARM'],
    ['ACTION', 'DISPLAY'],
    ['DESCRIPTION', textValue(title)],
    ['TRIGGER', alarmMinutesBefore === 0 ? 'PT0S' : `-PT${alarmMinutesBefore}M`],
    ['END', 'VALARM'],
    ['END', 'VEVENT'],
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
