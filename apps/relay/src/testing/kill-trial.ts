import { setTimeout as wait } from 'node:timers/promises';
import { beginFeed, compareFeed, pullIds, seqOf, type FeedLoad } from './feed-load.ts';
import { post, type Household } from './household.ts';
import { openKeepAlive } from './keep-alive-client.ts';
import type { RelayProcess } from './run-relay.ts';
import { createPushes, resign, type LoadPush } from './signed-load.ts';

/** What kills relays, and how often. */
export type KillPlan = {
  /** Starts a relay on the same storage and under the same address each time. */
  readonly start: () => Promise<RelayProcess>;
  /** What is taken from it, at one moment; `kill -9` where absent. */
  readonly cut?: Cut;
  readonly rounds: number;
  /** Chooses the moments. */
  readonly seed: number;
  readonly say?: (text: string) => void;
};

/** How a relay loses its life, or something that it needs. */
export type Cut = {
  readonly cut: (relay: RelayProcess) => void;
  /** Resolves when it has ended, and could be started again. */
  readonly end: (relay: RelayProcess) => Promise<void>;
  /**
   * Whether the relay may still answer what came of the cut itself. Then only what was confirmed before counts as
   * confirmed, and nothing that is sent later may be.
   */
  readonly hasAfterlife: boolean;
};

/** What came of it, over all rounds. */
export type KillOutcome = {
  readonly rounds: number;
  /** Entries that the relay confirmed before it was killed. */
  readonly confirmed: number;
  /** Pushes under way when it was killed; each was asked again after the restart. */
  readonly unanswered: number;
  /** Of those, how many were stored all the same. */
  readonly storedUnanswered: number;
  /** What must be empty: one line for each entry that is missing, twice there, or in another place. */
  readonly faults: readonly string[];
};

const writers = 8;
const feeds = 2;
const pushesForEachWriter = 250;

/** The least and the most time from the first push to the kill, in milliseconds. */
const killMillis = { from: 15, to: 400 } as const;

/**
 * Kills a relay again and again while several writers push, and compares what it confirmed with what it has after the
 * restart; at the end all feeds of all rounds once more.
 */
export async function killUnderLoad(plan: KillPlan): Promise<KillOutcome> {
  const { start, rounds, seed, say = () => {} } = plan;
  const random = createSeededRandom(seed);
  const results: RoundResult[] = [];
  let relay = await start();
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const afterMillis = killMillis.from + random() * (killMillis.to - killMillis.from);
      const loads = await loadAndCut(relay, plan.cut ?? kill, afterMillis);
      relay = await start();
      const settled = await Promise.all(loads.map(settleFeed));
      results.push(...settled);
      const { confirmed, faults } = sumUp(settled);
      say(`round ${round} of ${rounds}: cut after ${afterMillis.toFixed(0)} ms, ${confirmed} confirmed, ${faults.length} faults`);
    }
    const again = await Promise.all(results.map(({ load }) => compareFeed(load)));
    const sums = sumUp(results);
    return { rounds, ...sums, faults: [...sums.faults, ...again.flat().map((fault) => `at the end: ${fault}`)] };
  } finally {
    relay.process.kill('SIGKILL');
    await relay.ended;
  }
}

async function loadAndCut(relay: RelayProcess, cut: Cut, afterMillis: number): Promise<readonly PreparedLoad[]> {
  const homes = await Promise.all(Array.from({ length: feeds }, () => beginFeed(relay.address, writers / feeds)));
  const moment: Moment = { isOver: false, hasAfterlife: cut.hasAfterlife };
  const loads = homes.map((home) => prepareLoad(home, moment));
  const pushed = Promise.all(loads.map(pushUntilKilled));
  await wait(afterMillis);
  moment.isOver = true;
  cut.cut(relay);
  await cut.end(relay);
  await pushed;
  return loads;
}

function sumUp(results: readonly RoundResult[]): Omit<KillOutcome, 'rounds'> {
  return {
    confirmed: results.reduce((sum, { confirmed }) => sum + confirmed, 0),
    unanswered: results.reduce((sum, { unanswered }) => sum + unanswered, 0),
    storedUnanswered: results.reduce((sum, { storedUnanswered }) => sum + storedUnanswered, 0),
    faults: results.flatMap(({ faults }) => faults),
  };
}

type RoundResult = {
  readonly load: FeedLoad;
  readonly confirmed: number;
  readonly unanswered: number;
  readonly storedUnanswered: number;
  readonly faults: readonly string[];
};

const kill: Cut = {
  cut: (relay) => void relay.process.kill('SIGKILL'),
  end: async (relay) => void (await relay.ended),
  hasAfterlife: false,
};

type Moment = { isOver: boolean; readonly hasAfterlife: boolean };

/** A feed, and what each of its writers will push: made before, so that only the relay is busy when it is killed. */
type PreparedLoad = {
  readonly load: FeedLoad;
  readonly pushesOfWriters: readonly (readonly LoadPush[])[];
  readonly moment: Moment;
  readonly faults: string[];
};

function prepareLoad(home: Household, moment: Moment): PreparedLoad {
  const pushesOfWriters = home.members.map((member) => createPushes(home, member, pushesForEachWriter));
  return { load: { home, seqById: new Map(), unanswered: [] }, pushesOfWriters, moment, faults: [] };
}

async function pushUntilKilled(prepared: PreparedLoad): Promise<void> {
  await Promise.all(prepared.pushesOfWriters.map((pushes) => pushUntilEnd(prepared, pushes)));
}

async function pushUntilEnd({ load, moment, faults }: PreparedLoad, pushes: readonly LoadPush[]): Promise<void> {
  const client = openKeepAlive(load.home.address);
  for (const push of pushes) {
    const wasOver = moment.isOver;
    try {
      const { text } = await client.post(push);
      const seq = seqOf(text);
      if (!moment.hasAfterlife || !moment.isOver) load.seqById.set(push.entryId, seq);
      else {
        load.unanswered.push(push);
        if (wasOver) faults.push(`${push.entryId} was sent after the cut and confirmed`);
      }
    } catch {
      load.unanswered.push(push);
      break;
    }
  }
  client.close();
}

// What a device does after a lost answer: it asks again. That must not double anything.
async function settleFeed({ load, faults: faultsBefore }: PreparedLoad): Promise<RoundResult> {
  const { home, seqById, unanswered } = load;
  const confirmed = seqById.size;
  const faults = [...faultsBefore, ...(await compareFeed(load))];
  if (faults.length > 0) return { load, confirmed, unanswered: unanswered.length, storedUnanswered: 0, faults };
  const stored = new Set(await pullIds(home));
  for (const push of unanswered) {
    const answer = await post(resign(home, push));
    seqById.set(push.entryId, seqOf(answer.text));
  }
  faults.push(...(await compareFeed(load)).map((fault) => `asked again: ${fault}`));
  const storedUnanswered = unanswered.filter(({ entryId }) => stored.has(entryId)).length;
  return { load, confirmed, unanswered: unanswered.length, storedUnanswered, faults };
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function createSeededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
