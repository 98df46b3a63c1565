import { createHash } from 'node:crypto';
import {
  addMember,
  applyRecords,
  bytesToBase64url,
  joinReply,
  createFeed,
  createShare,
  deriveDeviceSecret,
  deviceLinkToText,
  deriveFeedKeys,
  deriveLinkSecret,
  deriveMemberKeys,
  deriveShareSecret,
  eventsOf,
  memberToRecipient,
  nextStamp,
  openEntry,
  parseEntry,
  rootToText,
  rootToWords,
  rotateKeys,
  sealEntry,
  seedToSigningKey,
  shareLinkToSealedText,
  shareLinkToText,
  signReceipt,
  signRequest,
  stampToText,
  writeRecords,
  type FeedState,
  type MemberKeys,
  type NewMember,
  type RandomBytes,
  type Stamp,
} from '@psoas/sync';

/** The moment of every vector: 2026-11-21, 08:00 UTC. */
const nowMillis = 1_795_248_000_000;
const origin = 'https://relay.example';
const deviceIds = ['0011223344556677', '8899aabbccddeeff'] as const;
const shareId = '00112233445566778899aabbccddeeff';

/**
 * Values for a second implementation of `packages/sync/SPEC.md`. Everything follows from the root secret 00 01 02 ...
 * 1f and from nonces that stand in the bytes themselves, so the same file comes out each time.
 */
export function createVectors(): object {
  const random = createCountedRandom('psoas vectors');
  const root = Uint8Array.from({ length: 32 }, (_, index) => index);
  const keys = deriveFeedKeys(root, { purpose: 'diary', generation: 0 });
  const devices = deviceIds.map((deviceId) => toDevice(root, keys.feedId, deviceId));
  const chain = createChain({ root, random });
  const relay = seedToSigningKey(new Uint8Array(32).fill(9));
  const [first] = devices;
  if (first === undefined) throw new Error('no device');
  const request = { action: 'pull', feedId: keys.feedId, origin, atMillis: nowMillis } as const;
  const body = '{"version":1,"after":0,"recordsAfter":0,"limit":500}';
  const receipt = {
    feedId: keys.feedId,
    recordHash: chain.feed.hashes.at(-1) ?? '',
    atMillis: nowMillis,
    deleted: { entries: 3, bytes: 1386 },
  };
  return {
    about: 'Test vectors of packages/sync/SPEC.md, version 1. Made by: npm run vectors.',
    root: { secret: hex(root), words: rootToWords(root).join(' '), text: rootToText(root) },
    keys: createKeyVectors(root),
    clock: createClockVectors(),
    entries: createEntryVectors(
      keys.sealKey,
      devices.map(({ member }) => member),
      random,
    ),
    chain: { records: chain.records.map(bytesToBase64url), says: describeFeed(chain.feed) },
    request: {
      ...request,
      body,
      signerKey: first.member.signing.publicKey,
      authorization: signRequest({ ...request, body, signer: first.member.signing }, random),
    },
    receipt: {
      ...receipt,
      relaySeed: hex(relay.seed),
      relayKey: relay.publicKey,
      bytes: bytesToBase64url(signReceipt(receipt, relay)),
    },
    share: createShareVectors(root, random),
  };
}

type Device = { readonly deviceId: string; readonly member: MemberKeys };

function toDevice(root: Uint8Array, feedId: string, deviceId: string): Device {
  return { deviceId, member: deriveMemberKeys(deriveDeviceSecret(root, deviceId), feedId) };
}

function toWriter({ deviceId, member }: Device): NewMember {
  const rights = { read: true, write: true, invite: false };
  return { ...memberToRecipient(member), rights, deviceId, expiresAtMillis: 0 };
}

