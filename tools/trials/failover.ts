/**
 * `npm run trial:failover`: two relays behind HAProxy on PostgreSQL with a synchronous replica. Under load the replica
 * stops for a while, and then the primary is killed and the replica takes over. Nothing that was confirmed may be lost,
 * and nothing doubled; how long nobody could write is measured.
 */
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { compareFeed } from '../../apps/relay/src/testing/feed-load.ts';
import { findFreePort } from '../../apps/relay/src/testing/find-free-port.ts';
import { noLimits, spawnRelay, type RelayProcess } from '../../apps/relay/src/testing/run-relay.ts';
import { findPrograms } from './failover/find-programs.ts';
import { answers, promote, startPostgresPair, type PostgresPair } from './failover/postgres-pair.ts';
import { startHaproxy } from './failover/start-haproxy.ts';
import { startSteadyLoad, type SteadyLoad } from './failover/steady-load.ts';
import { runTrial } from './run-trial.ts';

const usage = `npm run trial:failover [-- --json]

Starts PostgreSQL twice (a primary and a synchronous replica), two relays and HAProxy on free ports of this machine, all
in a folder of its own, and sixteen devices that push to four feeds. Then:

  1. the replica stands still for 12 s: nothing may be confirmed, because only one disk would have it
  2. the primary is killed (kill -9); a watcher that asks four times a second makes the replica the primary

At the end everything is pulled and compared. It takes about a minute, and needs PostgreSQL and HAProxy:
apt-get update && apt-get install -y postgresql haproxy

  --json   the outcome as JSON, and no progress
  --help   print this

Exit code: 0 nothing lost and nothing doubled, 1 otherwise, 2 wrong command line, 3 the trial could not run.`;

const standstillMillis = 12_000;
/** How long entries that were under way may still come in after the replica stopped, in milliseconds. */
const settleMillis = 500;

type Say = (text: string) => void;

