import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import {
  applyRecords,
  createDeviceId,
  createRootSecret,
  createShare,
  deriveDeviceSecret,
  deriveMemberKeys,
  deriveShareKeys,
  endShare,
  joinReply,
  parsePushAnswer,
  rotateKeys,
  seedToSigningKey,
  writePullBody,
  writePushBody,
  writeReadLogBody,
  writeRecordBody,
  type Action,
  type NewShare,
  type SigningKey,
} from '@psoas/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createHousehold,
  newReplica,
  post,
  postRecords,
  random,
  reader,
  sign,
  unwrap,
  writer,
  type Household,
  type SignedPost,
} from './testing/household.ts';
import { noLimits, startRelay } from './testing/run-relay.ts';
import { createPushes } from './testing/signed-load.ts';

const actions = ['pull', 'push', 'record', 'read-log'] as const satisfies readonly Action[];

/**
 * Who may ask for what, and what everybody else hears. Read it by rows: a lost device was revoked; a revoked link is
 * that of an ended share, an expired one of a share whose time is over. A guest is who joined by a link. `revoked` and
 * `expired` hear only those who had the right before.
 */
const matrix = `
  feed    | who           | pull     | push     | record       | read-log
  diary   | owner         | ok       | no-right | ok           | ok
  diary   | device        | ok       | ok       | no-right     | no-right
  diary   | reader        | ok       | no-right | no-right     | no-right
  diary   | lost device   | revoked  | revoked  | no-right     | no-right
  diary   | stranger      | no-right | no-right | no-right     | no-right
  share   | owner         | ok       | no-right | ok           | ok
  share   | device        | ok       | ok       | no-right     | no-right
  share   | link          | ok       | no-right | no-right     | no-right
  share   | revoked link  | revoked  | no-right | no-right     | no-right
  share   | expired link  | expired  | no-right | no-right     | no-right
  share   | guest         | no-right | no-right | no-right     | no-right
  share   | stranger      | no-right | no-right | no-right     | no-right
  reply   | owner         | ok       | no-right | ok           | ok
  reply   | device        | ok       | ok       | no-right     | no-right
  reply   | link          | ok       | no-right | ok           | no-right
  reply   | guest         | ok       | ok       | no-right     | no-right
  reply   | revoked link  | revoked  | no-right | revoked      | no-right
  reply   | revoked guest | revoked  | revoked  | no-right     | no-right
  reply   | expired link  | expired  | no-right | expired      | no-right
  reply   | expired guest | expired  | expired  | no-right     | no-right
  reply   | stranger      | no-right | no-right | no-right     | no-right
  missing | owner         | no-such-feed | no-right | no-such-feed | no-such-feed
  missing | stranger      | no-right | no-right | no-right     | no-right
`;

/** What is wrong with the request itself counts for everybody, whatever their rights. */
const requestFaults = {
  'sent again': 'replayed',
  'by a clock six minutes slow': 'clock-off',
  'by a clock six minutes fast': 'clock-off',
  'signed for another relay': 'other-relay',
  'signed for another action': 'other-action',
  'signed for another feed': 'other-feed',
  'with another body': 'other-body',
  'with a flipped bit in the signature': 'bad-signature',
  'without a signature': 'wrong-length',
} as const;

const statusByRefusal: Readonly<Record<string, number>> = {
  ok: 200,
  'no-right': 403,
  revoked: 403,
  expired: 403,
  'no-such-feed': 404,
  'wrong-length': 400,
};

const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-rights-'));
const hour = 3_600_000;
const start = Date.now();
let now = start;
let address = '';
let app: FastifyInstance;
const places = new Map<string, { readonly home: Household; readonly signer: SigningKey; readonly body: Bodies }>();

beforeAll(async () => {
  const parts = { nowMillis: () => now, wait: async () => {} };
  ({ address, app } = await startRelay({ ...noLimits, PSOAS_RELAY_LOG: 'silent', PSOAS_RELAY_DATA: folder }, parts));
  await addDiary();
  const [whole, revoked, expired] = [await share(0), await share(0), await share(start + hour)];
  addShare('', whole);
  await revoked.end();
  addShare('revoked ', revoked);
  addShare('expired ', expired);
  now = start + hour;
}, 60_000);

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = matrix
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([feed = '', who = '', ...expected]) => ({ feed, who, expected }));

