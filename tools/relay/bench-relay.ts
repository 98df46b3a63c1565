import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHousehold, postRecords, writer, type Household } from '../../apps/relay/src/testing/household.ts';
import { openKeepAlive } from '../../apps/relay/src/testing/keep-alive-client.ts';
import { pushLoad, type LoadResult } from '../../apps/relay/src/testing/push-load.ts';
import { noLimits, spawnRelay } from '../../apps/relay/src/testing/run-relay.ts';
import { createPushes, type LoadPush } from '../../apps/relay/src/testing/signed-load.ts';
import { startPostgres, type TestPostgres } from '../../apps/relay/src/testing/start-postgres.ts';
import { fillPostgres, fillSqlite, openBarePostgres, openBareSqlite, type BareDatabase } from './bare-database.ts';

/** Entries in the feed before the measuring begins. */
const sizes = [1, 10_000, 100_000, 1_000_000] as const;

/** Appends are measured in short slices, relay and bare database by turns, so that a busy machine slows both. */
const rounds = 7;
const appends = 640;
const appendsOneByOne = 40;
const devices = 64;
const keys = 8;
const groupedTogether = 16;

/** The bar: appends of the relay for each of the bare database, both with one commit confirmed to each append. */
const ratioLimit = 0.6;
/** The bar: how much slower a relay may be at any size than with one entry. */
const slowdownLimit = 0.2;

/** Durable appends at one size of a feed; rates are medians of the slices. */
export type AppendSpeed = {
  readonly adapter: string;
  readonly entries: number;
  /** Over HTTP, with signatures and rules, many devices at once; each waits for its answer. */
  readonly relayPerSecond: number;
  readonly relayP99Millis: number;
  /** The same rows into the bare database, one commit for each append. */
  readonly barePerSecond: number;
  readonly bareP99Millis: number;
  /** Median of the ratios of slices that were measured one after the other. */
  readonly ratio: number;
  /** The relay, one device that waits for each answer. */
  readonly oneByOnePerSecond: number;
  /** The bare database where one commit carries sixteen appends, as the relay's do under load. */
  readonly groupedPerSecond: number;
};

export type RelayBench = {
  readonly speeds: readonly AppendSpeed[];
  readonly ratioLimit: number;
  readonly slowdownLimit: number;
  readonly keepsBar: boolean;
};

type Place = { readonly size: number; readonly home: Household; readonly bare: BareDatabase; readonly close: () => Promise<void> };

