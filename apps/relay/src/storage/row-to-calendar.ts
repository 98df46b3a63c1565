import type { StoredCalendar } from './calendar-storage.ts';
import { bytesOf, numberOf, type Row } from './rows.ts';

/** A calendar from its row, of either database. */
export function rowToCalendar(row: Row): StoredCalendar {
  return {
    text: row['text'] === null ? null : Buffer.from(bytesOf(row, 'text')).toString(),
    signedAtMillis: numberOf(row, 'signed_at_millis'),
    renewedAtMillis: numberOf(row, 'renewed_at_millis'),
    receipt: row['receipt'] === null ? null : bytesOf(row, 'receipt'),
  };
}
