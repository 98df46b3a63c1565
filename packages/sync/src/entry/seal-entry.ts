import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { err, isRecord, ok, readJson, type Result, type UnknownRecord } from '@psoas/kernel';
import { concatBytes, readUtf8, utf8ToBytes, type RandomBytes } from '../bytes/bytes.ts';
import { hashToHex, signBytes, type SigningKey } from '../bytes/suite.ts';
import type { Stamp } from '../order/hybrid-clock.ts';
import { headerToBytes, type EntryFrame } from './entry-frame.ts';
import { padContent, unpadContent, type TooLarge } from './pad.ts';

/** An event as this package sees it: it has an id, and the rest is nobody's business here. */
export type SealedEvent = UnknownRecord & { readonly id: string };

/** What stands in an entry when it is open, with the entry's own id and writer. */
export type OpenEntry = {
  readonly id: string;
  readonly writerKey: string;
  readonly previous: string;
  readonly stamp: Stamp;
  readonly event: SealedEvent;
  /** The event as it was written, to the letter. */
  readonly text: string;
};

/** What is needed to seal: who writes, into which feed, under which key. */
export type SealInput = {
  readonly feedId: string;
  readonly writer: SigningKey;
  readonly epoch: number;
  readonly sealKey: Uint8Array;
  readonly previous: string;
  readonly stamp: Stamp;
  readonly event: SealedEvent;
};

/** A new entry: as bytes for the relay, and open for oneself. */
export type SealedEntry = { readonly bytes: Uint8Array; readonly entry: OpenEntry };

/** Pads, seals and signs an event. The nonce is the only chance in it. */
export function sealEntry(input: SealInput, random: RandomBytes): Result<SealedEntry, TooLarge> {
  const { feedId, writer, epoch, sealKey, previous, stamp, event } = input;
  const text = JSON.stringify(event);
  const padded = padContent({ stamp, text: utf8ToBytes(text) });
  if (!padded.ok) return padded;
  const header = headerToBytes({ feedId, writerKey: writer.publicKey, epoch, previous });
  const nonce = random(24);
  const unsigned = concatBytes(
    header,
    nonce,
    xchacha20poly1305(sealKey, nonce, header).encrypt(padded.value),
  );
  return ok({
    bytes: signBytes('psoas/1/entry', unsigned, writer),
    entry: { id: hashToHex(unsigned), writerKey: writer.publicKey, previous, stamp, event, text },
  });
}

/** Why an entry whose signature is right cannot be read. */
export type OpenFault =
  | { readonly type: 'not-opened'; readonly epoch: number }
  | { readonly type: 'content-damaged'; readonly part: 'padding' | 'utf-8' | 'json' | 'id' };

/** Opens an entry whose signature was checked. */
export function openEntry(frame: EntryFrame, sealKey: Uint8Array): Result<OpenEntry, OpenFault> {
  const padded = unseal(frame, sealKey);
  if (padded === undefined) return err({ type: 'not-opened', epoch: frame.epoch });
  const content = unpadContent(padded);
  if (content === undefined) return err({ type: 'content-damaged', part: 'padding' });
  const text = readUtf8(content.text);
  if (text === undefined) return err({ type: 'content-damaged', part: 'utf-8' });
  const event = readJson(text);
  if (!isRecord(event)) return err({ type: 'content-damaged', part: 'json' });
  const { id: eventId } = event;
  if (typeof eventId !== 'string' || eventId === '') return err({ type: 'content-damaged', part: 'id' });
  const { id, writerKey, previous } = frame;
  return ok({ id, writerKey, previous, stamp: content.stamp, event: { ...event, id: eventId }, text });
}

function unseal(frame: EntryFrame, sealKey: Uint8Array): Uint8Array | undefined {
  try {
    return xchacha20poly1305(sealKey, frame.nonce, headerToBytes(frame)).decrypt(frame.sealed);
  } catch {
    return undefined;
  }
}
