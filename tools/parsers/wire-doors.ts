import { isRecord } from '@psoas/kernel';
import {
  bytesToBase64url,
  checkRequest,
  headAfter,
  openEntry,
  parseEntry,
  parsePullAnswer,
  parsePullBody,
  parsePushAnswer,
  parsePushBody,
  parseReadLogAnswer,
  parseReadLogBody,
  parseRecord,
  parseRecordAnswer,
  parseRecordBody,
  readReceipt,
  sealEntry,
  signReceipt,
  signRequest,
  takePullAnswer,
  writePullAnswer,
  writePullBody,
  writePushAnswer,
  writePushBody,
  writeReadLogAnswer,
  writeReadLogBody,
  writeRecordAnswer,
  writeRecordBody,
} from '@psoas/sync';
import { createTestRandom, relayKey, testNow, testOrigin } from '@psoas/sync/testing';
import { readReplyEvent, readSharedEvent } from '@psoas/core/sharing';
import { jsonBombs, textBombs } from './bombs.ts';
import { bytesOf, enteredBy, textOf, type Door } from './door.ts';
import { damagedBytes, editedJson } from './mutations.ts';
import { emptyReplica, entries, fullReplica, keys, member, records, root, valueOf } from './sample-feed.ts';

const random = createTestRandom('wire');
const sealKey = valueOf({ ok: true, value: [...fullReplica.sealKeys.values()][0] ?? new Uint8Array(32) });
const entryId = fullReplica.waiting[0]?.entry.id ?? '';
const head = fullReplica.waiting.reduce((before, { entry }) => headAfter(before, entry.id), emptyReplica.head);
const receipt = signReceipt({ feedId: keys.feedId, recordHash: keys.feedId, atMillis: testNow, deleted: { entries: 3, bytes: 900 } }, relayKey);

const pullAnswer = writePullAnswer({ after: 0, records, entries, last: entries.length, head });
const messages = [
  writePullBody({ after: 0, recordsAfter: 0, limit: 500 }),
  pullAnswer,
  writePushBody(entries),
  writePushAnswer({ results: [{ id: entryId, seq: 1 }], nearlyFull: false }),
  writeRecordBody(records),
  writeRecordAnswer({ count: 3, receipt }),
  writeReadLogBody(testNow),
  writeReadLogAnswer([{ at: testNow, key: keys.feedId, from: 1, to: 4 }]),
];

/** Bodies and answers between devices and relay. */
const wireDoor: Door = {
  id: 'wire',
  seeds: messages.map(bytesOf),
  made: editedJson(messages.map((text): unknown => JSON.parse(text))).map((value) => bytesOf(JSON.stringify(value))),
  bombs: [...textBombs, ...jsonBombs((inner) => `{"version":1,"after":${inner},"entries":${inner},"results":${inner}}`)],
  enter: (input) => {
    const text = textOf(input);
    const read = [parsePullBody, parsePullAnswer, parsePushBody, parsePushAnswer, parseRecordBody, parseRecordAnswer, parseReadLogBody, parseReadLogAnswer].map((parse) => parse(text));
    const taken = read.find(({ ok }) => ok) ?? read[0];
    return taken === undefined ? 'refused' : enteredBy(taken);
  },
};

// What a device that has nothing yet is given; two entries, because each costs the check of a signature.
const firstPull = writePullAnswer({ after: 0, records, entries: entries.slice(0, 2), last: entries.length, head: emptyReplica.head });

/** A relay that answers a pull with whatever it likes. */
const pullDoor: Door = {
  id: 'pull',
  seeds: [bytesOf(firstPull)],
  made: editedJson([JSON.parse(firstPull)]).map((value) => bytesOf(JSON.stringify(value))),
  bombs: [],
  enter: (input) => {
    const answer = parsePullAnswer(textOf(input));
    if (!answer.ok) return enteredBy(answer);
    const { reports } = takePullAnswer(emptyReplica, answer.value, { nowMillis: testNow, random });
    return reports.length === 0 ? 'taken' : enteredBy({ ok: false, error: reports[0] });
  },
};

