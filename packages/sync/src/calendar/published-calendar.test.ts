import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlToBytes } from '../bytes/base64url.ts';
import { deriveFeedKeys } from '../keys/feed-keys.ts';
import { createTestRandom } from '../testing/deterministic-random.ts';
import { unwrap } from '../testing/test-household.ts';
import { parseEndCalendarAnswer, parsePutCalendarAnswer, parsePutCalendarBody, writeEndCalendarAnswer, writePutCalendarAnswer, writePutCalendarBody } from '../wire/calendar.ts';
import { addressToCalendarId, deriveCalendarKeys, publicKeyToCalendarId } from './calendar-keys.ts';
import { calendarLimits, checkCalendarText } from './check-calendar-text.ts';

const secret = createTestRandom('calendar')(32);
const keys = deriveCalendarKeys(secret);

const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Exercise//Calendar//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:Exercise', 'REFRESH-INTERVAL;VALUE=DURATION:PT12H', 'X-PUBLISHED-TTL:PT12H'];
const session = ['BEGIN:VEVENT', `UID:${keys.uidStem}-session-1`, 'SEQUENCE:3', 'DTSTAMP:20261121T000000Z', 'DTSTART:20261123T073000', 'DURATION:PT15M', 'RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO', 'SUMMARY:Exercise session', 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT'];
const check = session.filter((line) => !line.startsWith('RRULE')).map((line) => line.replace('session-1', 'check').replace('Exercise session', 'Exercise check'));
const textOf = (...lines: readonly (readonly string[])[]): string => [...head, ...lines.flat(), 'END:VCALENDAR', ''].join('\r\n');
const whole = textOf(session, check);

describe('the keys of a published calendar', () => {
  it('[Y-33] the address follows from the key that writes, the id from the address, and nothing the other way', () => {
    expect(keys.address).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(publicKeyToCalendarId(keys.owner.publicKey)).toBe(keys.calendarId);
    expect(addressToCalendarId(keys.address)).toBe(keys.calendarId);
    expect(Buffer.from(unwrap(base64urlToBytes(keys.address))).toString('hex')).not.toBe(keys.calendarId);
    expect(keys.uidStem).toMatch(/^[0-9a-f]{16}$/);
    for (const text of ['', keys.address.slice(1), `${keys.address}A`, `${keys.address.slice(0, -1)}=`, `${keys.address.slice(0, -1)}B`])
      expect(addressToCalendarId(text)).not.toBe(keys.calendarId);
  });

  it('[Y-33] another secret gives another everything, and no feed of the same secret has the same key', () => {
    const other = deriveCalendarKeys(createTestRandom('other')(32));
    expect(new Set([keys.address, other.address, keys.calendarId, other.calendarId, keys.uidStem, other.uidStem]).size).toBe(6);
    const feed = deriveFeedKeys(secret, { purpose: 'diary', generation: 0 });
    expect([feed.owner.publicKey, feed.feedId]).not.toContain(keys.owner.publicKey);
    expect(feed.feedId).not.toBe(keys.calendarId);
  });
});

describe('what may be published', () => {
  it('[Y-34] sessions, breaks and checks, once or weekly, and a calendar without events', () => {
    const breaks = session.map((line) => line.replace('session-1', 'break-12').replace('Exercise session', 'Break').replace('BYDAY=MO', 'BYDAY=MO,TU,FR'));
    for (const text of [whole, textOf(), textOf(breaks), textOf(check, session, breaks)]) expect(checkCalendarText(text)).toEqual({ ok: true, value: true });
  });

  it.each([
    ['another title', ['SUMMARY:Exercise session', 'SUMMARY:Kneeling hip flexor lunge']],
    ['a title with more behind it', ['SUMMARY:Exercise session', 'SUMMARY:Exercise session 2']],
    ['another name', ['X-WR-CALNAME:Exercise', 'X-WR-CALNAME:My back']],
    ['a description', ['CLASS:PRIVATE', 'DESCRIPTION:hello\r\nCLASS:PRIVATE']],
    ['a place', ['TRANSP:TRANSPARENT', 'LOCATION:home']],
    ['an alarm', ['END:VEVENT', 'BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT']],
    ['a name of one’s own', [`UID:${keys.uidStem}-session-1`, 'UID:buy-at-example-com']],
    ['a zone', ['DTSTART:', 'DTSTART;TZID=Europe/Berlin:']],
    ['a fixed moment', ['T073000', 'T073000Z']],
    ['the minute of its writing', ['T000000Z', 'T081502Z']],
    ['a day that is none', ['DTSTART:20261123', 'DTSTART:20261323']],
    ['an end in another form', ['COUNT=4', 'UNTIL=20261231']],
    ['a folded line', ['SUMMARY:Exercise session', 'SUMMARY:Exercise\r\n  session']],
    ['bare line ends', ['CLASS:PRIVATE\r\n', 'CLASS:PRIVATE\n']],
    ['something behind the end', ['END:VCALENDAR\r\n', 'END:VCALENDAR\r\nhello']],
    ['no end', ['END:VCALENDAR\r\n', '']],
    ['small letters', ['CLASS:PRIVATE', 'class:private']],
    ['other digits', ['SEQUENCE:3', 'SEQUENCE:٣']],
  ])('[Y-34] refuses %s', (_what, [from = '', to = '']) => {
    const changed = whole.replace(from, to);
    expect(changed).not.toBe(whole);
    expect(checkCalendarText(changed)).toMatchObject({ ok: false, error: { type: 'not-neutral', rule: 'Y-34' } });
  });

  it('[Y-34] names the first line that is wrong', () => {
    expect(checkCalendarText(whole.replace('SUMMARY:Exercise session', 'SUMMARY:Lunge'))).toEqual({ ok: false, error: { type: 'not-neutral', rule: 'Y-34', line: 16 } });
    expect(checkCalendarText('')).toEqual({ ok: false, error: { type: 'not-neutral', rule: 'Y-34', line: 1 } });
  });

  it('[Y-34] is bounded in events and bytes', () => {
    const many = (count: number): string => textOf(...Array.from({ length: count }, () => check));
    expect(checkCalendarText(many(60)).ok).toBe(true);
    expect(checkCalendarText(many(calendarLimits.events + 1)).ok).toBe(false);
    expect(checkCalendarText(many(500))).toMatchObject({ error: { type: 'calendar-too-large', limit: calendarLimits.bytes } });
  });

  it('[Y-34] lets through no word that is not on its list, whatever is put into a line', () => {
    const lines = whole.split('\r\n');
    fc.assert(
      fc.property(fc.nat({ max: lines.length - 1 }), fc.nat({ max: 40 }), fc.string({ minLength: 1, maxLength: 12 }), (at, place, added) => {
        const changed = lines.map((line, index) => (index === at ? line.slice(0, place) + added + line.slice(place) : line)).join('\r\n');
        const checked = checkCalendarText(changed);
        // Another digit in a number may be a calendar too; a letter never is, but for one of a hexadecimal name.
        if (checked.ok) expect(added).toMatch(/^[0-9]+$/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('messages about a calendar', () => {
  it('[Y-34] come back as they were written, and only when they are neutral', () => {
    expect(unwrap(parsePutCalendarBody(writePutCalendarBody(whole)))).toBe(whole);
    expect(parsePutCalendarBody(writePutCalendarBody('hello'))).toMatchObject({ error: { type: 'not-neutral' } });
    expect(parsePutCalendarBody('{"version":1}')).toMatchObject({ error: { type: 'damaged', problems: [{ field: 'text' }] } });
    expect(unwrap(parsePutCalendarAnswer(writePutCalendarAnswer(180)))).toBe(180);
    expect(unwrap(parseEndCalendarAnswer(writeEndCalendarAnswer(Uint8Array.of(1, 2))))).toEqual(Uint8Array.of(1, 2));
    expect(parseEndCalendarAnswer('{"version":1,"receipt":"!"}').ok).toBe(false);
  });
});
