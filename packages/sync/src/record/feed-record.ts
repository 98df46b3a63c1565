import { err, ok, type Result } from '@psoas/kernel';
import { bytesToHex, concatBytes, createByteReader, hexToBytes, numberToBytes } from '../bytes/bytes.ts';
import {
  formatVersion,
  hashToHex,
  isSignedBy,
  signatureLength,
  signBytes,
  splitSigned,
  type SignatureCheck,
  type SignedBytes,
  type SigningKey,
} from '../bytes/suite.ts';
import type { FrameFault } from '../refusal.ts';
import { bodyToBytes, kindNumberOf, parseBody, type RecordBody } from './record-body.ts';

/** Where a record stands: in which feed, after which record, and when it was made. */
export type RecordPlace = {
  readonly feedId: string;
  readonly number: number;
  /** The hash of the record before; zeros for number 0. */
  readonly previous: string;
  readonly atMillis: number;
};

/** A record taken apart. Its signature is not checked yet. */
export type FeedRecord = RecordPlace &
  SignedBytes & { readonly signerKey: string; readonly hash: string; readonly body: RecordBody };

const startLength = 110;

/** Writes a record and signs it. */
export function signRecord(place: RecordPlace, body: RecordBody, signer: SigningKey): Uint8Array {
  const unsigned = concatBytes(
    Uint8Array.of(formatVersion, kindNumberOf(body)),
    hexToBytes(place.feedId),
    hexToBytes(signer.publicKey),
    numberToBytes(place.number, 4),
    hexToBytes(place.previous),
    numberToBytes(place.atMillis, 8),
    bodyToBytes(body),
  );
  return signBytes('psoas/1/record', unsigned, signer);
}

/** Takes a record apart and says what is wrong with its form. */
export function parseRecord(bytes: Uint8Array): Result<FeedRecord, FrameFault> {
  const [version = 0, kind = 0] = bytes;
  if (version > formatVersion) return err({ type: 'newer-version', found: version, known: formatVersion });
  if (bytes.length < startLength + signatureLength)
    return err({
      type: 'wrong-length',
      found: bytes.length,
      allowed: `${startLength + signatureLength} bytes and more`,
    });
  if (version !== formatVersion) return err({ type: 'wrong-kind', found: kind });
  const { unsigned, signature } = splitSigned(bytes);
  const reader = createByteReader(unsigned.slice(2));
  const place = {
    feedId: bytesToHex(reader.take(32)),
    signerKey: bytesToHex(reader.take(32)),
    number: reader.number(4),
    previous: bytesToHex(reader.take(32)),
    atMillis: reader.number(8),
  };
  const body = parseBody(kind, reader.take(reader.left()));
  return body.ok ? ok({ ...place, body: body.value, hash: hashToHex(unsigned), unsigned, signature }) : body;
}

/** Whether the signer that a record names has signed it. */
export function isRecordSigned(record: FeedRecord, check?: SignatureCheck): boolean {
  return isSignedBy(record, 'psoas/1/record', record.signerKey, check);
}
