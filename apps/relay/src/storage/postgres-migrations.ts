import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

/** The tables as PostgreSQL has them; 64-bit numbers come as text. */
export type PostgresTables = {
  readonly feed: {
    readonly feed_id: Buffer;
    readonly chain_head: Buffer;
    readonly record_count: number;
    readonly record_bytes: number;
    readonly last_seq: number;
    readonly entry_bytes: number;
    readonly head: Buffer;
    readonly receipt: Uint8Array | null;
  };
  readonly record: { readonly feed_id: Buffer; readonly number: number; readonly bytes: Uint8Array };
  readonly entry: {
    readonly feed_id: Buffer;
    readonly seq: number;
    readonly entry_id: Buffer;
    readonly head: Buffer;
    readonly bytes: Uint8Array;
  };
  readonly nonce: {
    readonly feed_id: Buffer;
    readonly signer_key: Buffer;
    readonly nonce: Buffer;
    readonly at_millis: number;
  };
  readonly read: {
    readonly feed_id: Buffer;
    readonly at_millis: number;
    readonly member_key: Buffer;
    readonly from_seq: number;
    readonly to_seq: number;
  };
  readonly calendar: CalendarTable;
};

type CalendarTable = {
  readonly calendar_id: Buffer;
  readonly signed_at_millis: number;
  readonly renewed_at_millis: number;
  readonly receipt: Uint8Array | null;
  readonly text: Uint8Array | null;
};

/** [RE-10] Statements of the first step. */
const firstTables: readonly string[] = [
  `CREATE TABLE feed (
     feed_id bytea NOT NULL PRIMARY KEY,
     chain_head bytea NOT NULL,
     record_count bigint NOT NULL,
     record_bytes bigint NOT NULL,
     last_seq bigint NOT NULL,
     entry_bytes bigint NOT NULL,
     head bytea NOT NULL,
     receipt bytea
   )`,
  `CREATE TABLE record (
     feed_id bytea NOT NULL,
     number bigint NOT NULL,
     bytes bytea NOT NULL,
     PRIMARY KEY (feed_id, number)
   )`,
  `CREATE TABLE entry (
     feed_id bytea NOT NULL,
     seq bigint NOT NULL,
     entry_id bytea NOT NULL,
     head bytea NOT NULL,
     bytes bytea NOT NULL,
     PRIMARY KEY (feed_id, seq)
   )`,
  'CREATE UNIQUE INDEX entry_by_id ON entry (feed_id, entry_id)',
  `CREATE TABLE nonce (
     feed_id bytea NOT NULL,
     signer_key bytea NOT NULL,
     nonce bytea NOT NULL,
     at_millis bigint NOT NULL,
     PRIMARY KEY (feed_id, signer_key, nonce)
   )`,
  'CREATE INDEX nonce_by_time ON nonce (feed_id, at_millis)',
  `CREATE TABLE read (
     feed_id bytea NOT NULL,
     at_millis bigint NOT NULL,
     member_key bytea NOT NULL,
     from_seq bigint NOT NULL,
     to_seq bigint NOT NULL,
     PRIMARY KEY (feed_id, at_millis, member_key, from_seq)
   )`,
];

const calendarTable = `CREATE TABLE calendar (
  calendar_id bytea NOT NULL PRIMARY KEY,
  signed_at_millis bigint NOT NULL,
  renewed_at_millis bigint NOT NULL,
  receipt bytea,
  text bytea
)`;

/** [RE-10] Numbered steps of the schema; a step that was released never changes. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-feeds': stepOf(firstTables),
  '0002-calendars': stepOf([calendarTable]),
};

function stepOf(statements: readonly string[]): Migration {
  return {
    up: async (database) => {
      for (const statement of statements) await sql.raw(statement).execute(database);
    },
  };
}

/**
 * Brings a database to the newest step. Several relays may do it at once: one does it, the others wait.
 * @throws Error where a step fails, or the database is a newer relay's.
 */
export async function migratePostgres(database: Kysely<PostgresTables>): Promise<void> {
  // Named, because another schema of the database may hold a relay too.
  const found = await sql<{ schema: string }>`SELECT current_schema() AS schema`.execute(database);
  const schema = found.rows[0]?.schema ?? 'public';
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: schema,
    migrationTableName: 'relay_migration',
    migrationLockTableName: 'relay_migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('The migration failed.');
}
