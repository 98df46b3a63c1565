import { randomBytes } from 'node:crypto';
import {
  addEvent,
  createDeviceId,
  createFeed,
  createReplica,
  createRootSecret,
  deriveDeviceSecret,
  deriveFeedKeys,
  deriveMemberKeys,
  entriesToPush,
  eventsOf,
  memberToRecipient,
  nextPull,
  parsePullAnswer,
  parsePushAnswer,
  signRequest,
  takePullAnswer,
  takePushAnswer,
  writePullBody,
  writePushBody,
  writeRecordBody,
  type Action,
  type FeedKeys,
  type MemberKeys,
  type NewMember,
  type PushOutcome,
  type Replica,
  type Rights,
  type SigningKey,
} from '@psoas/sync';

export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** Takes a value out of a result; a failure is a fault of the test. */
export function unwrap<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The answer of a relay over HTTP. */
export type HttpAnswer = { readonly status: number; readonly text: string; readonly refused: string };

/** A member of a feed that is made up for a test. */
export type TestMember = { readonly keys: MemberKeys; readonly member: NewMember };

/** A person with a diary's feed and some members, at a relay over HTTP. */
export type Household = {
  readonly address: string;
  readonly keys: FeedKeys;
  readonly records: readonly Uint8Array[];
  readonly members: readonly TestMember[];
  readonly nowMillis: () => number;
};

/** Makes a feed whose members have these rights. Nothing is sent. */
export function createHousehold(
  address: string,
  rightsOfMembers: readonly Rights[],
  nowMillis: () => number = Date.now,
): Household {
  const root = createRootSecret(random);
  const keys = deriveFeedKeys(root, { purpose: 'diary', generation: 0 });
  const members = rightsOfMembers.map((rights): TestMember => {
    const deviceId = createDeviceId(random);
    const own = deriveMemberKeys(deriveDeviceSecret(root, deviceId), keys.feedId);
    const device = rights.write ? { deviceId } : {};
    return { keys: own, member: { ...memberToRecipient(own), rights, expiresAtMillis: 0, ...device } };
  });
  const input = { keys, members: members.map(({ member }) => member), atMillis: nowMillis() };
  return { address, keys, members, nowMillis, records: createFeed(input, random) };
}

export const writer: Rights = { read: true, write: true, invite: false };
export const reader: Rights = { read: true, write: false, invite: false };

/** A request that is signed, and can be sent more than once. */
export type SignedPost = { readonly url: string; readonly authorization: string; readonly body: string };

export function sign(
  { address, keys, nowMillis }: Pick<Household, 'address' | 'keys' | 'nowMillis'>,
  action: Action,
  { signer, body }: { readonly signer: SigningKey; readonly body: string },
): SignedPost {
  const { feedId } = keys;
  const input = { action, feedId, signer, origin: address, atMillis: nowMillis(), body };
  return {
    url: `${address}/v1/feeds/${feedId}/${action}`,
    authorization: signRequest(input, random),
    body,
  };
}

export async function post({ url, authorization, body }: SignedPost): Promise<HttpAnswer> {
  const headers = { authorization, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  const refused = /"refused":"([a-z-]+)"/.exec(text)?.[1] ?? '';
  return { status: response.status, text, refused };
}

export function postRecords(household: Household, records: readonly Uint8Array[]): Promise<HttpAnswer> {
  const body = writeRecordBody(records);
  return post(sign(household, 'record', { signer: household.keys.owner, body }));
}

/** Pulls until nothing is left. */
export async function pullAll(household: Household, replica: Replica): Promise<Replica> {
  let now = replica;
  for (;;) {
    const body = writePullBody(nextPull(now));
    const answer = await post(sign(household, 'pull', { signer: now.member.signing, body }));
    if (answer.status !== 200) throw new Error(answer.text);
    const pulled = unwrap(parsePullAnswer(answer.text));
    const outcome = takePullAnswer(now, pulled, { nowMillis: household.nowMillis(), random });
    if (outcome.reports.length > 0) throw new Error(JSON.stringify(outcome.reports));
    now = outcome.replica;
    if (now.cursor >= pulled.last) return now;
  }
}

export async function pushOnce(household: Household, replica: Replica): Promise<PushOutcome> {
  const body = writePushBody(entriesToPush(replica));
  const answer = await post(sign(household, 'push', { signer: replica.member.signing, body }));
  if (answer.status !== 200) throw new Error(answer.text);
  return takePushAnswer(replica, unwrap(parsePushAnswer(answer.text)));
}

export function newReplica({ records }: Household, { keys }: TestMember): Replica {
  return unwrap(createReplica(keys, records));
}

export function withEvent(replica: Replica, id: string, nowMillis: number): Replica {
  const event = { id, kind: 'note', version: 1, atMillis: nowMillis, day: '2026-11-21', data: { text: id } };
  return unwrap(addEvent(replica, event, { nowMillis, random }));
}

/** The ids of the events that a replica shows, in their order. */
export function shownIds({ entries }: Replica): readonly string[] {
  return eventsOf(entries.values()).map(({ id }) => id);
}
