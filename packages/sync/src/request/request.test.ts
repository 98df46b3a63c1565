import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlToBytes, bytesToBase64url } from '../bytes/base64url.ts';
import { seedToSigningKey } from '../bytes/suite.ts';
import { applyRecords } from '../feed/apply-record.ts';
import { noId } from '../bytes/bytes.ts';
import { createTestRandom } from '../testing/deterministic-random.ts';
import { flipBit } from '../testing/flip-bit.ts';
import {
  at,
  createHousehold,
  postRecords,
  relayKey,
  request,
  testNow,
  unwrap,
} from '../testing/test-household.ts';
import { writeRecords } from '../feed/write-records.ts';
import { parseRecordAnswer, writeReadLogBody } from '../wire/records.ts';
import { writePullBody } from '../wire/pull.ts';
import { writePushBody } from '../wire/push.ts';
import { isReadLogged, mayRequest } from './may-request.ts';
import { readReceipt, signReceipt } from './receipt.ts';
import { checkRequest, signRequest, type RequestCheck } from './sign-request.ts';

const random = createTestRandom('request');
const signer = seedToSigningKey(random(32));
const base = {
  action: 'pull',
  feedId: 'ab'.repeat(32),
  origin: 'https://relay.example',
  body: '{"version":1}',
} as const;
const header = signRequest({ ...base, signer, atMillis: testNow }, random);
const check: RequestCheck = { ...base, nowMillis: testNow, isNonceSeen: () => false };

/** `fine`, or the name of the refusal. */
function relaySays(changed: Partial<RequestCheck>, authorization = header): string {
  const checked = checkRequest(authorization, { ...check, ...changed });
  return checked.ok ? 'fine' : checked.error.type;
}

describe('a signed request', () => {
  it('[Y-19] says who asks', () => {
    expect(unwrap(checkRequest(header, check)).signerKey).toBe(signer.publicKey);
  });

  it('[Y-19] is worth nothing late, early, twice, elsewhere, or with something else', () => {
    expect(relaySays({ nowMillis: testNow + 300_000 })).toBe('fine');
    expect(relaySays({ nowMillis: testNow + 300_001 })).toBe('clock-off');
    expect(relaySays({ nowMillis: testNow - 300_001 })).toBe('clock-off');
    expect(relaySays({ isNonceSeen: ({ signerKey }) => signerKey === signer.publicKey })).toBe('replayed');
    expect(relaySays({ origin: 'https://other.example' })).toBe('other-relay');
    expect(relaySays({ action: 'push' })).toBe('other-action');
    expect(relaySays({ feedId: 'ac'.repeat(32) })).toBe('other-feed');
    expect(relaySays({ body: '{"version":1 }' })).toBe('other-body');
  });

  it('[Y-09] is refused with any flipped bit, and as any other text', () => {
    const bytes = unwrap(base64urlToBytes(header.slice('psoas1 '.length)));
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
        expect(relaySays({}, `psoas1 ${bytesToBase64url(flipBit(bytes, bit))}`)).not.toBe('fine');
      }),
      { numRuns: 200 },
    );
    for (const text of ['', 'psoas1 ', 'Bearer x', header.slice(0, -1), `${header}A`, header.toUpperCase()])
      expect(relaySays({}, text)).not.toBe('fine');
  });

  it('[Y-19] has a new nonce each time', () => {
    expect(signRequest({ ...base, signer, atMillis: testNow }, random)).not.toBe(header);
  });
});