describe('who may ask for what', () => {
  it.each(rows)('[RE-02] $feed: $who', async ({ feed, who, expected }) => {
    const heard: string[] = [];
    for (const action of actions) {
      const { status, refused } = await post(requestOf(feed, who, action));
      heard.push(refused === '' && status === 200 ? 'ok' : refused);
      expect(status).toBe(statusByRefusal[heard.at(-1) ?? '']);
    }
    expect(heard).toEqual(expected);
  });

  it.each(Object.entries(requestFaults))('[RE-04] a request %s is refused for everybody as %s', async (fault, refusal) => {
    for (const { feed, who } of rows)
      for (const action of actions) {
        const isAllowed = rows.find((row) => row.feed === feed && row.who === who)?.expected[actions.indexOf(action)] === 'ok';
        // Only who may ask leaves a nonce, and hears that it was there.
        if (fault === 'sent again' && !isAllowed) continue;
        const answer = await post(await spoil(fault, feed, { who, action }));
        expect([feed, who, action, answer.refused]).toEqual([feed, who, action, refusal]);
        expect(answer.status).toBe(statusByRefusal[refusal] ?? 401);
      }
  });

  it.each(['/v1/relay', '/openapi.json', '/healthz', '/readyz'])('[RE-11] %s is open to everybody', async (path) => {
    expect((await fetch(`${address}${path}`)).status).toBe(200);
  });

  it('[RE-12] the numbers for operators are not on this port', async () => {
    expect((await fetch(`${address}/metrics`)).status).toBe(404);
  });

  it('[RE-02] the table names each feed, and each of the four actions in each row', () => {
    expect(rows.length).toBe(23);
    expect(rows.filter(({ expected }) => expected.length !== actions.length)).toEqual([]);
  });
});

type Asker = { readonly who: string; readonly action: Action };

function requestOf(feed: string, who: string, action: Action, change: Partial<Household> = {}): SignedPost {
  const place = places.get(`${feed}: ${who}`);
  if (place === undefined) throw new Error(`nobody is ${who} in ${feed}`);
  return sign({ ...place.home, ...change }, action, { signer: place.signer, body: place.body[action]() });
}

async function spoil(fault: string, feed: string, { who, action }: Asker): Promise<SignedPost> {
  const request = requestOf(feed, who, action);
  const other = (changed: SignedPost): SignedPost => ({ ...request, authorization: changed.authorization });
  switch (fault) {
    case 'sent again':
      expect((await post(request)).status).toBe(200);
      return request;
    case 'by a clock six minutes slow':
      return requestOf(feed, who, action, { nowMillis: () => now - 6 * 60_000 });
    case 'by a clock six minutes fast':
      return requestOf(feed, who, action, { nowMillis: () => now + 6 * 60_000 });
    case 'signed for another relay': {
      const elsewhere = requestOf(feed, who, action, { address: 'https://relay.example' });
      return { ...elsewhere, url: request.url };
    }
    case 'signed for another action':
      return other(requestOf(feed, who, action === 'pull' ? 'push' : 'pull'));
    case 'signed for another feed':
      return { ...request, url: request.url.replace(/feeds\/[0-9a-f]{64}/, `feeds/${'0'.repeat(64)}`) };
    case 'with another body':
      return { ...request, body: `${request.body} ` };
    case 'with a flipped bit in the signature': {
      const bytes = Buffer.from(request.authorization.slice('psoas1 '.length), 'base64url');
      bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
      return { ...request, authorization: `psoas1 ${bytes.toString('base64url')}` };
    }
    default:
      return { ...request, authorization: 'psoas1 ' };
  }
}

type Bodies = Readonly<Record<Action, () => string>>;

/** Bodies that a relay takes from whoever may ask: only the right decides. */
function bodiesOf(home: Household, records: readonly Uint8Array[] = home.records): Bodies {
  return {
    pull: () => writePullBody({ after: 0, recordsAfter: 0, limit: 10 }),
    push: () => writePushBody([]),
    record: () => writeRecordBody(records),
    'read-log': () => writeReadLogBody(0),
  };
}

function addPlace(feed: string, who: string, place: { readonly home: Household; readonly signer: SigningKey; readonly body?: Bodies }): void {
  places.set(`${feed}: ${who}`, { body: bodiesOf(place.home), ...place });
}

