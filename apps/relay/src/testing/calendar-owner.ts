import {
  deriveCalendarKeys,
  signRequest,
  writeEndCalendarBody,
  writePutCalendarBody,
  type CalendarAction,
  type CalendarKeys,
  type SigningKey,
} from '@psoas/sync';
import { post, random, type HttpAnswer, type SignedPost } from './household.ts';

/** Somebody who publishes a calendar at a relay over HTTP. */
export type CalendarOwner = { readonly address: string; readonly keys: CalendarKeys; readonly nowMillis: () => number };

/** A new calendar. Nothing is sent. */
export function createCalendarOwner(address: string, nowMillis: () => number = Date.now): CalendarOwner {
  return { address, nowMillis, keys: deriveCalendarKeys(random(32)) };
}

/** A neutral calendar with sessions at some minute past seven. */
export function neutralCalendar(uidStem: string, minute = 30): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Exercise//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Exercise',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    'BEGIN:VEVENT',
    `UID:${uidStem}-session-1`,
    'SEQUENCE:1',
    'DTSTAMP:20261121T000000Z',
    `DTSTART:20261123T07${minute}00`,
    'DURATION:PT15M',
    'RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO',
    'SUMMARY:Exercise session',
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return lines.join('\r\n');
}

const paths: Readonly<Record<CalendarAction, string>> = { 'put-calendar': 'put', 'end-calendar': 'end' };

/** What of a request is not as its owner would sign it. */
type Asked = { readonly body?: string; readonly signer?: SigningKey; readonly atMillis?: number };

/** A signed request to a calendar. */
export function signForCalendar(
  { address, keys, nowMillis }: CalendarOwner,
  action: CalendarAction,
  { signer = keys.owner, atMillis = nowMillis(), body }: Asked = {},
): SignedPost {
  const usual = action === 'put-calendar' ? writePutCalendarBody(neutralCalendar(keys.uidStem)) : writeEndCalendarBody();
  const input = { action, feedId: keys.calendarId, signer, origin: address, atMillis, body: body ?? usual };
  return {
    url: `${address}/v1/calendars/${keys.calendarId}/${paths[action]}`,
    authorization: signRequest(input, random),
    body: input.body,
  };
}

/** Puts a text. */
export function putText(owner: CalendarOwner, text: string): Promise<HttpAnswer> {
  return post(signForCalendar(owner, 'put-calendar', { body: writePutCalendarBody(text) }));
}

/** What a calendar program fetches. */
export function addressOf({ address, keys }: CalendarOwner): string {
  return `${address}/calendar/${keys.address}.ics`;
}
