import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entriesToPush, parsePushAnswer, writePushBody } from '@psoas/sync';
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
import { killUnderLoad } from './testing/kill-trial.ts';
import { noLimits, spawnRelay } from './testing/run-relay.ts';
import { startPostgres, type TestPostgres } from './testing/start-postgres.ts';

type Relay = Awaited<ReturnType<typeof spawnRelay>>;

const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-process-'));
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

describe('a relay as a process', () => {
  // `npm run trial:kill` does it fifty times each.
  it.each(['SQLite', 'PostgreSQL'])(
    '[RE-09] loses no confirmed entry and doubles none when it is killed under load: %s',
    async (kind) => {
      const environment = kind === 'SQLite' ? {} : { DATABASE_URL: await postgres.createDatabase() };
      const port = await findFreePort();
      const outcome = await killUnderLoad({ start: () => run(port, environment), rounds: 4, seed: 1 });
      expect(outcome.faults).toEqual([]);
      expect(outcome.confirmed).toBeGreaterThan(0);
      expect(outcome.unanswered).toBeGreaterThan(0);
    },
    120_000,
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
    const numbersPort = await findFreePort();
    const relay = await run(await findFreePort(), {
      DATABASE_URL: url,
      PSOAS_RELAY_METRICS_PORT: String(numbersPort),
    });
    const home = createHousehold(relay.address, [writer]);
    expect((await postRecords(home, home.records)).status).toBe(200);
    await postgres.dropDatabase(url);
    expect(await postRecords(home, home.records)).toMatchObject({ status: 503, refused: 'not-now' });
    expect((await fetch(`${relay.address}/readyz`)).status).toBe(503);
    expect((await fetch(`${relay.address}/healthz`)).status).toBe(200);
    const numbers = await (await fetch(`http://127.0.0.1:${numbersPort}/metrics`)).text();
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
