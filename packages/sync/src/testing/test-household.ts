import type { RandomBytes } from '../bytes/bytes.ts';
import { seedToSigningKey, type SigningKey } from '../bytes/suite.ts';
import type { FeedQuota } from '../feed/quota.ts';
import { createFeed, type NewMember } from '../feed/write-records.ts';
import { deriveFeedKeys, type FeedKeys } from '../keys/feed-keys.ts';
import {
  createDeviceId,
  deriveDeviceSecret,
  deriveMemberKeys,
  type MemberKeys,
} from '../keys/member-keys.ts';
import { createRootSecret, type RootSecret } from '../keys/root-secret.ts';
import { memberToRecipient } from '../record/wrap-key.ts';
import { addEvent, createReplica, type Replica } from '../replica/replica.ts';
import { signRequest, type Action } from '../request/sign-request.ts';
import { writeRecordBody } from '../wire/records.ts';
import type { SealedEvent } from '../entry/seal-entry.ts';
import { createTestRandom } from './deterministic-random.ts';
import { MemoryRelay, testOrigin, type RelayAnswer, type RelayRequest } from './memory-relay.ts';

/** A moment in tests: 2026-11-21, 08:00 UTC. */
export const testNow = 1_795_248_000_000;

/** A device: its id, its secret, its keys in the diary's feed. */
export type TestDevice = {
  readonly deviceId: string;
  readonly secret: Uint8Array;
  readonly member: MemberKeys;
  readonly replica: Replica;
};

/** A person with some devices, a diary's feed, and a relay that knows it. */
export type Household = {
  readonly random: RandomBytes;
  readonly root: RootSecret;
  readonly keys: FeedKeys;
  readonly records: readonly Uint8Array[];
  readonly devices: readonly TestDevice[];
  readonly relay: MemoryRelay;
};

/** The key of the relay of tests. */
export const relayKey: SigningKey = seedToSigningKey(createTestRandom('relay')(32));

/** Takes a value out of a result; a failure is a fault of the test. */
export function unwrap<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The n-th of a list; a gap is a fault of the test. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items.at(index);
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

export function createHousehold(
  deviceCount: number,
  quota: FeedQuota = { entries: 1000, bytes: 10_000_000 },
): Household {
  const random = createTestRandom('household');
  const root = createRootSecret(random);
  const keys = deriveFeedKeys(root, { purpose: 'diary', generation: 0 });
  const drafts = Array.from({ length: deviceCount }, () => {
    const deviceId = createDeviceId(random);
    const secret = deriveDeviceSecret(root, deviceId);
    return { deviceId, secret, member: deriveMemberKeys(secret, keys.feedId) };
  });
  const members = drafts.map(({ member, deviceId }) => toWriter(member, deviceId));
  const records = createFeed({ keys, members, atMillis: testNow }, random);
  const relay = new MemoryRelay(relayKey, quota);
  relay.nowMillis = testNow;
  const devices = drafts.map((draft) => ({
    ...draft,
    replica: unwrap(createReplica(draft.member, records)),
  }));
  const household = { random, root, keys, records, devices, relay };
  const answer = postRecords(household, records);
  if (!answer.ok) throw new Error(answer.refused);
  return household;
}

/** A member that reads and writes. */
export function toWriter(member: MemberKeys, deviceId: string): NewMember {
  const rights = { read: true, write: true, invite: false };
  return { ...memberToRecipient(member), rights, deviceId, expiresAtMillis: 0 };
}

/** A signed request to the household's relay, at its time. */
export function request(
  { relay, random, keys }: Pick<Household, 'relay' | 'random' | 'keys'>,
  action: Action,
  signer: SigningKey,
  body: string,
): RelayRequest {
  const { feedId } = keys;
  const input = { action, feedId, signer, origin: testOrigin, atMillis: relay.nowMillis, body };
  return { action, feedId, body, authorization: signRequest(input, random) };
}

/** The owner brings records to the relay. */
export function postRecords(
  household: Pick<Household, 'relay' | 'random' | 'keys'>,
  records: readonly Uint8Array[],
): RelayAnswer {
  return household.relay.handle(request(household, 'record', household.keys.owner, writeRecordBody(records)));
}

/** An event as a diary has it, as far as this package cares. */
export function testEvent(id: string): SealedEvent {
  return {
    id,
    kind: 'note',
    version: 1,
    atMillis: testNow,
    day: '2026-11-21',
    data: { text: `Note ${id}.` },
  };
}

/** Adds an event to a replica. */
export function withEvent(replica: Replica, id: string, random: RandomBytes, nowMillis = testNow): Replica {
  return unwrap(addEvent(replica, testEvent(id), { nowMillis, random }));
}
