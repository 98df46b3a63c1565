import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import {
  applyRecords,
  createDeviceId,
  createReplica,
  createRootSecret,
  createShare,
  deriveDeviceSecret,
  deriveMemberKeys,
  deriveShareKeys,
  endShare,
  entriesToPush,
  joinReply,
  parsePushAnswer,
  writePullBody,
  writePushBody,
  writeRecordBody,
  type FeedKeys,
  type SigningKey,
} from '@psoas/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { post, postRecords, random, sign, unwrap, withEvent, type HttpAnswer } from './testing/household.ts';
import { startRelay } from './testing/run-relay.ts';

const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-share-'));
const hour = 3_600_000;
let now = Date.now();
let address = '';
let app: FastifyInstance;

beforeAll(async () => {
  ({ address, app } = await startRelay({ PSOAS_RELAY_DATA: folder }, { nowMillis: () => now }));
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const pullBody = writePullBody({ after: 0, recordsAfter: 0, limit: 100 });

/** A share at the relay, and what its guest can do with the link. */
async function share(expiresAtMillis: number) {
  const root = createRootSecret(random);
  const shareId = '5a'.repeat(16);
  const deviceId = createDeviceId(random);
  const deviceSecret = deriveDeviceSecret(root, deviceId);
  const made = createShare({ root, shareId, deviceId, deviceSecret, atMillis: now, expiresAtMillis }, random);
  const keys = deriveShareKeys(root, shareId);
  const homeOf = (feed: FeedKeys, records: readonly Uint8Array[]) => {
    const home = { address, keys: feed, records, members: [], nowMillis: () => now };
    const ask = (action: 'pull' | 'push' | 'record', signer: SigningKey, body: string): Promise<HttpAnswer> =>
      post(sign(home, action, { signer, body }));
    return { ...home, ask };
  };
  const [feed, reply] = [homeOf(keys.share, made.share), homeOf(keys.reply, made.reply)];
  for (const home of [feed, reply]) expect((await postRecords(home, home.records)).status).toBe(200);
  const linkKey = (home: typeof feed): SigningKey =>
    deriveMemberKeys(made.link.linkSecret, home.keys.feedId).signing;
  return { made, feed, reply, linkKey };
}

it('[RE-02] a guest reads by its link, joins once, answers, and hears when the share is over', async () => {
  const { made, feed, reply, linkKey } = await share(0);
  expect((await feed.ask('pull', linkKey(feed), pullBody)).status).toBe(200);
  expect(await feed.ask('push', linkKey(feed), writePushBody([]))).toMatchObject({ refused: 'no-right' });
  const before = unwrap(applyRecords(made.reply, 0));
  const guestSecret = random(32);
  const joined = joinReply(made.link, before, guestSecret, now);
  const body = writeRecordBody([joined]);
  expect((await reply.ask('record', linkKey(reply), body)).status).toBe(200);
  expect((await reply.ask('record', linkKey(reply), body)).status).toBe(200);
  const second = joinReply(made.link, unwrap(applyRecords([...made.reply, joined], 0)), random(32), now);
  expect(await reply.ask('record', linkKey(reply), writeRecordBody([second]))).toMatchObject({
    status: 409,
    refused: 'already-joined',
  });
  const guest = deriveMemberKeys(guestSecret, reply.keys.feedId);
  const state = unwrap(applyRecords([...made.reply, joined], 0));
  const linkMember = deriveMemberKeys(made.link.linkSecret, reply.keys.feedId);
  expect((await reply.ask('pull', guest.signing, pullBody)).status).toBe(200);
  const sealed = unwrap(createReplica(linkMember, [...made.reply, joined]));
  const answer = withEvent({ ...sealed, member: guest }, 'a comment', now);
  const pushed = await reply.ask('push', guest.signing, writePushBody(entriesToPush(answer)));
  expect(unwrap(parsePushAnswer(pushed.text)).results[0]).toMatchObject({ seq: 1 });
  expect((await postRecords(reply, endShare(reply.keys, state, new Map(), now))).status).toBe(200);
  for (const signer of [guest.signing, linkMember.signing])
    expect(await reply.ask('pull', signer, pullBody)).toMatchObject({ status: 403, refused: 'revoked' });
});

it('[RE-02] a link that has run out reads nothing and invites nobody', async () => {
  const { made, feed, reply, linkKey } = await share(now + hour);
  expect((await feed.ask('pull', linkKey(feed), pullBody)).status).toBe(200);
  now += hour;
  expect(await feed.ask('pull', linkKey(feed), pullBody)).toMatchObject({ status: 403, refused: 'expired' });
  const late = joinReply(made.link, unwrap(applyRecords(made.reply, 0)), random(32), now);
  const answer = await reply.ask('record', linkKey(reply), writeRecordBody([late]));
  expect(answer).toMatchObject({ status: 403, refused: 'expired' });
});
