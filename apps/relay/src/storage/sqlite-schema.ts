import type { DatabaseSync } from 'node:sqlite';

/**
 * [RE-10] Numbered steps of the schema; a step that was released never changes. Each key begins with `feed_id`, or with
 * `calendar_id` where it is no feed's, and nothing is counted across them.
 */
const sqliteSteps: readonly string[] = [
  `CREATE TABLE feed (
     feed_id BLOB NOT NULL PRIMARY KEY,
     chain_head BLOB NOT NULL,
     record_count INTEGER NOT NULL,
     record_bytes INTEGER NOT NULL,
     last_seq INTEGER NOT NULL,
     entry_bytes INTEGER NOT NULL,
     head BLOB NOT NULL,
     receipt BLOB
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE record (
     feed_id BLOB NOT NULL,
     number INTEGER NOT NULL,
     bytes BLOB NOT NULL,
     PRIMARY KEY (feed_id, number)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE entry (
     feed_id BLOB NOT NULL,
     seq INTEGER NOT NULL,
     entry_id BLOB NOT NULL,
     head BLOB NOT NULL,
     bytes BLOB NOT NULL,
     PRIMARY KEY (feed_id, seq)
   ) STRICT;
   CREATE UNIQUE INDEX entry_by_id ON entry (feed_id, entry_id);
   CREATE TABLE nonce (
     feed_id BLOB NOT NULL,
     signer_key BLOB NOT NULL,
     nonce BLOB NOT NULL,
     at_millis INTEGER NOT NULL,
     PRIMARY KEY (feed_id, signer_key, nonce)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX nonce_by_time ON nonce (feed_id, at_millis);
   CREATE TABLE read (
     feed_id BLOB NOT NULL,
     at_millis INTEGER NOT NULL,
     member_key BLOB NOT NULL,
     from_seq INTEGER NOT NULL,
     to_seq INTEGER NOT NULL,
     PRIMARY KEY (feed_id, at_millis, member_key, from_seq)
   ) STRICT, WITHOUT ROWID;`,
  // The text stands last and outside of the key's tree, so that counting and dropping pass it by.
  `CREATE TABLE calendar (
     calendar_id BLOB NOT NULL PRIMARY KEY,
     signed_at_millis INTEGER NOT NULL,
     renewed_at_millis INTEGER NOT NULL,
     receipt BLOB,
     text BLOB
   ) STRICT;`,
];

/**
 * Brings a file to the newest step.
 * @throws Error where a newer relay has written it.
 */
export function migrateSqlite(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
    if (found > sqliteSteps.length)
      throw new Error(
        `The relay's file is of version ${found}; this relay knows ${sqliteSteps.length}. Use the newer relay.`,
      );
    for (const step of sqliteSteps.slice(found)) database.exec(step);
    database.exec(`PRAGMA user_version = ${sqliteSteps.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
