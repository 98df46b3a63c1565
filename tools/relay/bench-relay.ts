import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { entriesToPush, parsePushAnswer, writePushBody } from '@psoas/sync';
import {
  createHousehold,
  newReplica,
  post,
  postRecords,
  sign,
  unwrap,
  withEvent,
  writer,
  type SignedPost,
} from '../../apps/relay/src/testing/household.ts';
import { startRelay } from '../../apps/relay/src/testing/run-relay.ts';
import { storageLimits, type FeedStorage } from '../../apps/relay/src/storage/feed-storage.ts';
import { openSqliteStorage } from '../../apps/relay/src/storage/sqlite.ts';

/** Entries in the feed before the measuring begins. */
const sizes = [1, 10_000, 100_000] as const;
const rounds = 100;
const atOnce = 16;

/** The bar: with a hundred thousand entries an append may take at most this many times as long as with one. */
const slowdownLimit = 4;

/** Durable appends for each second, at one size of a feed. */
type AppendSpeed = {
  readonly entries: number;
  /** Over HTTP, with signatures and rules, sixteen devices at once. */
  readonly relayPerSecond: number;
  /** The same, one after the other. */
  readonly relayOneByOnePerSecond: number;
  /** The same rows into the bare database, one commit each. */
  readonly databasePerSecond: number;
};

export type RelayBench = { readonly speeds: readonly AppendSpeed[]; readonly keepsBar: boolean };

/** Measures durable appends beside the bare database, on SQLite with forced commits. */
export async function benchRelay(): Promise<RelayBench> {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-bench-relay-'));
  try {
    const speeds: AppendSpeed[] = [];
    for (const entries of sizes) speeds.push(await measure(join(folder, String(entries)), entries));
    const [first, last] = [speeds[0], speeds.at(-1)];
    const keepsBar =
      first !== undefined &&
      last !== undefined &&
      last.relayOneByOnePerSecond * slowdownLimit >= first.relayOneByOnePerSecond;
    return { speeds, keepsBar };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** For a person. */
export function relayBenchToText({ speeds }: RelayBench): string {
  return speeds
    .map(
      ({ entries, relayPerSecond, relayOneByOnePerSecond, databasePerSecond }) =>
        `relay, durable appends a second with ${entries} entries in the feed: ${relayPerSecond} from ${atOnce} devices at once, ${relayOneByOnePerSecond} one by one; bare SQLite ${databasePerSecond} (bar: no more than ${slowdownLimit} times slower at the end)`,
    )
    .join('\n');
}

async function measure(folder: string, entries: number): Promise<AppendSpeed> {
  const { address, app } = await startRelay({
    PSOAS_RELAY_DATA: folder,
    PSOAS_RELAY_ADDRESS_RATE: '0',
    PSOAS_RELAY_FEED_RATE: '0',
    PSOAS_RELAY_FEED_ENTRIES: '10000000',
    PSOAS_RELAY_FEED_BYTES: '1000000000',
  });
  const home = createHousehold(address, [writer]);
  const [member] = home.members;
  if (member === undefined) throw new Error('no member');
  const answer = await postRecords(home, home.records);
  if (answer.status !== 200) throw new Error(answer.text);
  const storage = openSqliteStorage(join(folder, 'relay.sqlite'), storageLimits);
  await fill(storage, home.keys.feedId, entries);
  await storage.close();
  const empty = newReplica(home, member);
  const pushes = Array.from({ length: rounds * 2 }, (_, count): SignedPost => {
    const body = writePushBody(entriesToPush(withEvent(empty, `event-${count}`, Date.now())));
    return sign(home, 'push', { signer: member.keys.signing, body });
  });
  const relayOneByOnePerSecond = await rateOf(pushes.slice(0, rounds), 1);
  const relayPerSecond = await rateOf(pushes.slice(rounds), atOnce);
  await app.close();
  return { entries, relayPerSecond, relayOneByOnePerSecond, databasePerSecond: rateOfDatabase(folder) };
}

// Entries that nobody could open, but of the usual size: filling by the rules would take minutes of signing.
async function fill(storage: FeedStorage, feedId: string, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1000) {
    const request = {
      signerKey: '0'.repeat(64),
      nonce: randomBytes(16).toString('hex'),
      atMillis: Date.now(),
    };
    const entries = Array.from({ length: Math.min(1000, count - done) }, () => {
      const bytes = randomBytes(462);
      const id = createHash('sha256').update(bytes).digest('hex');
      return { id, bytes, head: id };
    });
    const question = { feedId, knownChainHead: '', entryIds: [], request };
    await storage.decide(question, () => ({ answer: undefined, change: { request, entries } }));
  }
}

async function rateOf(pushes: readonly SignedPost[], together: number): Promise<number> {
  const waiting = [...pushes];
  const start = performance.now();
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const answer = await post(next);
      const [result] = unwrap(parsePushAnswer(answer.text)).results;
      if (result === undefined || !('seq' in result)) throw new Error(answer.text);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  return Math.round((pushes.length / (performance.now() - start)) * 1000);
}

function rateOfDatabase(folder: string): number {
  const database = new DatabaseSync(join(folder, 'bare.sqlite'));
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entry (feed_id BLOB, seq INTEGER, bytes BLOB, PRIMARY KEY (feed_id, seq))',
  );
  const add = database.prepare('INSERT INTO entry VALUES (?, ?, ?)');
  const feedId = randomBytes(32);
  const rows = Array.from({ length: rounds * 5 }, () => randomBytes(462));
  const start = performance.now();
  for (const [index, row] of rows.entries()) add.run(feedId, index, row);
  const taken = performance.now() - start;
  database.close();
  return Math.round((rows.length / taken) * 1000);
}
