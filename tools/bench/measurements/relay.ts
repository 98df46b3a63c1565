import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHousehold, postRecords, writer, type Household } from '../../../apps/relay/src/testing/household.ts';
import { openKeepAlive } from '../../../apps/relay/src/testing/keep-alive-client.ts';
import { pushLoad, type LoadResult } from '../../../apps/relay/src/testing/push-load.ts';
import { noLimits, spawnRelay } from '../../../apps/relay/src/testing/run-relay.ts';
import { createPushes, type LoadPush } from '../../../apps/relay/src/testing/signed-load.ts';
import { startPostgres, type TestPostgres } from '../../../apps/relay/src/testing/start-postgres.ts';
import { fillPostgres, fillSqlite, openBarePostgres, openBareSqlite, type BareDatabase } from '../../relay/bare-database.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { quantileOf } from '../statistics.ts';

/** Entries in the feed before the measuring begins. */
const sizes = [1, 10_000, 100_000, 1_000_000] as const;

/** Appends are measured in short slices, relay and bare database by turns, so that a busy machine slows both. */
const appends = 640;
const appendsOneByOne = 40;
const devices = 64;
const keys = 8;
const groupedTogether = 16;

/** The bar: appends of the relay for each of the bare database, both with one commit confirmed to each append. */
const ratioLimit = 0.6;
/** The bar: the rate at any size, for each append of the rate with one entry. */
const flatnessLimit = 0.8;

type Place = { readonly size: number; readonly home: Household; readonly bare: BareDatabase; readonly close: () => Promise<void> };

