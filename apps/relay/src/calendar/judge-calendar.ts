import { createHash } from 'node:crypto';
import { err, ok, type Result } from '@psoas/kernel';
import { signReceipt } from '@psoas/sync';
import type { RelayRefusal } from '../feed/relay-refusal.ts';
import type { RelaySettings } from '../feed/relay-settings.ts';
import type { StoredCalendar } from '../storage/calendar-storage.ts';
import type { StorageTotals } from '../storage/feed-storage.ts';

/** [RE-18] How many days a calendar stays that nobody puts again. Own choice. */
export const calendarDays = 180;

/** A request of a calendar's owner, signed rightly. */
export type SignedCalendarRequest = {
  readonly calendarId: string;
  readonly addressKey: string;
  /** By the clock of who signed. */
  readonly signedAtMillis: number;
  readonly nowMillis: number;
};

/** What a calendar is after a request. */
export type Judged = {
  readonly calendar: StoredCalendar;
  /** By how much everything grows; absent where nothing changes. */
  readonly growth?: StorageTotals;
};

type Before = { readonly stored: StoredCalendar | undefined; readonly settings: RelaySettings };

/** [RE-16] Puts a text in the place of what was there. From one address only so many calendars begin. */
export function judgePut(
  { addressKey, signedAtMillis, nowMillis }: SignedCalendarRequest,
  text: string,
  { stored, settings }: Before,
): Result<Judged, RelayRefusal> {
  const calendar = { text, signedAtMillis, renewedAtMillis: nowMillis, receipt: null };
  if (stored === undefined) {
    const waitMillis = settings.newFeedLimit(addressKey);
    if (waitMillis > 0) return err({ type: 'too-many-requests', rule: 'RE-05', waitMillis });
    return ok({ calendar, growth: { feeds: 0, calendars: 1, bytes: text.length } });
  }
  if (stored.text === null) return err({ type: 'calendar-ended', rule: 'RE-18' });
  if (signedAtMillis <= stored.signedAtMillis) return err({ type: 'replayed', rule: 'Y-19' });
  return ok({ calendar, growth: { feeds: 0, calendars: 0, bytes: text.length - stored.text.length } });
}

/** [RE-18] Deletes the text, and signs that it did (Y-17). Asked again it answers the same. */
export function judgeEnd(
  { calendarId, signedAtMillis, nowMillis }: SignedCalendarRequest,
  { stored, settings }: Before,
): Result<Judged, RelayRefusal> {
  if (stored === undefined) return err({ type: 'no-such-calendar', rule: 'RE-17' });
  if (stored.text === null) return ok({ calendar: stored });
  if (signedAtMillis <= stored.signedAtMillis) return err({ type: 'replayed', rule: 'Y-19' });
  const { text } = stored;
  const recordHash = createHash('sha256').update(text).digest('hex');
  const deleted = { entries: 1, bytes: text.length };
  const receipt = signReceipt({ feedId: calendarId, recordHash, atMillis: nowMillis, deleted }, settings.key);
  const calendar = { text: null, signedAtMillis, renewedAtMillis: nowMillis, receipt };
  return ok({ calendar, growth: { feeds: 0, calendars: 0, bytes: -text.length } });
}
