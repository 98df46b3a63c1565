import { err, ok, type Result } from '@psoas/kernel';
import { base64urlToBytes, bytesToBase64url } from '../bytes/base64url.ts';
import { formatVersion } from '../bytes/suite.ts';
import { checkCalendarText } from '../calendar/check-calendar-text.ts';
import type { Refusal } from '../refusal.ts';
import { readCount, readMessage, type DamagedMessage } from './read-message.ts';

/** The most characters of a request to a calendar: the text with its line ends marked. */
export const calendarBodyCharacters = 32_768;

/** The body that puts a calendar in the place of what was there. */
export function writePutCalendarBody(text: string): string {
  return JSON.stringify({ version: formatVersion, text });
}

/** [Y-34] Reads the text of a calendar. It comes back only where it is neutral. */
export function parsePutCalendarBody(body: string): Result<string, Refusal> {
  const message = readMessage(body, ({ fields }) => fields.text('text'));
  if (!message.ok) return message;
  const checked = checkCalendarText(message.value);
  return checked.ok ? message : err(checked.error);
}

/** The answer to a put: for how many days the relay keeps it without another. */
export function writePutCalendarAnswer(keptDays: number): string {
  return JSON.stringify({ version: formatVersion, keptDays });
}

/** Reads the answer to a put. */
export function parsePutCalendarAnswer(text: string): Result<number, DamagedMessage> {
  return readMessage(text, (reader) => readCount(reader, 'keptDays'));
}

/** The body that ends a calendar. */
export function writeEndCalendarBody(): string {
  return JSON.stringify({ version: formatVersion });
}

/** Reads the body of an end. */
export function parseEndCalendarBody(body: string): Result<true, DamagedMessage> {
  const message = readMessage(body, () => true);
  return message.ok ? ok(true) : message;
}

/** The answer to an end: what was deleted, signed by the relay (Y-17). */
export function writeEndCalendarAnswer(receipt: Uint8Array): string {
  return JSON.stringify({ version: formatVersion, receipt: bytesToBase64url(receipt) });
}

/** Reads the answer to an end. */
export function parseEndCalendarAnswer(text: string): Result<Uint8Array, DamagedMessage> {
  return readMessage(text, ({ fields, problems }) => {
    const receipt = fields.text('receipt');
    const bytes = receipt === undefined ? undefined : base64urlToBytes(receipt);
    if (bytes?.ok === true) return bytes.value;
    problems.push({ field: 'receipt', kind: 'not-allowed', allowed: 'base64url' });
    return undefined;
  });
}