describe('who may ask', () => {
  const home = createHousehold(1);
  const feed = unwrap(applyRecords(home.records, testNow));
  const device = at(home.devices, 0).member.signing;

  it('[Y-20] a device pulls and pushes, the owner writes records and reads the log, a stranger nothing', () => {
    const may = (key: string): readonly boolean[] =>
      (['pull', 'push', 'record', 'read-log'] as const).map(
        (action) => mayRequest(feed, key, action, testNow).ok,
      );
    expect(may(device.publicKey)).toEqual([true, true, false, false]);
    expect(may(home.keys.owner.publicKey)).toEqual([true, false, true, true]);
    expect(may(signer.publicKey)).toEqual([false, false, false, false]);
  });

  it('[Y-20] the relay refuses with a name', () => {
    const refused = (action: 'pull' | 'push' | 'read-log', body: string): unknown =>
      home.relay.handle(request(home, action, signer, body));
    const noRight = { ok: false, refused: 'no-right' };
    expect(refused('pull', writePullBody({ after: 0, recordsAfter: 0, limit: 1 }))).toEqual(noRight);
    expect(refused('push', writePushBody([]))).toEqual(noRight);
    expect(refused('read-log', writeReadLogBody(0))).toEqual(noRight);
  });

  it('[Y-30] reads by devices and by the owner are not written down', () => {
    expect(isReadLogged(feed, device.publicKey)).toBe(false);
    expect(isReadLogged(feed, home.keys.owner.publicKey)).toBe(false);
  });

  it('[Y-21] records are taken all or none, and passed over when they are there', () => {
    const other = createHousehold(1);
    const { feed: known } = at(other.devices, 0).replica;
    const body = {
      kind: 'revoke',
      memberKey: at(other.devices, 0).member.signing.publicKey,
      lastEntry: noId,
    } as const;
    const wrong = writeRecords(other.keys, known, [body, body], testNow);
    expect(postRecords(other, wrong)).toEqual({ ok: false, refused: 'revoked' });
    const right = writeRecords(other.keys, known, [body], testNow);
    const count = { ok: true, body: `{"version":1,"count":${known.hashes.length + 1},"receipt":null}` };
    expect([postRecords(other, right), postRecords(other, right)]).toEqual([count, count]);
    const rival = writeRecords(other.keys, known, [{ kind: 'erase' }], testNow);
    expect(postRecords(other, rival)).toEqual({ ok: false, refused: 'fork' });
  });

  it('[Y-17] erasing empties the feed and gives a receipt, and the feed stays ended', () => {
    const erase = writeRecords(home.keys, feed, [{ kind: 'erase' }], testNow);
    const answer = postRecords(home, erase);
    if (!answer.ok) throw new Error(answer.refused);
    const { receipt, count } = unwrap(parseRecordAnswer(answer.body));
    const read = unwrap(readReceipt(receipt ?? new Uint8Array(), relayKey.publicKey));
    const erased = unwrap(applyRecords([...home.records, ...erase], testNow));
    expect(read).toEqual({
      feedId: home.keys.feedId,
      recordHash: erased.hashes.at(-1),
      atMillis: testNow,
      deleted: { entries: 0, bytes: 0 },
    });
    expect([count, home.relay.stored(home.keys.feedId)]).toEqual([erased.hashes.length, []]);
    expect(postRecords(home, erase)).toEqual(answer);
    const more = writeRecords(home.keys, erased, [{ kind: 'erase' }], testNow);
    expect(postRecords(home, more)).toEqual({ ok: false, refused: 'feed-ended' });
  });
});

describe('a receipt', () => {
  const receipt = {
    feedId: 'ab'.repeat(32),
    recordHash: 'cd'.repeat(32),
    atMillis: testNow,
    deleted: { entries: 3, bytes: 1386 },
  };
  const bytes = signReceipt(receipt, relayKey);

  it('[Y-17] comes back as it was written', () => {
    expect(unwrap(readReceipt(bytes, relayKey.publicKey))).toEqual(receipt);
  });

  it('[Y-09] is refused with any flipped bit, and from another relay', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
        expect(readReceipt(flipBit(bytes, bit), relayKey.publicKey).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
    expect(readReceipt(bytes, signer.publicKey).ok).toBe(false);
    expect(readReceipt(signReceipt(receipt, signer), relayKey.publicKey).ok).toBe(false);
  });
});
