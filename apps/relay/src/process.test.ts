import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entriesToPush, parsePullAnswer, parsePushAnswer, writePullBody, writePushBody } from '@psoas/sync';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from './testing/find-free-port.ts';
import {
  createHousehold,
  newReplica,
  post,
  postRecords,
  sign,
  unwrap,
  withEvent,
  writer,
} from './testing/household.ts';
import { spawnRelay } from './testing/run-relay.ts';
import { startPostgres, type TestPostgres } from './testing/start-postgres.ts';

type Relay = Awaited<ReturnType<typeof spawnRelay>>;

const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-process-'));
const noLimits = { PSOAS_RELAY_ADDRESS_RATE: '0', PSOAS_RELAY_FEED_RATE: '0', PSOAS_RELAY_LOG: 'error' };
let postgres: TestPostgres;
let running: Relay[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterEach(() => {
  for (const { process } of running) process.kill('SIGKILL');
  running = [];
});

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(port: number, environment: Readonly<Record<string, string>>): Promise<Relay> {
  const words = ['--port', String(port), '--data', folder];
  const relay = await spawnRelay(words, { ...noLimits, ...environment });
  running.push(relay);
  return relay;
}

/** Pushes one entry after the other until the relay dies; gives the ids that it confirmed. */
async function pushUntilItDies(home: ReturnType<typeof createHousehold>, onCount: (count: number) => void) {
  const confirmed: string[] = [];
  let replica = newReplica(home, home.members[0] ?? expect.fail('no member'));
  for (let count = 0; ; count += 1) {
    replica = withEvent({ ...replica, waiting: [] }, `event-${count}`, Date.now());
    const body = writePushBody(entriesToPush(replica));
    try {
      const answer = await post(sign(home, 'push', { signer: replica.member.signing, body }));
      const [result] = unwrap(parsePushAnswer(answer.text)).results;
      if (result !== undefined && 'seq' in result) confirmed.push(result.id);
    } catch {
      return confirmed;
    }
    onCount(confirmed.length);
  }
}

describe('a relay as a process', () => {
  it.each(['SQLite', 'PostgreSQL'])(
    '[RE-09] loses no confirmed entry when it is killed: %s',
    async (kind) => {
      const environment = kind === 'SQLite' ? {} : { DATABASE_URL: await postgres.createDatabase() };
      const port = await findFreePort();
      let relay = await run(port, environment);
      const home = createHousehold(relay.address, [writer]);
      expect((await postRecords(home, home.records)).status).toBe(200);
      const [member] = home.members;
      if (member === undefined) throw new Error('no member');
      const dead = once(relay.process, 'exit');
      const confirmed = await pushUntilItDies(home, (count) => {
        if (count === 25) setTimeout(() => relay.process.kill('SIGKILL'), 7);
      });
      await dead;
      expect(confirmed.length).toBeGreaterThanOrEqual(25);
      relay = await run(port, environment);
      const body = writePullBody({ after: 0, recordsAfter: 0, limit: 500 });
      const answer = await post(sign(home, 'pull', { signer: member.keys.signing, body }));
      const { entries, last } = unwrap(parsePullAnswer(answer.text));
      expect(last).toBe(entries.length);
      const again = await post(
        sign(home, 'push', { signer: member.keys.signing, body: writePushBody(entries.slice(0, 10)) }),
      );
      const ids = unwrap(parsePushAnswer(again.text)).results.map(({ id }) => id);
      expect(ids).toEqual(confirmed.slice(0, 10));
      expect(entries.length).toBeGreaterThanOrEqual(confirmed.length);
      expect(entries.length).toBeLessThanOrEqual(confirmed.length + 1);
    },
    60_000,
  );

  it('[RE-08] two relays on one database serve one feed', async () => {
    const environment = { DATABASE_URL: await postgres.createDatabase() };
    const [one, two] = await Promise.all([
      run(await findFreePort(), environment),
      run(await findFreePort(), environment),
    ]);
    const home = createHousehold(one.address, [writer]);
    expect((await postRecords(home, home.records)).status).toBe(200);
    const there = { ...home, address: two.address };
    const [member] = home.members;
    if (member === undefined) throw new Error('no member');
    const seqs: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, async (_, count) => {
        const replica = withEvent(newReplica(home, member), `event-${count}`, Date.now());
        const body = writePushBody(entriesToPush(replica));
        const answer = await post(
          sign(count % 2 === 0 ? home : there, 'push', { signer: member.keys.signing, body }),
        );
        const [result] = unwrap(parsePushAnswer(answer.text)).results;
        if (result !== undefined && 'seq' in result) seqs.push(result.seq);
      }),
    );
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  }, 60_000);

  it('[RE-09] says that it cannot now where storage fails, and confirms nothing', async () => {
    const url = await postgres.createDatabase();
    const relay = await run(await findFreePort(), { DATABASE_URL: url });
    const home = createHousehold(relay.address, [writer]);
    expect((await postRecords(home, home.records)).status).toBe(200);
    await postgres.dropDatabase(url);
    expect(await postRecords(home, home.records)).toMatchObject({ status: 503, refused: 'not-now' });
    expect((await fetch(`${relay.address}/readyz`)).status).toBe(503);
    expect((await fetch(`${relay.address}/healthz`)).status).toBe(200);
    const numbers = await (await fetch(`${relay.address}/metrics`)).text();
    expect(numbers).toContain('action="record",outcome="not-now"} 1');
  }, 60_000);

  it.each(['SIGTERM', 'SIGINT'] as const)('[RE-09] stops in peace on %s', async (signal) => {
    const relay = await run(await findFreePort(), {});
    expect((await fetch(`${relay.address}/readyz`)).status).toBe(200);
    const ended = once(relay.process, 'exit');
    relay.process.kill(signal);
    relay.process.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(relay.output()).not.toMatch(/error|warning/i);
  });
});