const zeros = new Uint8Array(1_000_000);

function bytesDoor(id: string, seeds: readonly Uint8Array[], enter: Door['enter']): Door {
  return { id, seeds, made: damagedBytes(seeds.map((seed) => seed.subarray(0, 200))), bombs: [zeros, zeros.map(() => 0xff), zeros.map(() => 1)], enter };
}

/** A sealed entry, its signature unchecked. */
const entryDoor = bytesDoor('entry', entries, (input) => {
  const frame = parseEntry(input);
  return frame.ok ? enteredBy(openEntry(frame.value, sealKey)) : enteredBy(frame);
});

/** A record of who may do what. */
const recordDoor = bytesDoor('record', records, (input) => enteredBy(parseRecord(input)));

const receiptDoor = bytesDoor('receipt', [receipt], (input) => enteredBy(readReceipt(input, relayKey.publicKey)));

const shared = [
  { id: 'a', kind: 'shared-part', version: 1, atMillis: testNow, day: '2026-11-21', data: { part: 'standing', day: '2026-11-21', parts: ['programme'], today: 'rest', retestDue: false, answers: [{ proposal: 'p', day: '2026-11-21', answer: 'accepted' }], callMe: 'Kim' } },
  { id: 'b', kind: 'comment', version: 1, atMillis: testNow, day: '2026-11-21', data: { from: 'Ann', text: 'Well done.' } },
  { id: 'c', kind: 'proposal', version: 1, atMillis: testNow, day: '2026-11-21', data: { from: 'Ann', changes: [{ kind: 'swap', exercise: 'bridge', by: 'dead-bug' }, { kind: 'amount', exercise: 'bridge', sets: 2 }] } },
  { id: 'd', kind: 'clinician-word', version: 1, atMillis: testNow, day: '2026-11-21', data: { from: 'Ann', flags: ['RF21'], date: '2026-11-21' } },
];

/** As deep as the platform can write a value out, nearly. */
const writableDepth = 2000;

/** What a member of a feed, who has every key, seals into it: a part of a share, or a guest's words. */
const sealedDoor: Door = {
  id: 'sealed',
  seeds: shared.map((value) => bytesOf(JSON.stringify(value))),
  made: editedJson(shared).map((value) => bytesOf(JSON.stringify(value))),
  bombs: jsonBombs((inner) => `{"id":"a","kind":"comment","version":1,"atMillis":1,"day":"2026-11-21","data":{"from":${inner},"text":${inner},"changes":${inner}}}`, writableDepth),
  enter: (input) => {
    const text = textOf(input);
    const event = { id: 'a', toJSON: () => asJson(text) };
    const sealed = sealEntry({ feedId: keys.feedId, writer: member.signing, epoch: 1, sealKey, previous: emptyReplica.previous, stamp: emptyReplica.clock, event }, random);
    if (!sealed.ok) return enteredBy(sealed);
    const frame = parseEntry(sealed.value.bytes);
    const opened = frame.ok ? openEntry(frame.value, sealKey) : frame;
    if (!opened.ok) return enteredBy(opened);
    const asShared = readSharedEvent(opened.value.event);
    return enteredBy(asShared.ok ? asShared : readReplyEvent(opened.value.event));
  },
};

function asJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : text;
  } catch {
    return text;
  }
}

const request = { action: 'pull', feedId: keys.feedId, origin: testOrigin, body: '{}' } as const;
const authorization = signRequest({ ...request, signer: member.signing, atMillis: testNow }, createTestRandom('request'));

/** The header by which a request says who asks. */
const requestDoor: Door = {
  id: 'request',
  seeds: [bytesOf(authorization)],
  made: damagedBytes([root]).map((bytes) => bytesOf(`psoas1 ${bytesToBase64url(bytes)}`)),
  bombs: textBombs,
  enter: (input) => enteredBy(checkRequest(textOf(input), { ...request, nowMillis: testNow, isNonceSeen: () => false })),
};

export const wireDoors: readonly Door[] = [wireDoor, pullDoor, entryDoor, recordDoor, receiptDoor, sealedDoor, requestDoor];
