import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlToBytes, bytesToBase64url } from '../bytes/base64url.ts';
import { bytesToHex } from '../bytes/bytes.ts';
import { addCheck } from '../bytes/checked.ts';
import { applyRecord, applyRecords } from '../feed/apply-record.ts';
import { devicesOf } from '../feed/devices.ts';
import { deriveFeedKeys } from '../keys/feed-keys.ts';
import { noDevice } from '../record/record-body.ts';
import { learnSealKeys } from '../feed/learn-keys.ts';
import { deriveMemberKeys } from '../keys/member-keys.ts';
import { eventsOf } from '../merge/merge-entries.ts';
import { createReplica, type Replica } from '../replica/replica.ts';
import { flipBit } from '../testing/flip-bit.ts';
import { pull, push, sync } from '../testing/sync-with-relay.ts';
import {
  at,
  createHousehold,
  postRecords,
  request,
  testNow,
  unwrap,
  withEvent,
  type Household,
} from '../testing/test-household.ts';
import { parseReadLogAnswer, writeReadLogBody, writeRecordBody } from '../wire/records.ts';
import { joinReply, createShare, deriveShareKeys, endShare } from './create-share.ts';
import { shareLinkToSealedText, shareLinkToText, textToShareLink } from './share-link.ts';

const end = testNow + 86_400_000;

/** A share on a relay: the owner's side, and what the link opens. */
function createShared(): {
  readonly shareHome: Household;
  readonly replyHome: Household;
  readonly owner: Replica;
  readonly ownerReply: Replica;
  readonly made: ReturnType<typeof createShare>;
} {
  const home = createHousehold(1);
  const { deviceId, secret } = at(home.devices, 0);
  const input = {
    root: home.root,
    shareId: '0a'.repeat(16),
    deviceId,
    deviceSecret: secret,
    atMillis: testNow,
    expiresAtMillis: end,
  };
  const made = createShare(input, home.random);
  const keys = deriveShareKeys(home.root, input.shareId);
  const shareHome = { ...home, keys: keys.share };
  const replyHome = { ...home, keys: keys.reply };
  for (const answer of [postRecords(shareHome, made.share), postRecords(replyHome, made.reply)])
    expect(answer.ok).toBe(true);
  const owner = unwrap(createReplica(deriveMemberKeys(secret, keys.share.feedId), made.share));
  const ownerReply = unwrap(createReplica(deriveMemberKeys(secret, keys.reply.feedId), made.reply));
  return { shareHome, replyHome, owner, ownerReply, made };
}

const idsOf = ({ entries }: Replica): readonly string[] => eventsOf(entries.values()).map(({ id }) => id);

describe('a share', () => {
  it('[Y-28] is read with the link alone, answered with a key of the guest, and seen by the owner', () => {
    const { shareHome, replyHome, owner, ownerReply, made } = createShared();
    const { random } = shareHome;
    push(shareHome, withEvent(owner, 'plan', random));
    const link = unwrap(textToShareLink(shareLinkToText(made.link)));
    const reader = unwrap(createReplica(deriveMemberKeys(link.linkSecret, link.shareFeedId), made.share));
    expect(idsOf(pull(shareHome, reader).replica)).toEqual(['plan']);

    const guestSecret = random(32);
    const reply = unwrap(applyRecords(made.reply, 0));
    const join = joinReply(link, reply, guestSecret, testNow);
    const linkKey = deriveMemberKeys(link.linkSecret, link.replyFeedId);
    const joinRequest = request(replyHome, 'record', linkKey.signing, writeRecordBody([join]));
    expect(replyHome.relay.handle(joinRequest).ok).toBe(true);
    // The sealing key comes by the link; the right to write is the guest's own.
    const records = [...made.reply, join];
    const sealKeys = learnSealKeys(unwrap(applyRecords(records, 0)), linkKey);
    const guestKeys = deriveMemberKeys(guestSecret, link.replyFeedId);
    const guest = pull(replyHome, unwrap(createReplica(guestKeys, records, sealKeys))).replica;
    push(replyHome, withEvent(guest, 'comment', random));
    expect(idsOf(sync(replyHome, ownerReply))).toEqual(['comment']);
  });

  it('[Y-03] shares nothing with the diary that a relay could connect', () => {
    const { made } = createShared();
    const { records, devices, root, keys } = createHousehold(1);
    const chains = [records, made.share, made.reply].map((chain) => unwrap(applyRecords(chain, 0)));
    const marks = chains.flatMap(({ feedId, ownerKey, members }) => [
      feedId,
      ownerKey,
      ...[...members.values()].flatMap(({ key, device }) => (device === noDevice ? [key] : [key, device])),
    ]);
    expect(new Set(marks).size).toBe(marks.length);
    const clear = [...records, ...made.share].map(bytesToHex).join('');
    expect(clear).not.toContain(at(devices, 0).deviceId);
    const diary = at(chains, 0);
    expect(devicesOf(diary, keys, root)).toHaveLength(1);
    expect(
      devicesOf(diary, deriveFeedKeys(new Uint8Array(32), { purpose: 'diary', generation: 0 }), root),
    ).toEqual([]);
    expect(devicesOf(diary, keys, new Uint8Array(32))).toEqual([]);
  });

  it('[Y-13, Y-28] the link writes nowhere', () => {
    const { shareHome, replyHome, made } = createShared();
    const { link } = made;
    for (const [home, feedId, records] of [
      [shareHome, link.shareFeedId, made.share],
      [replyHome, link.replyFeedId, made.reply],
    ] as const) {
      const reader = unwrap(createReplica(deriveMemberKeys(link.linkSecret, feedId), records));
      expect(() => push(home, withEvent(reader, 'forged', home.random))).toThrow('no-right');
    }
  });

  it('[Y-18] is joined once, by who holds the link, before its end, and only for answers', () => {
    const { made, shareHome } = createShared();
    const { random } = shareHome;
    const reply = unwrap(applyRecords(made.reply, 0));
    const join = joinReply(made.link, reply, random(32), testNow);
    const joined = unwrap(applyRecord(reply, join, testNow));
    expect([...joined.members.values()].at(-1)).toMatchObject({
      expiresAtMillis: end,
      rights: { write: true, invite: false },
    });
    const again = joinReply(made.link, joined, random(32), testNow);
    expect(applyRecord(joined, again, testNow)).toMatchObject({
      ok: false,
      error: { type: 'already-joined' },
    });
    expect(applyRecord(reply, join, end)).toMatchObject({ ok: false, error: { type: 'expired' } });
    const stranger = joinReply({ ...made.link, linkSecret: random(32) }, reply, random(32), testNow);
    expect(applyRecord(reply, stranger, testNow)).toMatchObject({ ok: false, error: { type: 'no-right' } });
    const share = unwrap(applyRecords(made.share, 0));
    const inShare = joinReply(made.link, share, random(32), testNow);
    expect(applyRecord(share, inShare, testNow)).toMatchObject({ ok: false, error: { type: 'no-right' } });
  });

  it('[Y-30] ends by itself, and by its owner at once', () => {
    const { shareHome, owner, made } = createShared();
    const reader = unwrap(
      createReplica(deriveMemberKeys(made.link.linkSecret, made.link.shareFeedId), made.share),
    );
    expect(pull(shareHome, reader).reports).toEqual([]);
    const records = endShare(shareHome.keys, owner.feed, new Map(), testNow);
    expect([records.length, postRecords(shareHome, records).ok]).toEqual([1, true]);
    expect(() => pull(shareHome, reader)).toThrow('revoked');
    const other = createShared();
    other.shareHome.relay.nowMillis = end;
    const late = unwrap(
      createReplica(
        deriveMemberKeys(other.made.link.linkSecret, other.made.link.shareFeedId),
        other.made.share,
      ),
    );
    expect(() => pull(other.shareHome, late)).toThrow('expired');
  });

  it('[Y-30] every read by the link is written down for the owner', () => {
    const { shareHome, owner, made } = createShared();
    push(shareHome, withEvent(withEvent(owner, 'a', shareHome.random), 'b', shareHome.random));
    const reader = unwrap(
      createReplica(deriveMemberKeys(made.link.linkSecret, made.link.shareFeedId), made.share),
    );
    pull(shareHome, reader);
    pull(shareHome, owner);
    const answer = shareHome.relay.handle(
      request(shareHome, 'read-log', shareHome.keys.owner, writeReadLogBody(0)),
    );
    if (!answer.ok) throw new Error(answer.refused);
    expect(unwrap(parseReadLogAnswer(answer.body))).toEqual([
      { at: testNow, key: reader.member.signing.publicKey, from: 1, to: 2 },
    ]);
  });
});

