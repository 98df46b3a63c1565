import { err, ok, type Result } from '@psoas/kernel';
import { bytesToHex, concatBytes, createByteReader, hexToBytes, numberToBytes } from '../bytes/bytes.ts';
import {
  formatVersion,
  isSignedBy,
  signatureLength,
  signBytes,
  splitSigned,
  type SigningKey,
} from '../bytes/suite.ts';
import type { FeedUsage } from '../feed/quota.ts';
import type { Refusal } from '../refusal.ts';

/** [Y-17] What a relay says when it has emptied a feed. */
export type Receipt = {
  readonly feedId: string;
  /** The hash of the erase record that was followed. */
  readonly recordHash: string;
  readonly atMillis: number;
  /** What was deleted. */
  readonly deleted: FeedUsage;
};

const receiptKind = 16;
const unsignedLength = 118;

/** [Y-17] Writes a receipt and signs it with the relay's own key. */
export function signReceipt(receipt: Receipt, relay: SigningKey): Uint8Array {
  const { feedId, recordHash, atMillis, deleted } = receipt;
  const unsigned = concatBytes(
    Uint8Array.of(formatVersion, receiptKind),
    hexToBytes(feedId),
    hexToBytes(recordHash),
    numberToBytes(atMillis, 8),
    numberToBytes(deleted.entries, 4),
    numberToBytes(deleted.bytes, 8),
    hexToBytes(relay.publicKey),
  );
  return signBytes('psoas/1/receipt', unsigned, relay);
}

/** [Y-17] Reads a receipt, when this relay has signed it. */
export function readReceipt(bytes: Uint8Array, relayKey: string): Result<Receipt, Refusal> {
  const [version = 0, kind = 0] = bytes;
  if (version > formatVersion) return err({ type: 'newer-version', found: version, known: formatVersion });
  if (bytes.length !== unsignedLength + signatureLength)
    return err({
      type: 'wrong-length',
      found: bytes.length,
      allowed: `${unsignedLength + signatureLength} bytes`,
    });
  if (version !== formatVersion || kind !== receiptKind) return err({ type: 'wrong-kind', found: kind });
  const signed = splitSigned(bytes);
  const reader = createByteReader(signed.unsigned.slice(2));
  const receipt = {
    feedId: bytesToHex(reader.take(32)),
    recordHash: bytesToHex(reader.take(32)),
    atMillis: reader.number(8),
    deleted: { entries: reader.number(4), bytes: reader.number(8) },
  };
  const key = bytesToHex(reader.take(32));
  const isRight = key === relayKey && isSignedBy(signed, 'psoas/1/receipt', relayKey);
  return isRight ? ok(receipt) : err({ type: 'bad-signature', rule: 'Y-09' });
}
