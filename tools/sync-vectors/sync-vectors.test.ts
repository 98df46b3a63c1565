import { scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  acceptEntry,
  applyRecord,
  applyRecords,
  base64urlToBytes,
  checkRequest,
  deriveFeedKeys,
  readReceipt,
  textToRoot,
  textToShareLink,
  wordsToRoot,
} from '@psoas/sync';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../command-line.ts';
import { vectorsPath, vectorsToText } from './main.ts';
import { derive, hash, isSigned, labelled, publicKeyOf, signWithSeed, unseal } from './node-suite.ts';

const text = readFileSync(join(repositoryRoot, vectorsPath), 'utf8');
const vectors = JSON.parse(text);
const unhex = (value: string): Buffer => Buffer.from(value, 'hex');
const unbase64 = (value: string): Buffer => Buffer.from(value, 'base64url');
const root = unhex(vectors.root.secret);
const { diary, nextDiary, device, share } = vectors.keys;
type EntryVector = {
  readonly id: string;
  readonly writerKey: string;
  readonly epoch: number;
  readonly previous: string;
  readonly stamp: { readonly millis: number; readonly counter: number };
  readonly text: string;
  readonly bytes: string;
};
const entries: readonly EntryVector[] = vectors.entries.list;
const records: readonly Buffer[] = vectors.chain.records.map(unbase64);

describe('the file of test vectors', () => {
  it('is fresh: npm run vectors writes it as it is', () => expect(vectorsToText()).toBe(text), 60_000);
});