function createKeyVectors(root: Uint8Array): object {
  const keys = deriveFeedKeys(root, { purpose: 'diary', generation: 0 });
  const next = deriveFeedKeys(root, { purpose: 'diary', generation: 1 });
  const deviceSecret = deriveDeviceSecret(root, deviceIds[0]);
  const member = deriveMemberKeys(deviceSecret, keys.feedId);
  const shareSecret = deriveShareSecret(root, shareId);
  return {
    diary: {
      purpose: 'diary',
      generation: 0,
      ownerSeed: hex(keys.owner.seed),
      ownerKey: keys.owner.publicKey,
      deviceKey: hex(keys.deviceKey),
      feedId: keys.feedId,
      sealKeys: { 1: hex(keys.sealKey(1)), 2: hex(keys.sealKey(2)) },
    },
    nextDiary: { purpose: 'diary', generation: 1, ownerSeed: hex(next.owner.seed), feedId: next.feedId },
    device: {
      deviceId: deviceIds[0],
      secret: hex(deviceSecret),
      signSeed: hex(member.signing.seed),
      signKey: member.signing.publicKey,
      wrapKey: hex(member.wrapKey),
      link: deviceLinkToText({ deviceId: deviceIds[0], deviceSecret, feedId: keys.feedId }),
    },
    share: { shareId, secret: hex(shareSecret), linkSecret: hex(deriveLinkSecret(shareSecret)) },
  };
}

function createClockVectors(): object {
  const cases: readonly (readonly [Stamp, number])[] = [
    [{ millis: 0, counter: 0 }, nowMillis],
    [{ millis: nowMillis, counter: 0 }, nowMillis],
    [{ millis: nowMillis, counter: 5 }, nowMillis - 60_000],
    [{ millis: nowMillis, counter: 65_535 }, nowMillis],
  ];
  return {
    next: cases.map(([last, now]) => ({ last, nowMillis: now, stamp: nextStamp(last, now) })),
    text: {
      stamp: { millis: nowMillis, counter: 10 },
      writerKey: 'ab'.repeat(32),
      text: stampToText({ millis: nowMillis, counter: 10 }, 'ab'.repeat(32)),
    },
  };
}

function createEntryVectors(
  sealKey: (epoch: number) => Uint8Array,
  [one, two]: readonly MemberKeys[],
  random: RandomBytes,
): object {
  if (one === undefined || two === undefined) throw new Error('two devices are needed');
  const drafts = [
    {
      member: one,
      epoch: 1,
      stamp: { millis: nowMillis + 5, counter: 0 },
      event: { id: 'second', kind: 'note', text: 'Grüße, 你好' },
    },
    {
      member: two,
      epoch: 1,
      stamp: { millis: nowMillis, counter: 1 },
      event: { id: 'first', kind: 'note', text: 'x'.repeat(300) },
    },
    {
      member: one,
      epoch: 2,
      stamp: { millis: nowMillis + 5, counter: 1 },
      event: { id: 'third', kind: 'note' },
    },
  ];
  const previous = new Map<string, string>();
  const sealed = drafts.map(({ member, epoch, stamp, event }) => {
    const writer = member.signing;
    const before = previous.get(writer.publicKey) ?? '0'.repeat(64);
    const input = {
      feedId: member.feedId,
      writer,
      epoch,
      sealKey: sealKey(epoch),
      previous: before,
      stamp,
      event,
    };
    const entry = valueOf(sealEntry(input, random));
    previous.set(writer.publicKey, entry.entry.id);
    return { ...entry, epoch };
  });
  const opened = sealed.map(({ bytes, epoch }) =>
    valueOf(openEntry(valueOf(parseEntry(bytes)), sealKey(epoch))),
  );
  return {
    list: sealed.map(({ bytes, entry, epoch }) => ({
      id: entry.id,
      writerKey: entry.writerKey,
      epoch,
      previous: entry.previous,
      stamp: entry.stamp,
      text: entry.text,
      bytes: bytesToBase64url(bytes),
    })),
    eventsInOrder: eventsOf(opened).map(({ id }) => id),
    refused: createRefused(sealed[0]?.bytes ?? new Uint8Array()),
  };
}

