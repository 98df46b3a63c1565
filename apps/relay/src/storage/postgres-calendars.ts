import type { Kysely, Transaction } from 'kysely';
import type { CalendarStorage, StoredCalendar } from './calendar-storage.ts';
import type { PostgresTables } from './postgres-migrations.ts';
import { retryBeaten } from './retry-beaten.ts';
import { rowToCalendar } from './row-to-calendar.ts';
import { toBlob } from './rows.ts';

/** Published calendars in the database of feeds. */
export function openPostgresCalendars(database: Kysely<PostgresTables>): CalendarStorage {
  return {
    decideCalendar: (calendarId, judge) =>
      retryBeaten(() =>
        database.transaction().execute(async (transaction) => {
          const calendar_id = toBlob(calendarId);
          const row = await transaction
            .selectFrom('calendar')
            .selectAll()
            .where('calendar_id', '=', calendar_id)
            .forUpdate()
            .executeTakeFirst();
          const { answer, change } = judge(row === undefined ? undefined : rowToCalendar(row));
          if (change !== undefined) await putCalendar(transaction, calendar_id, { change, isNew: row === undefined });
          return answer;
        }),
      ),
    readCalendar: async (calendarId) => {
      const row = await database
        .selectFrom('calendar')
        .selectAll()
        .where('calendar_id', '=', toBlob(calendarId))
        .executeTakeFirst();
      return row === undefined ? undefined : rowToCalendar(row);
    },
    dropCalendars: async (beforeMillis) => {
      await database.deleteFrom('calendar').where('renewed_at_millis', '<', beforeMillis).execute();
    },
  };
}

type Put = { readonly change: StoredCalendar; readonly isNew: boolean };

// Of two that begin one calendar, the second stops at its key and tries again.
async function putCalendar(
  transaction: Transaction<PostgresTables>,
  calendar_id: Buffer,
  { change, isNew }: Put,
): Promise<void> {
  const values = {
    signed_at_millis: change.signedAtMillis,
    renewed_at_millis: change.renewedAtMillis,
    receipt: change.receipt,
    text: change.text === null ? null : Buffer.from(change.text),
  };
  if (isNew)
    await transaction
      .insertInto('calendar')
      .values({ calendar_id, ...values })
      .execute();
  else await transaction.updateTable('calendar').set(values).where('calendar_id', '=', calendar_id).execute();
}