describe("the vectors, by Node's OpenSSL alone", () => {
  it('[Y-01] every key follows by HKDF, and the feed id from the owner key', () => {
    const feedSecret = derive(root, 'feed/diary/0');
    expect(derive(feedSecret, 'owner').toString('hex')).toBe(diary.ownerSeed);
    expect(derive(feedSecret, 'seal/1').toString('hex')).toBe(diary.sealKeys[1]);
    expect(derive(feedSecret, 'seal/2').toString('hex')).toBe(diary.sealKeys[2]);
    expect(publicKeyOf(unhex(diary.ownerSeed)).toString('hex')).toBe(diary.ownerKey);
    expect(hash(labelled('psoas/1/feed', unhex(diary.ownerKey))).toString('hex')).toBe(diary.feedId);
    expect(derive(derive(root, 'feed/diary/1'), 'owner').toString('hex')).toBe(nextDiary.ownerSeed);
    expect(derive(root, `share/${share.shareId}`).toString('hex')).toBe(share.secret);
    expect(derive(unhex(share.secret), 'link').toString('hex')).toBe(share.linkSecret);
  });

  it('[Y-03] a device has its keys for this feed', () => {
    const secret = derive(root, `device/${device.deviceId}`);
    expect(secret.toString('hex')).toBe(device.secret);
    expect(derive(secret, `sign/${diary.feedId}`).toString('hex')).toBe(device.signSeed);
    expect(derive(secret, `wrap/${diary.feedId}`).toString('hex')).toBe(device.wrapKey);
    expect(publicKeyOf(unhex(device.signSeed)).toString('hex')).toBe(device.signKey);
  });

  it('[Y-02] the text of the root carries its checksum', () => {
    const check = hash(labelled('psoas/1/root', root)).subarray(0, 4);
    expect(vectors.root.text).toBe(`psoas:1:${Buffer.concat([root, check]).toString('base64url')}`);
  });

  it('[Y-32] the link of a device carries its checksum', () => {
    const bytes = Buffer.concat([unhex(device.deviceId), unhex(device.secret), unhex(diary.feedId)]);
    const check = hash(labelled('psoas/1/device', bytes)).subarray(0, 4);
    expect(device.link).toBe(`psoas-device:1:${Buffer.concat([bytes, check]).toString('base64url')}`);
  });

  it.each(entries)('[Y-07, Y-08] entry $id opens by the table of SPEC.md', (entry) => {
    const bytes = unbase64(entry.bytes);
    expect([bytes[0], bytes[1], bytes.readUInt32BE(66)]).toEqual([1, 1, entry.epoch]);
    expect(bytes.subarray(2, 34).toString('hex')).toBe(diary.feedId);
    expect(bytes.subarray(34, 66).toString('hex')).toBe(entry.writerKey);
    expect(bytes.subarray(70, 102).toString('hex')).toBe(entry.previous);
    expect(hash(bytes.subarray(0, -64)).toString('hex')).toBe(entry.id);
    expect(isSigned('psoas/1/entry', bytes, bytes.subarray(34, 66))).toBe(true);
    const key = unhex(diary.sealKeys[entry.epoch]);
    const content = unseal(key, bytes.subarray(102, 126), bytes.subarray(0, 102), bytes.subarray(126, -64));
    const length = content.readUInt32BE(0);
    expect(content.readUIntBE(4, 6)).toBe(entry.stamp.millis);
    expect(content.readUInt16BE(10)).toBe(entry.stamp.counter);
    expect(content.subarray(12, 12 + length).toString('utf8')).toBe(entry.text);
    expect(content.subarray(12 + length).every((byte) => byte === 0)).toBe(true);
    expect(Math.log2(content.length) % 1).toBe(0);
  });

  it('[Y-11] the chain holds: numbers, hashes, signatures', () => {
    let before: Buffer = Buffer.alloc(32);
    for (const [number, record] of records.entries()) {
      expect(record.readUInt32BE(66)).toBe(number);
      expect(record.subarray(70, 102).equals(before)).toBe(true);
      expect(isSigned('psoas/1/record', record, unhex(diary.ownerKey))).toBe(true);
      before = hash(record.subarray(0, -64));
      expect(vectors.chain.says.hashes[number]).toBe(before.toString('hex'));
    }
  });

  it('[Y-03] the owner opens which device a grant is for', () => {
    expect(derive(derive(root, 'feed/diary/0'), 'devices').toString('hex')).toBe(diary.deviceKey);
    const body = records[1]?.subarray(110, -64) ?? Buffer.alloc(0);
    expect([body.length, body[32]]).toEqual([89, 3]);
    const place = Buffer.concat([unhex(diary.feedId), body.subarray(0, 32)]);
    const key = unhex(diary.deviceKey);
    const opened = unseal(
      key,
      body.subarray(33, 57),
      labelled('psoas/1/device', place),
      body.subarray(57, 81),
    );
    expect(opened.toString('hex')).toBe(device.deviceId);
  });

  it('[Y-15] the wraps give the device its key, and the key before by the new one', () => {
    const body = (index: number): Buffer => records[index]?.subarray(110, -64) ?? Buffer.alloc(0);
    const open = (wrap: Buffer, epoch: number, key: Buffer): string => {
      const member = wrap.subarray(0, 32);
      const place = Buffer.concat([unhex(diary.feedId), Buffer.from([0, 0, 0, epoch]), member]);
      return unseal(
        key,
        wrap.subarray(32, 56),
        labelled('psoas/1/wrap', place),
        wrap.subarray(56, 104),
      ).toString('hex');
    };
    const [first, second] = records.flatMap((record, index) => (record[1] === 5 ? [index] : []));
    const one = body(first ?? 0);
    expect([one.readUInt32BE(0), one.readUInt16BE(4), one.length]).toEqual([1, 1, 6 + 104]);
    expect(open(one.subarray(6), 1, unhex(device.wrapKey))).toBe(diary.sealKeys[1]);
    const two = body(second ?? 0);
    expect(two.subarray(6, 38).equals(Buffer.alloc(32))).toBe(true);
    expect(open(two.subarray(6, 110), 2, unhex(diary.sealKeys[2]))).toBe(diary.sealKeys[1]);
  });

  it('[Y-19] the request is signed over what SPEC.md says', () => {
    const { request } = vectors;
    const bytes = unbase64(request.authorization.slice('psoas1 '.length));
    expect(bytes.length).toBe(154 + 64);
    expect([bytes[0], bytes[1]]).toEqual([1, 1]);
    expect(bytes.subarray(66, 98).equals(hash(Buffer.from(request.origin)))).toBe(true);
    expect(bytes.readBigUInt64BE(98)).toBe(BigInt(request.atMillis));
    expect(bytes.subarray(122, 154).equals(hash(Buffer.from(request.body)))).toBe(true);
    expect(isSigned('psoas/1/request', bytes, unhex(request.signerKey))).toBe(true);
  });

  it('[Y-29] the passphrase opens the sealed link', () => {
    const bytes = unbase64(vectors.share.sealedLink);
    const options = { N: 2 ** (bytes[66] ?? 0), r: 8, p: 1, maxmem: 2 ** 28 };
    const key = scryptSync(Buffer.from(vectors.share.passphrase), bytes.subarray(67, 83), 32, options);
    const secret = unseal(key, bytes.subarray(83, 107), bytes.subarray(0, 83), bytes.subarray(107, 155));
    expect(secret.toString('hex')).toBe(vectors.share.linkSecret);
    expect(
      hash(labelled('psoas/1/link', bytes.subarray(0, -4)))
        .subarray(0, 4)
        .equals(bytes.subarray(-4)),
    ).toBe(true);
  });
});

