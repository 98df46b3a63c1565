import { isRecord, type Result } from '@psoas/kernel';
import {
  addEvents,
  createDeviceId,
  createFeed,
  createReplica,
  createRootSecret,
  deriveDeviceSecret,
  deriveFeedKeys,
  deriveMemberKeys,
  entriesToPush,
  memberToRecipient,
  type Replica,
} from '@psoas/sync';
import { createTestRandom, testNow } from '@psoas/sync/testing';
import { sampleDiary } from '../fhir/sample-diary.ts';

/** Takes a value out of a result; a failure is a fault of the sample. */
export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const random = createTestRandom('parsers');

/** A person's root, one device of theirs, and the diary's feed with some entries; the same in each run. */
export const root = createRootSecret(random);
export const keys = deriveFeedKeys(root, { purpose: 'diary', generation: 0 });
export const deviceId = createDeviceId(random);
export const deviceSecret = deriveDeviceSecret(root, deviceId);
export const member = deriveMemberKeys(deviceSecret, keys.feedId);
const writer = { ...memberToRecipient(member), rights: { read: true, write: true, invite: false }, deviceId, expiresAtMillis: 0 };
export const records: readonly Uint8Array[] = createFeed({ keys, members: [writer], atMillis: testNow }, random);
export const emptyReplica: Replica = valueOf(createReplica(member, records));

const events = sampleDiary()
  .filter(isRecord)
  .slice(0, 4)
  .map((event, index) => ({ ...event, id: `event-${index}` }));
/** The same feed after four entries, which wait to be pushed. */
export const fullReplica: Replica = addEvents(emptyReplica, events.map((event) => ({ event, atMillis: testNow })), random).replica;
export const entries: readonly Uint8Array[] = entriesToPush(fullReplica);
