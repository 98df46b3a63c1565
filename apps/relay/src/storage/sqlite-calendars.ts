import type { DatabaseSync } from 'node:sqlite';
import type { CalendarStorage, StoredCalendar } from './calendar-storage.ts';
import type { GroupCommit } from './group-commit.ts';
import { rowToCalendar } from './row-to-calendar.ts';
import { toBlob } from './rows.ts';

/** Published calendars in the file of feeds. */
export function openSqliteCalendars(database: DatabaseSync, group: GroupCommit): CalendarStorage {
  const read = database.prepare('SELECT * FROM calendar WHERE calendar_id = ?');
  const put = database.prepare('INSERT OR REPLACE INTO calendar VALUES (?, ?, ?, ?, ?)');
  const drop = database.prepare('DELETE FROM calendar WHERE renewed_at_millis < ?');
  const readOne = (calendarId: Buffer): StoredCalendar | undefined => {
    const row = read.get(calendarId);
    return row === undefined ? undefined : rowToCalendar(row);
  };
  // The log still holds what was deleted, until it is emptied.
  const emptyLog = (): void => database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return {
    decideCalendar: async (calendarId, judge) => {
      const { answer, change } = await group.add(() => {
        const id = toBlob(calendarId);
        const judged = judge(readOne(id));
        if (judged.change !== undefined) {
          const { text, signedAtMillis, renewedAtMillis, receipt } = judged.change;
          put.run(id, signedAtMillis, renewedAtMillis, receipt, text === null ? null : Buffer.from(text));
        }
        return judged;
      });
      if (change !== undefined && change.text === null) emptyLog();
      return answer;
    },
    readCalendar: async (calendarId) => readOne(toBlob(calendarId)),
    dropCalendars: async (beforeMillis) => {
      const { changes } = await group.add(() => drop.run(beforeMillis));
      if (Number(changes) > 0) emptyLog();
    },
  };
}
