import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import {
  entriesToPush,
  parsePullAnswer,
  parsePushAnswer,
  parseReadLogAnswer,
  parseRecordAnswer,
  readReceipt,
  rotateKeys,
  seedToSigningKey,
  writePullBody,
  writePushBody,
  writeReadLogBody,
  writeRecordBody,
  writeRecords,
} from '@psoas/sync';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createHousehold,
  newReplica,
  post,
  postRecords,
  pullAll,
  pushOnce,
  random,
  reader,
  shownIds,
  sign,
  unwrap,
  withEvent,
  writer,
  type Household,
  type TestMember,
} from './testing/household.ts';
import { findFreePort } from './testing/find-free-port.ts';
import { startRelay } from './testing/run-relay.ts';

const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-'));
let address = '';
let app: FastifyInstance;
let lines = '';
let now = Date.now();
let runs = 0;
/** How long answers were held back. */
let waited: number[] = [];

const pullBody = writePullBody({ after: 0, recordsAfter: 0, limit: 100 });

async function start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  runs += 1;
  lines = '';
  waited = [];
  const logTo = { write: (line: string) => (lines += line) };
  const given = { PSOAS_RELAY_DATA: join(folder, String(runs)), PSOAS_RELAY_LOG: 'info', ...settings };
  const wait = async (millis: number): Promise<void> => void waited.push(millis);
  ({ address, app } = await startRelay(given, { nowMillis: () => now, wait, logTo }));
}

async function restart(settings: Readonly<Record<string, string>>): Promise<void> {
  await app.close();
  await start(settings);
}

async function household(rights = [writer, writer, reader]): Promise<Household> {
  const made = createHousehold(address, rights, () => now);
  expect((await postRecords(made, made.records)).status).toBe(200);
  return made;
}

function memberOf({ members }: Household, index: number): TestMember {
  const member = members[index];
  if (member === undefined) throw new Error(`no member ${index}`);
  return member;
}

beforeEach(async () => {
  now = Date.now();
  await start();
});