// The first entry, damaged in the ways that a reader has to tell apart.
function createRefused(entry: Uint8Array): object {
  const changed = (place: number, value: number): Uint8Array =>
    entry.map((byte, at) => (at === place ? value : byte));
  const last = entry.length - 1;
  const cases = {
    'newer-version': changed(0, 2),
    'wrong-kind': changed(1, 9),
    'wrong-length': entry.slice(0, -1),
    'bad-signature': changed(last, (entry[last] ?? 0) ^ 1),
    'not-allowed': changed(69, 0),
  };
  return Object.entries(cases).map(([refusal, bytes]) => ({ refusal, bytes: bytesToBase64url(bytes) }));
}

// A feed with one device, to which a second is added, and from which the first is revoked.
function createChain({ root, random }: { readonly root: Uint8Array; readonly random: RandomBytes }): {
  readonly records: readonly Uint8Array[];
  readonly feed: FeedState;
} {
  const keys = deriveFeedKeys(root, { purpose: 'diary', generation: 0 });
  const [one, two] = deviceIds.map((deviceId) => toDevice(root, keys.feedId, deviceId));
  if (one === undefined || two === undefined) throw new Error('two devices are needed');
  const opening = createFeed({ keys, members: [toWriter(one)], atMillis: nowMillis }, random);
  const member = toWriter(two);
  const added = addMember(
    {
      keys,
      feed: valueOf(applyRecords(opening, 0)),
      member,
      recipients: [memberToRecipient(one.member)],
      atMillis: nowMillis + 1,
    },
    random,
  );
  const withTwo = [...opening, ...added];
  const rotated = rotateKeys(
    {
      keys,
      feed: valueOf(applyRecords(withTwo, 0)),
      lost: { memberKey: one.member.signing.publicKey, lastEntry: 'ab'.repeat(32) },
      recipients: [member],
      atMillis: nowMillis + 2,
    },
    random,
  );
  const grown = [...withTwo, ...rotated];
  const next = deriveFeedKeys(root, { purpose: 'diary', generation: 1 });
  const ending = writeRecords(
    keys,
    valueOf(applyRecords(grown, 0)),
    [{ kind: 'successor', next: next.feedId, why: 'full' }, { kind: 'erase' }],
    nowMillis + 3,
  );
  const records = [...grown, ...ending];
  return { records, feed: valueOf(applyRecords(records, 0)) };
}

function describeFeed(feed: FeedState): object {
  const { feedId, ownerKey, purpose, before, hashes, epoch, successor, isErased } = feed;
  return {
    feedId,
    ownerKey,
    purpose,
    before,
    hashes,
    epoch,
    successor,
    isErased,
    members: [...feed.members.values()],
  };
}

function createShareVectors(root: Uint8Array, random: RandomBytes): object {
  const deviceSecret = deriveDeviceSecret(root, deviceIds[0]);
  const expiresAtMillis = nowMillis + 2_592_000_000;
  const share = createShare(
    { root, shareId, deviceId: deviceIds[0], deviceSecret, atMillis: nowMillis, expiresAtMillis },
    random,
  );
  const guestSecret = new Uint8Array(32).fill(5);
  const reply = valueOf(applyRecords(share.reply, 0));
  const passphrase = 'blue caf\u00e9 train';
  return {
    shareId,
    deviceId: deviceIds[0],
    share: share.share.map(bytesToBase64url),
    reply: share.reply.map(bytesToBase64url),
    guestSecret: hex(guestSecret),
    join: bytesToBase64url(joinReply(share.link, reply, guestSecret, nowMillis)),
    linkSecret: hex(share.link.linkSecret),
    link: shareLinkToText(share.link),
    passphrase,
    sealedLink: shareLinkToSealedText(share.link, passphrase, random),
  };
}

// Bytes that anybody can make again: SHA-256 of the name and a count.
function createCountedRandom(name: string): RandomBytes {
  let count = 0;
  return (length) => {
    const blocks: Buffer[] = [];
    for (let have = 0; have < length; have += 32) {
      count += 1;
      blocks.push(createHash('sha256').update(`${name} ${count}`).digest());
    }
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function valueOf<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