describe("what Node's OpenSSL writes", () => {
  it('[Y-12] is taken by the package: a record signed there', () => {
    const opening = records.slice(0, 2);
    const feed = applyRecords(opening, 0);
    if (!feed.ok) throw new Error(feed.error.type);
    const number = Buffer.alloc(4);
    number.writeUInt32BE(2);
    const erase = Buffer.concat([
      Buffer.from([1, 7]),
      unhex(diary.feedId),
      unhex(diary.ownerKey),
      number,
      unhex(feed.value.hashes[1] ?? ''),
      Buffer.alloc(8),
    ]);
    const record = Buffer.concat([erase, signWithSeed('psoas/1/record', erase, unhex(diary.ownerSeed))]);
    expect(applyRecord(feed.value, record, 0)).toMatchObject({ ok: true, value: { isErased: true } });
  });
});

describe('the vectors, by the package', () => {
  it('[Y-02] root, words and text are one', () => {
    for (const read of [wordsToRoot(vectors.root.words), textToRoot(vectors.root.text)])
      expect(read).toEqual({ ok: true, value: new Uint8Array(root) });
    expect(deriveFeedKeys(root, { purpose: 'diary', generation: 0 }).feedId).toBe(diary.feedId);
  });

  it('[Y-06] the events are in the order that is written', () => {
    expect(vectors.entries.eventsInOrder).toEqual(['first', 'second', 'third']);
  });

  it.each<{ refusal: string; bytes: string }>(vectors.entries.refused)(
    '[Y-09, Y-10] refuses as $refusal',
    ({ refusal, bytes }) => {
      const feed = applyRecords(records.slice(0, 3), 0);
      if (!feed.ok) throw new Error(feed.error.type);
      const view = {
        feed: feed.value,
        usage: { entries: 0, bytes: 0 },
        quota: { entries: 9, bytes: 99_999 },
        nowMillis: 0,
      };
      expect(acceptEntry(view, unbase64(bytes))).toMatchObject({ ok: false, error: { type: refusal } });
    },
  );

  it('[Y-17, Y-19] request and receipt are taken', () => {
    const { request, receipt } = vectors;
    const check = { ...request, nowMillis: request.atMillis, isNonceSeen: () => false };
    expect(checkRequest(request.authorization, check)).toMatchObject({
      ok: true,
      value: { signerKey: request.signerKey },
    });
    const bytes = base64urlToBytes(receipt.bytes);
    expect(bytes.ok && readReceipt(bytes.value, receipt.relayKey)).toMatchObject({
      ok: true,
      value: { deleted: receipt.deleted },
    });
  });

  it('[Y-18, Y-28] the share is read, answered, and its link opens', () => {
    const link = textToShareLink(vectors.share.link);
    expect(link.ok && Buffer.from(link.value.linkSecret).toString('hex')).toBe(vectors.share.linkSecret);
    const reply = applyRecords([...vectors.share.reply.map(unbase64), unbase64(vectors.share.join)], 0);
    expect(reply.ok && [...reply.value.members.values()].map(({ rights }) => rights.write)).toEqual([
      true,
      false,
      true,
    ]);
    expect(applyRecords(vectors.share.share.map(unbase64), 0).ok).toBe(true);
  });
});