describe('a link', () => {
  const link = {
    shareFeedId: 'ab'.repeat(32),
    replyFeedId: 'cd'.repeat(32),
    linkSecret: new Uint8Array(32).fill(7),
  };
  const plain = shareLinkToText(link);
  const sealed = shareLinkToSealedText(link, 'blue caf\u00e9 train', createHousehold(0).random);

  it('[Y-28] comes back from its text', () => {
    expect(unwrap(textToShareLink(plain))).toEqual(link);
    expect(plain).toMatch(/^[A-Za-z0-9_-]{136}$/);
  });

  it('[Y-29] with a passphrase opens with it alone, however its letters are made up', () => {
    expect(unwrap(textToShareLink(sealed, 'blue cafe\u0301 train'))).toEqual(link);
    expect(textToShareLink(sealed)).toEqual({ ok: false, error: { type: 'passphrase-needed' } });
    expect(textToShareLink(sealed, 'Blue caf\u00e9 train')).toEqual({
      ok: false,
      error: { type: 'passphrase-wrong' },
    });
    expect(bytesToHex(unwrap(base64urlToBytes(sealed)))).not.toContain(bytesToHex(link.linkSecret));
  }, 60_000);

  it('[Y-09, Y-29] that was cut or has any other letter is damaged, not wrong in its passphrase', () => {
    fc.assert(
      fc.property(fc.constantFrom(plain, sealed), fc.nat(), (text, bit) => {
        const bytes = unwrap(base64urlToBytes(text));
        const flipped = bytesToBase64url(flipBit(bytes, bit % (bytes.length * 8)));
        for (const damaged of [flipped, text.slice(0, bit % text.length), `${text}AAAA`])
          expect(textToShareLink(damaged, 'blue caf\u00e9 train')).toEqual({
            ok: false,
            error: { type: 'link-damaged' },
          });
      }),
    );
  });

  it('[Y-10, Y-29] of a higher version is newer; scrypt that is too easy or too hard is refused', () => {
    const withByte = (text: string, place: number, value: number): string => {
      const bytes = unwrap(base64urlToBytes(text)).slice(0, -4);
      bytes[place] = value;
      return bytesToBase64url(addCheck('psoas/1/link', bytes));
    };
    expect(textToShareLink(withByte(plain, 0, 2))).toEqual({
      ok: false,
      error: { type: 'newer-version', found: 2, known: 1 },
    });
    expect(textToShareLink(withByte(plain, 1, 9))).toEqual({ ok: false, error: { type: 'link-damaged' } });
    for (const found of [1, 14, 19, 255])
      expect(textToShareLink(withByte(sealed, 66, found), 'x')).toEqual({
        ok: false,
        error: { type: 'scrypt-out-of-range', found, min: 15, max: 18 },
      });
  });
});
