import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noId } from '../bytes/bytes.ts';
import { sealEntry } from '../entry/seal-entry.ts';
import { deriveMemberKeys } from '../keys/member-keys.ts';
import { noDevice, type RecordBody } from '../record/record-body.ts';
import { mayRequest } from '../request/may-request.ts';
import { at, createHousehold, testEvent, testNow, unwrap } from '../testing/test-household.ts';
import { acceptEntry, verifyEntry } from './accept-entry.ts';
import { applyRecord, applyRecords } from './apply-record.ts';
import type { FeedState } from './feed-state.ts';
import { writeRecords } from './write-records.ts';

const home = createHousehold(0);
const { keys, random } = home;
const people = [0, 1, 2].map(() => deriveMemberKeys(random(32), keys.feedId).signing);
const begin = unwrap(applyRecords(home.records, testNow));

type Change =
  | { readonly kind: 'grant'; readonly who: number; readonly write: boolean; readonly hours: number }
  | { readonly kind: 'revoke'; readonly who: number };

/** What the rules say of one person, in the plainest way. */
type Expected = { write: boolean; untilHours: number; revoked: boolean };

const who = fc.nat({ max: 2 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('grant'), who, write: fc.boolean(), hours: fc.nat({ max: 3 }) }),
  fc.record({ kind: fc.constant('revoke'), who }),
);

function toBody({ who: person, ...rest }: Change): RecordBody {
  const memberKey = at(people, person).publicKey;
  if (rest.kind === 'revoke') return { kind: 'revoke', memberKey, lastEntry: noId };
  const rights = { read: true, write: rest.write, invite: false };
  const expiresAtMillis = rest.hours === 0 ? 0 : testNow + rest.hours * 3_600_000;
  return { kind: 'grant', memberKey, rights, device: noDevice, expiresAtMillis };
}

/** Whether a change is allowed; when it is, the expectation follows it. */
function expectChange(model: Map<number, Expected>, { who: person, ...rest }: Change): boolean {
  const known = model.get(person);
  if (rest.kind === 'revoke') {
    if (known === undefined || known.revoked) return false;
    known.revoked = true;
    return true;
  }
  if (known !== undefined && (known.revoked || (known.write && !rest.write))) return false;
  model.set(person, { write: rest.write, untilHours: rest.hours, revoked: false });
  return true;
}

function entryOf(person: number): Uint8Array {
  const place = { feedId: keys.feedId, writer: at(people, person), epoch: 1, sealKey: keys.sealKey(1) };
  const stamp = { millis: testNow, counter: 0 };
  return unwrap(sealEntry({ ...place, previous: noId, stamp, event: testEvent('e') }, random)).bytes;
}

const entries = people.map((_, person) => entryOf(person));

describe('rights, after any row of grants and revocations', () => {
  it('[Y-13, Y-14] a reader cannot write, a revoked writer cannot write, nobody can after the end', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.integer({ min: 0, max: 3 }), (changes, hour) => {
        const model = new Map<number, Expected>();
        let feed: FeedState = begin;
        for (const each of changes) {
          const next = applyRecord(feed, at(writeRecords(keys, feed, [toBody(each)], testNow), 0), testNow);
          expect(next.ok).toBe(expectChange(model, each));
          if (next.ok) feed = next.value;
        }
        const nowMillis = testNow + hour * 3_600_000;
        const quota = { entries: 9, bytes: 1_000_000 };
        const view = { feed, usage: { entries: 0, bytes: 0 }, quota, nowMillis };
        for (const [person, bytes] of entries.entries()) {
          const known = model.get(person);
          const isOpen =
            known !== undefined && !known.revoked && (known.untilHours === 0 || hour < known.untilHours);
          expect(acceptEntry(view, bytes).ok).toBe(isOpen && known.write);
          expect(mayRequest(feed, at(people, person).publicKey, 'pull', nowMillis).ok).toBe(isOpen);
          expect(verifyEntry(feed, bytes).ok).toBe(known?.write === true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
