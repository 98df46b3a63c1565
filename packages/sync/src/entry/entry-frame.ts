import { err, ok, type Result } from '@psoas/kernel';
import { bytesToHex, concatBytes, createByteReader, hexToBytes, numberToBytes } from '../bytes/bytes.ts';
import {
  formatVersion,
  hashToHex,
  isSignedBy,
  signatureLength,
  splitSigned,
  type SignatureCheck,
  type SignedBytes,
} from '../bytes/suite.ts';
import type { FrameFault } from '../refusal.ts';
import { buckets } from './pad.ts';

/** What stands open on an entry: everybody who holds it can read this, and nobody can change it. */
export type EntryHeader = {
  readonly feedId: string;
  readonly writerKey: string;
  /** Which sealing key, from 1. */
  readonly epoch: number;
  /** The id of this writer's entry before in this feed; zeros for the first. */
  readonly previous: string;
};

/** An entry taken apart. Its signature is not checked yet. */
export type EntryFrame = EntryHeader &
  SignedBytes & { readonly id: string; readonly nonce: Uint8Array; readonly sealed: Uint8Array };

const entryKind = 1;
const headerLength = 102;
const nonceLength = 24;
const tagLength = 16;
const fixedLength = headerLength + nonceLength + tagLength + signatureLength;
const lengths: ReadonlySet<number> = new Set(buckets.map((bucket) => bucket + fixedLength));

/** The open part of an entry in bytes; also the additional data of its seal. */
export function headerToBytes({ feedId, writerKey, epoch, previous }: EntryHeader): Uint8Array {
  return concatBytes(
    Uint8Array.of(formatVersion, entryKind),
    hexToBytes(feedId),
    hexToBytes(writerKey),
    numberToBytes(epoch, 4),
    hexToBytes(previous),
  );
}

/** Takes an entry apart and says what is wrong with its form. */
export function parseEntry(bytes: Uint8Array): Result<EntryFrame, FrameFault> {
  const [version = 0, kind = 0] = bytes;
  if (version > formatVersion) return err({ type: 'newer-version', found: version, known: formatVersion });
  if (!lengths.has(bytes.length))
    return err({
      type: 'wrong-length',
      found: bytes.length,
      allowed: `${fixedLength} bytes and one of ${buckets.join(', ')}`,
    });
  if (version !== formatVersion || kind !== entryKind) return err({ type: 'wrong-kind', found: kind });
  const { unsigned, signature } = splitSigned(bytes);
  const reader = createByteReader(unsigned.slice(2));
  const frame = {
    feedId: bytesToHex(reader.take(32)),
    writerKey: bytesToHex(reader.take(32)),
    epoch: reader.number(4),
    previous: bytesToHex(reader.take(32)),
    nonce: reader.take(nonceLength),
    sealed: reader.take(reader.left()),
  };
  if (frame.epoch === 0)
    return err({ type: 'not-allowed', field: 'epoch', found: 0, allowed: 'a whole number from 1' });
  return ok({ ...frame, id: entryIdOf(bytes), unsigned, signature });
}

/** [Y-08] The id that bytes have as an entry, whether or not they are one. */
export function entryIdOf(bytes: Uint8Array): string {
  return hashToHex(splitSigned(bytes).unsigned);
}

/** Whether the writer that an entry names has signed it. */
export function isEntrySigned(frame: EntryFrame, check?: SignatureCheck): boolean {
  return isSignedBy(frame, 'psoas/1/entry', frame.writerKey, check);
}