async function addDiary(): Promise<void> {
  const home = createHousehold(address, [writer, writer, reader], () => now);
  await begin(home);
  const [device, lost, readOnly] = home.members;
  if (device === undefined || lost === undefined || readOnly === undefined) throw new Error('no members');
  const [push] = createPushes(home, device, 1);
  const stored = unwrap(parsePushAnswer((await post(push ?? expect.fail('no push'))).text));
  expect(stored.results[0]).toMatchObject({ seq: 1 });
  const rotation = {
    keys: home.keys,
    feed: newReplica(home, device).feed,
    lost: { memberKey: lost.keys.signing.publicKey, lastEntry: '0'.repeat(64) },
    recipients: [device.member, readOnly.member],
    atMillis: now,
  };
  expect((await postRecords(home, rotateKeys(rotation, random))).status).toBe(200);
  const missing = createHousehold(address, [writer], () => now);
  addPlace('diary', 'owner', { home, signer: home.keys.owner });
  addPlace('diary', 'device', { home, signer: device.keys.signing });
  addPlace('diary', 'reader', { home, signer: readOnly.keys.signing });
  addPlace('diary', 'lost device', { home, signer: lost.keys.signing });
  addPlace('diary', 'stranger', { home, signer: seedToSigningKey(random(32)) });
  // The owner of a feed that is not there begins it with its first record; nothing else is taken.
  addPlace('missing', 'owner', { home: missing, signer: missing.keys.owner, body: bodiesOf(missing, []) });
  addPlace('missing', 'stranger', { home: missing, signer: seedToSigningKey(random(32)) });
}

type Shared = {
  readonly made: NewShare;
  readonly share: Household;
  readonly reply: Household;
  readonly device: (home: Household) => SigningKey;
  readonly link: (home: Household) => SigningKey;
  readonly guest: (home: Household) => SigningKey;
  readonly end: () => Promise<void>;
};

/** A share that a guest has joined. */
async function share(expiresAtMillis: number): Promise<Shared> {
  const root = createRootSecret(random);
  const shareId = '5a'.repeat(16);
  const deviceId = createDeviceId(random);
  const deviceSecret = deriveDeviceSecret(root, deviceId);
  const made = createShare({ root, shareId, deviceId, deviceSecret, atMillis: now, expiresAtMillis }, random);
  const keys = deriveShareKeys(root, shareId);
  const homeOf = (name: 'share' | 'reply'): Household => ({
    address,
    keys: keys[name],
    records: made[name],
    members: [],
    nowMillis: () => now,
  });
  const [shareHome, reply] = [homeOf('share'), homeOf('reply')];
  for (const home of [shareHome, reply]) await begin(home);
  const secretKey = (secret: Uint8Array) => (home: Household) => deriveMemberKeys(secret, home.keys.feedId).signing;
  const [link, guestSecret] = [secretKey(made.link.linkSecret), random(32)];
  const joined = joinReply(made.link, unwrap(applyRecords(made.reply, 0)), guestSecret, now);
  const body = writeRecordBody([joined]);
  expect((await post(sign(reply, 'record', { signer: link(reply), body }))).status).toBe(200);
  const end = async (): Promise<void> => {
    const chains: readonly (readonly [Household, readonly Uint8Array[]])[] = [
      [shareHome, made.share],
      [reply, [...made.reply, joined]],
    ];
    for (const [home, records] of chains) {
      const over = endShare(home.keys, unwrap(applyRecords(records, 0)), new Map(), now);
      expect((await postRecords(home, over)).status).toBe(200);
    }
  };
  return { made, share: shareHome, reply, device: secretKey(deviceSecret), link, guest: secretKey(guestSecret), end };
}

function addShare(prefix: string, shared: Shared): void {
  for (const feed of ['share', 'reply'] as const) {
    const home = shared[feed];
    addPlace(feed, `${prefix}link`, { home, signer: shared.link(home) });
    addPlace(feed, `${prefix}guest`, { home, signer: shared.guest(home) });
    if (prefix !== '') continue;
    addPlace(feed, 'owner', { home, signer: home.keys.owner });
    addPlace(feed, 'device', { home, signer: shared.device(home) });
    addPlace(feed, 'stranger', { home, signer: seedToSigningKey(random(32)) });
  }
}

async function begin(home: Household): Promise<void> {
  expect((await postRecords(home, home.records)).status).toBe(200);
}