afterEach(async () => {
  await app.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a relay over HTTP', () => {
  it('[RE-01] brings two devices to the same events, whoever pushed what', async () => {
    const home = await household();
    let one = newReplica(home, memberOf(home, 0));
    let two = newReplica(home, memberOf(home, 1));
    for (let count = 0; count < 120; count += 1) one = withEvent(one, `one-${count}`, now + count);
    two = withEvent(two, 'two-0', now);
    one = (await pushOnce(home, one)).replica;
    one = (await pushOnce(home, one)).replica;
    two = (await pushOnce(home, await pullAll(home, two))).replica;
    one = await pullAll(home, one);
    two = await pullAll(home, two);
    expect(shownIds(one).length).toBe(121);
    expect(shownIds(two)).toEqual(shownIds(one));
    expect(one.waiting).toEqual([]);
  });

  it('[RE-02] gives a stranger the same answer for a feed that is there and for one that is not', async () => {
    const home = await household();
    const missing = createHousehold(address, [writer], () => now);
    const stranger = seedToSigningKey(random(32));
    const bodies = {
      pull: pullBody,
      push: writePushBody([]),
      record: writeRecordBody(home.records),
      'read-log': writeReadLogBody(0),
    } as const;
    for (const action of ['pull', 'push', 'record', 'read-log'] as const) {
      const ask = (feed: Household) => post(sign(feed, action, { signer: stranger, body: bodies[action] }));
      const [there, notThere] = [await ask(home), await ask(missing)];
      expect(there).toEqual(notThere);
      expect([there.status, there.refused]).toEqual([403, 'no-right']);
    }
    // Each of them was held back until the next step of 50 ms, so that it does not matter which costs more.
    expect(waited.length).toBe(8);
    expect(waited.every((millis) => millis > 0 && millis <= 50)).toBe(true);
    const owner = await post(sign(missing, 'pull', { signer: missing.keys.owner, body: pullBody }));
    expect([owner.status, owner.refused]).toEqual([404, 'no-such-feed']);
    expect(waited.length).toBe(8);
  });

  it('[RE-03] refuses an entry with a flipped bit, and takes the others of the same push', async () => {
    const home = await household();
    const one = withEvent(withEvent(newReplica(home, memberOf(home, 0)), 'a', now), 'b', now);
    const [first = new Uint8Array(), second = new Uint8Array()] = entriesToPush(one);
    const { signing } = one.member;
    for (const place of [70, 140, first.length - 1]) {
      const flipped = Uint8Array.from(first);
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      const answer = await post(
        sign(home, 'push', { signer: signing, body: writePushBody([flipped, second]) }),
      );
      const { results } = unwrap(parsePushAnswer(answer.text));
      expect(results[0]).toMatchObject({ refused: 'bad-signature' });
      expect(results[1]).toMatchObject({ seq: 1 });
    }
  });

  it('[RE-03] lets nobody write who may only read, nor who was revoked', async () => {
    const home = await household();
    const asReader = withEvent(newReplica(home, memberOf(home, 2)), 'x', now);
    const pushAs = (replica: typeof asReader) =>
      post(
        sign(home, 'push', { signer: replica.member.signing, body: writePushBody(entriesToPush(replica)) }),
      );
    expect(await pushAs(asReader)).toMatchObject({ status: 403, refused: 'no-right' });
    const one = newReplica(home, memberOf(home, 0));
    const lost = withEvent(newReplica(home, memberOf(home, 1)), 'late', now);
    const rotation = {
      keys: home.keys,
      feed: one.feed,
      lost: { memberKey: lost.member.signing.publicKey, lastEntry: '0'.repeat(64) },
      recipients: [memberOf(home, 0).member],
      atMillis: now,
    };
    expect((await postRecords(home, rotateKeys(rotation, random))).status).toBe(200);
    expect(await pushAs(lost)).toMatchObject({ status: 403, refused: 'revoked' });
    const pull = await post(sign(home, 'pull', { signer: lost.member.signing, body: pullBody }));
    expect(pull).toMatchObject({ status: 403, refused: 'revoked' });
    // An entry of the lost one, pushed by somebody who may: the writer inside counts.
    const body = writePushBody(entriesToPush(lost));
    const carried = await post(sign(home, 'push', { signer: one.member.signing, body }));
    expect(unwrap(parsePushAnswer(carried.text)).results[0]).toMatchObject({ refused: 'revoked' });
  });

  it('[RE-04] refuses a request that comes again, also after a restart, and one that is too old', async () => {
    const home = await household();
    const request = sign(home, 'pull', { signer: memberOf(home, 0).keys.signing, body: pullBody });
    expect((await post(request)).status).toBe(200);
    expect(await post(request)).toMatchObject({ status: 401, refused: 'replayed' });
    const late = sign(home, 'pull', { signer: memberOf(home, 0).keys.signing, body: pullBody });
    now += 5 * 60_000 + 1;
    expect(await post(late)).toMatchObject({ status: 401, refused: 'clock-off' });
    const elsewhere = { ...home, address: 'https://relay.example' };
    const other = sign(elsewhere, 'pull', { signer: memberOf(home, 0).keys.signing, body: pullBody });
    const moved = { ...other, url: other.url.replace('https://relay.example', address) };
    expect(await post(moved)).toMatchObject({ status: 401, refused: 'other-relay' });
    const changed = {
      ...sign(home, 'pull', { signer: memberOf(home, 0).keys.signing, body: pullBody }),
      body: '{}',
    };
    expect(await post(changed)).toMatchObject({ status: 401, refused: 'other-body' });
  });

  it('[RE-05] refuses what is too large, too much or too often, and says when to come again', async () => {
    await restart({
      PSOAS_RELAY_FEED_ENTRIES: '2',
      PSOAS_RELAY_FEED_RATE: '3',
      PSOAS_RELAY_NEW_FEEDS_RATE: '1',
    });
    const home = await household();
    let one = newReplica(home, memberOf(home, 0));
    for (const id of ['a', 'b', 'c']) one = withEvent(one, id, now);
    const pushed = await pushOnce(home, one);
    expect(pushed.refused.map(({ refused }) => refused)).toEqual(['feed-full']);
    expect(pushed.nearlyFull).toBe(true);
    const big = sign(home, 'push', { signer: one.member.signing, body: ' '.repeat(1_048_577) });
    expect(await post(big)).toMatchObject({ status: 413, refused: 'too-large' });
    const pull = () => post(sign(home, 'pull', { signer: one.member.signing, body: pullBody }));
    expect([(await pull()).status, (await pull()).status, (await pull()).status]).toEqual([200, 200, 429]);
    now += 20_000;
    expect((await pull()).status).toBe(200);
    const statuses: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      const more = createHousehold(address, [], () => now);
      statuses.push((await postRecords(more, more.records)).status);
    }
    expect(statuses.filter((status) => status === 200).length).toBe(9);
    expect(statuses.at(-1)).toBe(429);
  });

  it('[RE-15] takes nothing more when all feeds together are full, but can still be read, revoked and erased', async () => {
    await restart({ PSOAS_RELAY_TOTAL_FEEDS: '1', PSOAS_RELAY_TOTAL_BYTES: '2500' });
    const home = await household();
    const other = createHousehold(address, [], () => now);
    const refused = await postRecords(other, other.records);
    expect([refused.status, refused.refused]).toEqual([507, 'relay-full']);
    expect(refused.text).toContain('"what":"feeds","used":1,"limit":1');
    let one = newReplica(home, memberOf(home, 0));
    for (let count = 0; count < 8; count += 1) one = withEvent(one, `event-${count}`, now + count);
    const body = writePushBody(entriesToPush(one));
    expect(await post(sign(home, 'push', { signer: one.member.signing, body }))).toMatchObject({ status: 507, refused: 'relay-full' });
    expect((await post(sign(home, 'pull', { signer: one.member.signing, body: pullBody }))).status).toBe(200);
    const erase = writeRecords(home.keys, one.feed, [{ kind: 'erase' }], now);
    expect((await postRecords(home, erase)).status).toBe(200);
  });

  it('[RE-05] counts each address by itself', async () => {
    await restart({ PSOAS_RELAY_ADDRESS_RATE: '2' });
    const url = `${address}/v1/feeds/${'0'.repeat(64)}/pull`;
    const ask = () => post({ url, authorization: 'none', body: '{}' });
    expect([(await ask()).status, (await ask()).status]).toEqual([400, 400]);
    const refused = await fetch(url, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
  });

  it('[RE-05] believes a proxy of its own, and only what that one wrote', async () => {
    await restart({ PSOAS_RELAY_ADDRESS_RATE: '1', PSOAS_RELAY_BEHIND_PROXY: '1' });
    const url = `${address}/v1/feeds/${'0'.repeat(64)}/pull`;
    const ask = async (forwarded: string): Promise<number> => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwarded };
      return (await fetch(url, { method: 'POST', body: '{}', headers })).status;
    };
    expect([await ask('192.0.2.1'), await ask('192.0.2.2')]).toEqual([400, 400]);
    expect([await ask('198.51.100.1, 192.0.2.1'), await ask('198.51.100.2, 192.0.2.2')]).toEqual([429, 429]);
  });

  it('[RE-06] erases a feed with a receipt, gives the same again, and begins it never anew', async () => {
    const home = await household();
    const one = withEvent(newReplica(home, memberOf(home, 0)), 'a', now);
    await pushOnce(home, one);
    const erase = writeRecords(home.keys, one.feed, [{ kind: 'erase' }], now);
    const answer = unwrap(parseRecordAnswer((await postRecords(home, erase)).text));
    const { key } = (await (await fetch(`${address}/v1/relay`)).json()) as { key: string };
    const receipt = unwrap(readReceipt(answer.receipt ?? new Uint8Array(), key));
    expect(receipt).toMatchObject({ feedId: home.keys.feedId, deleted: { entries: 1 } });
    now += 1000;
    expect(unwrap(parseRecordAnswer((await postRecords(home, erase)).text))).toEqual(answer);
    expect(unwrap(parseRecordAnswer((await postRecords(home, home.records)).text))).toEqual(answer);
    const pulled = await post(sign(home, 'pull', { signer: one.member.signing, body: pullBody }));
    expect(unwrap(parsePullAnswer(pulled.text))).toMatchObject({ entries: [], last: 0 });
    expect((await pushOnce(home, one)).refused.map(({ refused }) => refused)).toEqual(['feed-ended']);
  });

  it('[RE-07] writes down who reads and is no device, for the owner alone', async () => {
    const home = await household();
    await pushOnce(home, withEvent(newReplica(home, memberOf(home, 0)), 'a', now));
    const guest = memberOf(home, 2).keys.signing;
    await post(sign(home, 'pull', { signer: memberOf(home, 1).keys.signing, body: pullBody }));
    await post(sign(home, 'pull', { signer: guest, body: pullBody }));
    const log = await post(sign(home, 'read-log', { signer: home.keys.owner, body: writeReadLogBody(0) }));
    expect(unwrap(parseReadLogAnswer(log.text))).toEqual([{ at: now, key: guest.publicKey, from: 1, to: 1 }]);
    const curious = await post(sign(home, 'read-log', { signer: guest, body: writeReadLogBody(0) }));
    expect(curious).toMatchObject({ status: 403, refused: 'no-right' });
  });

  it('[RE-12] writes neither feeds nor keys, addresses or bodies into its log and its numbers', async () => {
    const port = await findFreePort();
    await restart({ PSOAS_RELAY_METRICS_PORT: String(port) });
    const home = await household();
    await pushOnce(home, withEvent(newReplica(home, memberOf(home, 0)), 'a', now));
    await fetch(`${address}/v1/feeds/${home.keys.feedId}/nothing`, { method: 'POST', body: 'x' });
    await fetch(`${address}/v1/feeds/${home.keys.feedId}/pull`, { method: 'POST', body: 'x' });
    expect((await fetch(`${address}/metrics`)).status).toBe(404);
    const numbers = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(numbers).toContain('psoas_relay_requests_total{action="push",outcome="ok"} 1');
    expect(numbers).toContain('psoas_relay_feeds 1');
    for (const text of [lines, numbers]) {
      expect(text).not.toMatch(/[0-9a-f]{32}/);
      expect(text.replaceAll(address, '')).not.toMatch(/127\.0\.0\.1|psoas1 /);
    }
    expect(lines).toContain('"action":"push","outcome":"ok"');
  });

  it('[RE-11] answers machines that look after it, with headers that a page cannot use', async () => {
    const get = async (path: string): Promise<Response> => fetch(`${address}${path}`);
    expect(await (await get('/healthz')).text()).toBe('ok\n');
    expect((await get('/readyz')).status).toBe(200);
    const { headers } = await get('/openapi.json');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script';trusted-types 'none'");
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect((await fetch(`${address}/v1/relay`, { method: 'OPTIONS' })).status).toBe(204);
    const missing = await get('/nothing');
    expect([missing.status, await missing.json()]).toEqual([
      404,
      { version: 1, refused: 'no-such-page', rule: 'RE-01' },
    ]);
    expect((await fetch(`${address}/v1/feeds/no-feed/pull`, { method: 'POST' })).status).toBe(404);
  });
});