process.exitCode = await runTrial({
  usage,
  table: {},
  run: async (_options, say) => {
    const programs = findPrograms();
    const folder = mkdtempSync(join(tmpdir(), 'psoas-trial-failover-'));
    chmodSync(folder, 0o755);
    const stops: (() => Promise<unknown>)[] = [];
    try {
      say('starting PostgreSQL, its replica, two relays and HAProxy');
      const pair = await startPostgresPair(programs.postgresFolder, join(folder, 'postgres'));
      stops.unshift(pair.stop);
      const { address, relays } = await startRelays(folder, programs.haproxy, { pair, stops });
      const load = await startSteadyLoad(address);
      const failed = await failOver(pair, load, say);
      const ended = relays.filter((relay) => relay.process.exitCode !== null || relay.process.signalCode !== null);
      const outcome = { ...failed, faults: [...failed.faults, ...ended.map((relay) => `a relay ended: ${relay.output()}`)] };
      return { outcome, text: toText(outcome), isPassed: outcome.faults.length === 0 && outcome.confirmedInStandstill === 0 };
    } finally {
      for (const stop of stops) await stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

type RunningRelays = { readonly address: string; readonly relays: readonly RelayProcess[] };
type Running = { readonly pair: PostgresPair; readonly stops: (() => Promise<unknown>)[] };

async function startRelays(folder: string, haproxy: string, { pair, stops }: Running): Promise<RunningRelays> {
  const [httpPort, databasePort, one, two] = [await findFreePort(), await findFreePort(), await findFreePort(), await findFreePort()];
  const address = `http://127.0.0.1:${httpPort}`;
  const ports = { httpPort, databasePort, relayPorts: [one, two], primaryPort: pair.primary.port, replicaPort: pair.replica.port };
  stops.unshift(await startHaproxy({ program: haproxy, folder, ...ports }));
  const environment = {
    ...noLimits,
    DATABASE_URL: `postgres://psoas@127.0.0.1:${databasePort}/postgres`,
    PSOAS_RELAY_ORIGIN: address,
    PSOAS_RELAY_KEY_FILE: join(folder, 'relay.key'),
    PSOAS_RELAY_BEHIND_PROXY: '1',
    PSOAS_RELAY_LOG: 'silent',
  };
  const relays: RelayProcess[] = [];
  for (const port of [one, two]) {
    const relay = await spawnRelay(['--port', String(port)], environment);
    relays.push(relay);
    stops.unshift(() => endRelay(relay));
  }
  await untilReady(address);
  return { address, relays };
}

async function endRelay(relay: RelayProcess): Promise<void> {
  relay.process.kill('SIGKILL');
  await relay.ended;
}

async function untilReady(address: string): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const response = await fetch(`${address}/readyz`).catch(() => undefined);
    if (response?.ok === true) return;
    await wait(50);
  }
  throw new Error('No relay is ready behind HAProxy.');
}

type Outcome = {
  readonly confirmed: number;
  readonly askedAgain: number;
  /** Entries confirmed while only one disk had them: has to be 0. */
  readonly confirmedInStandstill: number;
  /** The longest time without a confirmed entry around the kill. */
  readonly gapMillis: number;
  readonly promotedAfterMillis: number;
  readonly firstConfirmedAfterMillis: number;
  readonly faults: readonly string[];
};

async function failOver({ primary, replica }: PostgresPair, load: SteadyLoad, say: Say): Promise<Outcome> {
  await wait(3000);
  say(`${load.confirmedAt.length} entries confirmed; the replica stands still for ${standstillMillis / 1000} s`);
  replica.signal('SIGSTOP');
  const stoodAt = performance.now();
  await wait(standstillMillis);
  const confirmedInStandstill = load.confirmedAt.filter((at) => at > stoodAt + settleMillis).length;
  replica.signal('SIGCONT');
  await wait(4000);
  say(`${load.confirmedAt.length} entries confirmed, ${confirmedInStandstill} of them in the standstill; the primary is killed`);
  const killedAt = performance.now();
  primary.signal('SIGKILL');
  for (let missed = 0; missed < 2; await wait(250)) missed = (await answers(primary)) ? 0 : missed + 1;
  await promote(replica);
  const promotedAfterMillis = Math.round(performance.now() - killedAt);
  say(`the replica is the primary, ${promotedAfterMillis} ms after the kill`);
  await wait(6000);
  await load.stop();
  say(`${load.confirmedAt.length} entries confirmed; comparing`);
  const faults = await Promise.all(load.feeds.map(compareFeed));
  const gap = longestGap(load.confirmedAt, killedAt);
  return {
    confirmed: load.confirmedAt.length,
    askedAgain: load.askedAgain(),
    confirmedInStandstill,
    gapMillis: Math.round(gap.to - gap.from),
    promotedAfterMillis,
    firstConfirmedAfterMillis: Math.round(gap.to - killedAt),
    faults: [
      ...faults.flat(),
      ...load.feeds.flatMap(({ unanswered }) => unanswered.map(({ entryId }) => `${entryId} was never confirmed`)),
    ],
  };
}

type Gap = { readonly from: number; readonly to: number };

/** The longest time between two confirmed entries that ends after a moment. */
function longestGap(confirmedAt: readonly number[], afterMillis: number): Gap {
  let gap: Gap = { from: 0, to: 0 };
  for (const [index, to] of confirmedAt.entries()) {
    const from = confirmedAt[index - 1] ?? to;
    if (to > afterMillis && to - from > gap.to - gap.from) gap = { from, to };
  }
  return gap;
}

function toText(outcome: Outcome): string {
  const { confirmed, askedAgain, confirmedInStandstill, gapMillis, promotedAfterMillis, faults } = outcome;
  return [
    `${confirmed} entries confirmed, ${askedAgain} times asked again; lost or doubled: ${faults.length}`,
    `confirmed while the replica stood still: ${confirmedInStandstill} (bar: 0)`,
    `nobody could write for ${gapMillis} ms; the replica was the primary ${promotedAfterMillis} ms after the kill, the first entry was confirmed ${outcome.firstConfirmedAfterMillis} ms after it`,
    ...faults.slice(0, 20),
  ].join('\n');
}