/** Measures durable appends beside the bare database, on SQLite and on PostgreSQL, both with forced commits. */
export async function benchRelay(say: (text: string) => void = () => {}): Promise<RelayBench> {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-bench-relay-'));
  const postgres = await startPostgres({ isDurable: true });
  try {
    const speeds = [
      ...(await benchAdapter('SQLite', (size) => openSqlitePlace(join(folder, String(size)), size), say)),
      ...(await benchAdapter('PostgreSQL', (size) => openPostgresPlace(postgres, join(folder, 'postgres'), size), say)),
    ];
    return { speeds, ratioLimit, slowdownLimit, keepsBar: speeds.every((speed) => keepsBars(speed, speeds)) };
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How much of the rate with one entry is lost at this size, from 0 to 1; below 0 where it is faster. */
function slowdownOf(speed: AppendSpeed, speeds: readonly AppendSpeed[]): number {
  const first = speeds.find(({ adapter, entries }) => adapter === speed.adapter && entries === 1) ?? speed;
  return 1 - speed.relayPerSecond / first.relayPerSecond;
}

function keepsBars(speed: AppendSpeed, speeds: readonly AppendSpeed[]): boolean {
  return speed.ratio >= ratioLimit && slowdownOf(speed, speeds) <= slowdownLimit;
}

/** For a person. */
export function relayBenchToText({ speeds }: RelayBench): string {
  const lines = speeds.map((speed) => {
    const { adapter, entries, relayPerSecond, relayP99Millis, barePerSecond, bareP99Millis, ratio } = speed;
    const slower = `${Math.round(slowdownOf(speed, speeds) * 100)} % slower than with one`;
    return `relay on ${adapter}, ${entries} entries: ${relayPerSecond} durable appends a second from ${devices} devices, p99 ${relayP99Millis} ms, ${slower}; bare, a commit each: ${barePerSecond}, p99 ${bareP99Millis} ms; ratio ${ratio}${keepsBars(speed, speeds) ? '' : ' BELOW THE BAR'}; besides, relay one by one ${speed.oneByOnePerSecond}, bare with ${groupedTogether} to a commit ${speed.groupedPerSecond}`;
  });
  return [...lines, `(bars: ratio at least ${ratioLimit}, at most ${slowdownLimit * 100} % slower at any size)`].join('\n');
}

async function benchAdapter(
  adapter: string,
  openPlace: (size: number) => Promise<Place>,
  say: (text: string) => void,
): Promise<readonly AppendSpeed[]> {
  const places: Place[] = [];
  try {
    for (const size of sizes) {
      say(`${adapter}: a feed of ${size} entries`);
      places.push(await openPlace(size));
    }
    const slices: { readonly place: Place; readonly slice: Slice }[] = [];
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      say(`${adapter}: round ${round} of ${rounds}`);
      for (const place of places) {
        const slice = await measureSlice(place, round % 2 === 0);
        if (round > 0) slices.push({ place, slice });
      }
    }
    return places.map((place) =>
      toSpeed(adapter, place.size, slices.filter((each) => each.place === place).map(({ slice }) => slice)),
    );
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
  const relay = before ?? (await askRelay());
  const oneByOne = await pushLoad(clients.slice(0, 1), pushes.slice(appends));
  for (const client of clients) client.close();
  return { relay, bare: bareOnly, oneByOne, grouped: await bare.append(appends, groupedTogether) };
}

function pushesOf(home: Household, count: number): readonly LoadPush[] {
  const lists = home.members.map((member) => createPushes(home, member, Math.ceil(count / home.members.length)));
  const [first = []] = lists;
  return first.flatMap((_, index) => lists.flatMap((list) => list[index] ?? [])).slice(0, count);
}

function quantileOf(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
}

function toSpeed(adapter: string, entries: number, slices: readonly Slice[]): AppendSpeed {
  const rateOf = ({ allMillis }: LoadResult, count: number): number => (count / allMillis) * 1000;
  const rate = (pick: (slice: Slice) => LoadResult, count = appends): number =>
    Math.round(quantileOf(slices.map((slice) => rateOf(pick(slice), count)), 0.5));
  const p99 = (pick: (slice: Slice) => LoadResult): number =>
    Math.round(quantileOf(slices.flatMap((slice) => pick(slice).millis), 0.99) * 10) / 10;
  const ratios = slices.map(({ relay, bare }) => bare.allMillis / relay.allMillis);
  return {
    adapter,
    entries,
    relayPerSecond: rate(({ relay }) => relay),
    relayP99Millis: p99(({ relay }) => relay),
    barePerSecond: rate(({ bare }) => bare),
    bareP99Millis: p99(({ bare }) => bare),
    ratio: Math.round(quantileOf(ratios, 0.5) * 100) / 100,
    oneByOnePerSecond: rate(({ oneByOne }) => oneByOne, appendsOneByOne),
    groupedPerSecond: rate(({ grouped }) => grouped),
  };
}

async function openSqlitePlace(folder: string, size: number): Promise<Place> {
  const relay = await openRelayPlace(['--port', '0', '--data', folder], {});
  fillSqlite(join(folder, 'relay.sqlite'), relay.home.keys.feedId, size);
  return withBare(size, relay, openBareSqlite(join(folder, 'bare.sqlite'), size));
}

async function openPostgresPlace(postgres: TestPostgres, folder: string, size: number): Promise<Place> {
  const url = await postgres.createDatabase();
  const relay = await openRelayPlace(['--port', '0', '--data', folder], { DATABASE_URL: url });
  await fillPostgres(url, relay.home.keys.feedId, size);
  return withBare(size, relay, await openBarePostgres(await postgres.createDatabase(), size));
}

type RelayPlace = Pick<Place, 'home' | 'close'>;

function withBare(size: number, relay: RelayPlace, bare: BareDatabase): Place {
  const close = async (): Promise<void> => {
    await relay.close();
    await bare.close();
  };
  return { ...relay, size, bare, close };
}

async function openRelayPlace(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RelayPlace> {
  const relay = await spawnRelay(words, { ...noLimits, ...environment });
  const home = createHousehold(relay.address, Array.from({ length: keys }, () => writer));
  const answer = await postRecords(home, home.records);
  if (answer.status !== 200) throw new Error(answer.text);
  const close = async (): Promise<void> => {
    relay.process.kill('SIGTERM');
    await relay.ended;
  };
  return { home, close };
}