/** Durable appends beside the bare database, on SQLite and on PostgreSQL, both with forced commits. */
export const relay: Measurement = {
  id: 'relay',
  what: 'appends to a relay beside its bare databases',
  how: `Relay and bare database by turns, ${appends} appends in a slice, one slice of each in a run, after one run to warm up. The relay: over HTTP, every request and entry signed and checked, ${devices} devices that each wait for their answer, one feed. Bare: the same rows by prepared statements, one durable commit for each; besides, ${groupedTogether} to a commit.`,
  runs: 7,
  measure: async ({ runs, say }) => {
    const folder = mkdtempSync(join(tmpdir(), 'psoas-bench-relay-'));
    const postgres = await startPostgres({ isDurable: true });
    try {
      const settings = { runs, say };
      return [
        ...(await measureAdapter('SQLite', (size) => openSqlitePlace(join(folder, String(size)), size), settings)),
        ...(await measureAdapter('PostgreSQL', (size) => openPostgresPlace(postgres, join(folder, 'postgres'), size), settings)),
      ];
    } finally {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measureAdapter(adapter: string, openPlace: (size: number) => Promise<Place>, { runs, say }: { readonly runs: number; readonly say: (text: string) => void }): Promise<readonly Figure[]> {
  const places: Place[] = [];
  try {
    for (const size of sizes) {
      say(`  ${adapter}: a feed of ${size} entries`);
      places.push(await openPlace(size));
    }
    const slices: SizedSlice[] = [];
    // The first round warms up.
    for (let round = 0; round <= runs; round += 1) {
      say(`  ${adapter}: round ${round} of ${runs}`);
      for (const place of places) {
        const slice = await measureSlice(place, round % 2 === 0);
        if (round > 0) slices.push({ ...slice, size: place.size });
      }
    }
    return [...sizes.flatMap((size) => figuresOf(adapter, size, slices)), ...besides(adapter, slices)];
  } finally {
    for (const place of places) await place.close();
  }
}

type Slice = { readonly relay: LoadResult; readonly oneByOne: LoadResult; readonly bare: LoadResult; readonly grouped: LoadResult };

async function measureSlice({ home, bare }: Place, isRelayFirst: boolean): Promise<Slice> {
  const clients = Array.from({ length: devices }, () => openKeepAlive(home.address));
  const pushes = pushesOf(home, appends + appendsOneByOne);
  const askRelay = (): Promise<LoadResult> => pushLoad(clients, pushes.slice(0, appends));
  const before = isRelayFirst ? await askRelay() : undefined;
  const bareOnly = await bare.append(appends, 1);
  const after = before ?? (await askRelay());
  const oneByOne = await pushLoad(clients.slice(0, 1), pushes.slice(appends));
  for (const client of clients) client.close();
  return { relay: after, bare: bareOnly, oneByOne, grouped: await bare.append(appends, groupedTogether) };
}

function pushesOf(home: Household, count: number): readonly LoadPush[] {
  const lists = home.members.map((member) => createPushes(home, member, Math.ceil(count / home.members.length)));
  const [first = []] = lists;
  return first.flatMap((_, index) => lists.flatMap((list) => list[index] ?? [])).slice(0, count);
}

type SizedSlice = Slice & { readonly size: number };

function rateOf({ allMillis }: LoadResult, count = appends): number {
  return (count / allMillis) * 1000;
}

function figuresOf(adapter: string, size: number, all: readonly SizedSlice[]): readonly Figure[] {
  const slices = all.filter((each) => each.size === size);
  const smallest = all.filter((each) => each.size === sizes[0]);
  const id = `relay.${adapter.toLowerCase()}.${size}`;
  const place = `${adapter}, ${size.toLocaleString('en-GB')} ${size === 1 ? 'entry' : 'entries'}`;
  const rate = { unit: 'appends a second', better: 'more' } as const;
  const ratio = { unit: 'ratio', better: 'more' } as const;
  const p99 = { unit: 'ms', better: 'less' } as const;
  const figures: readonly Figure[] = [
    { ...rate, id, what: `relay on ${place}`, values: slices.map(({ relay: load }) => rateOf(load)) },
    { ...p99, id: `${id}.p99`, what: `relay on ${place}, 99 of 100 answers within`, values: slices.map(({ relay: load }) => quantileOf(load.millis, 0.99)) },
    { ...rate, id: `${id}.bare`, what: `bare ${place}`, values: slices.map(({ bare }) => rateOf(bare)) },
    { ...p99, id: `${id}.bare-p99`, what: `bare ${place}, 99 of 100 commits within`, values: slices.map(({ bare }) => quantileOf(bare.millis, 0.99)) },
    { ...ratio, id: `${id}.ratio`, what: `relay on ${place}`, ratioTo: 'the bare database', bar: { limit: ratioLimit }, values: slices.map(({ relay: load, bare }) => bare.allMillis / load.allMillis) },
  ];
  const flatness: Figure = { ...ratio, id: `${id}.flatness`, what: `relay on ${place}`, ratioTo: 'with one entry', bar: { limit: flatnessLimit }, values: slices.map(({ relay: load }, round) => (smallest[round]?.relay.allMillis ?? Number.NaN) / load.allMillis) };
  return size === sizes[0] ? figures : [...figures, flatness];
}

function besides(adapter: string, slices: readonly SizedSlice[]): readonly Figure[] {
  const rate = { unit: 'appends a second', better: 'more' } as const;
  const id = `relay.${adapter.toLowerCase()}`;
  return [
    { ...rate, id: `${id}.one-by-one`, what: `relay on ${adapter}, one device alone, all sizes`, values: slices.map(({ oneByOne }) => rateOf(oneByOne, appendsOneByOne)) },
    { ...rate, id: `${id}.grouped`, what: `bare ${adapter}, ${groupedTogether} appends to a commit, all sizes`, values: slices.map(({ grouped }) => rateOf(grouped)) },
  ];
}

async function openSqlitePlace(folder: string, size: number): Promise<Place> {
  const opened = await openRelayPlace(['--port', '0', '--data', folder], {});
  fillSqlite(join(folder, 'relay.sqlite'), opened.home.keys.feedId, size);
  return withBare(size, opened, openBareSqlite(join(folder, 'bare.sqlite'), size));
}

async function openPostgresPlace(postgres: TestPostgres, folder: string, size: number): Promise<Place> {
  const url = await postgres.createDatabase();
  const opened = await openRelayPlace(['--port', '0', '--data', folder], { DATABASE_URL: url });
  await fillPostgres(url, opened.home.keys.feedId, size);
  return withBare(size, opened, await openBarePostgres(await postgres.createDatabase(), size));
}

type RelayPlace = Pick<Place, 'home' | 'close'>;

function withBare(size: number, opened: RelayPlace, bare: BareDatabase): Place {
  const close = async (): Promise<void> => {
    await opened.close();
    await bare.close();
  };
  return { ...opened, size, bare, close };
}

async function openRelayPlace(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RelayPlace> {
  const spawned = await spawnRelay(words, { ...noLimits, ...environment });
  const home = createHousehold(spawned.address, Array.from({ length: keys }, () => writer));
  const answer = await postRecords(home, home.records);
  if (answer.status !== 200) throw new Error(answer.text);
  const close = async (): Promise<void> => {
    spawned.process.kill('SIGTERM');
    await spawned.ended;
  };
  return { home, close };
}
