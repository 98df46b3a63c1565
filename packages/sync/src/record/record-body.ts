import { err, ok, type Result } from '@psoas/kernel';
import {
  bytesToHex,
  concatBytes,
  createByteReader,
  hexToBytes,
  numberToBytes,
  type ByteReader,
} from '../bytes/bytes.ts';
import { purposes, type Purpose } from '../keys/feed-keys.ts';
import type { FrameFault } from '../refusal.ts';

/** What a member may do. */
export type Rights = { readonly read: boolean; readonly write: boolean; readonly invite: boolean };

/** A sealing key on its way to one member. */
export type WrappedKey = {
  readonly memberKey: string;
  readonly nonce: Uint8Array;
  readonly sealed: Uint8Array;
};

/** What a record says. Keys and ids are hexadecimal, times milliseconds since 1970 UTC. */
export type RecordBody =
  | { readonly kind: 'create'; readonly purpose: Purpose; readonly before: string }
  | {
      readonly kind: 'grant';
      readonly memberKey: string;
      readonly rights: Rights;
      /** Which device this is, sealed for the owner: 48 bytes; zeros for what is no device. */
      readonly device: string;
      /** 0 for never. */
      readonly expiresAtMillis: number;
    }
  | { readonly kind: 'revoke'; readonly memberKey: string; readonly lastEntry: string }
  | { readonly kind: 'epoch'; readonly epoch: number; readonly wraps: readonly WrappedKey[] }
  | { readonly kind: 'successor'; readonly next: string; readonly why: 'full' | 'new-root' }
  | { readonly kind: 'erase' }
  | { readonly kind: 'join'; readonly guestKey: string };

/** Forty-eight zero bytes: no device. */
export const noDevice = '0'.repeat(96);

const kindNumbers = { create: 2, grant: 3, revoke: 4, epoch: 5, successor: 6, erase: 7, join: 8 } as const;
const reasons = ['full', 'new-root'] as const;
const wrapLength = 104;

/** The number that a kind of record has in bytes. */
export function kindNumberOf(body: RecordBody): number {
  return kindNumbers[body.kind];
}

/** The body of a record in bytes. */
export function bodyToBytes(body: RecordBody): Uint8Array {
  switch (body.kind) {
    case 'create':
      return concatBytes(numberToBytes(purposes.indexOf(body.purpose) + 1, 1), hexToBytes(body.before));
    case 'grant':
      return concatBytes(
        hexToBytes(body.memberKey),
        numberToBytes(rightsToNumber(body.rights), 1),
        hexToBytes(body.device),
        numberToBytes(body.expiresAtMillis, 8),
      );
    case 'revoke':
      return concatBytes(hexToBytes(body.memberKey), hexToBytes(body.lastEntry));
    case 'epoch':
      return concatBytes(
        numberToBytes(body.epoch, 4),
        numberToBytes(body.wraps.length, 2),
        ...body.wraps.map((wrap) => concatBytes(hexToBytes(wrap.memberKey), wrap.nonce, wrap.sealed)),
      );
    case 'successor':
      return concatBytes(hexToBytes(body.next), numberToBytes(reasons.indexOf(body.why) + 1, 1));
    case 'erase':
      return new Uint8Array(0);
    case 'join':
      return hexToBytes(body.guestKey);
  }
}

/** Reads the body of a record. */
export function parseBody(kind: number, bytes: Uint8Array): Result<RecordBody, FrameFault> {
  const reader = createByteReader(bytes);
  switch (kind) {
    case kindNumbers.create:
      return ofLength(bytes, 33) ?? readCreate(reader);
    case kindNumbers.grant:
      return ofLength(bytes, 89) ?? readGrant(reader);
    case kindNumbers.revoke:
      return ofLength(bytes, 64) ?? ok({ kind: 'revoke', memberKey: id(reader), lastEntry: id(reader) });
    case kindNumbers.epoch:
      return readEpoch(bytes, reader);
    case kindNumbers.successor:
      return ofLength(bytes, 33) ?? readSuccessor(reader);
    case kindNumbers.erase:
      return ofLength(bytes, 0) ?? ok({ kind: 'erase' });
    case kindNumbers.join:
      return ofLength(bytes, 32) ?? ok({ kind: 'join', guestKey: id(reader) });
    default:
      return err({ type: 'wrong-kind', found: kind });
  }
}

function readCreate(reader: ByteReader): Result<RecordBody, FrameFault> {
  const number = reader.number(1);
  const purpose = purposes[number - 1];
  if (purpose === undefined) return notAllowed('purpose', number, '1 to 3');
  return ok({ kind: 'create', purpose, before: id(reader) });
}

function readGrant(reader: ByteReader): Result<RecordBody, FrameFault> {
  const memberKey = id(reader);
  const number = reader.number(1);
  if (number < 1 || number > 7) return notAllowed('rights', number, '1 to 7');
  const rights = { read: (number & 1) > 0, write: (number & 2) > 0, invite: (number & 4) > 0 };
  const device = bytesToHex(reader.take(48));
  const expiresAtMillis = reader.number(8);
  if (!Number.isSafeInteger(expiresAtMillis)) return notAllowed('expires', expiresAtMillis, 'below 2^53');
  return ok({ kind: 'grant', memberKey, rights, device, expiresAtMillis });
}

function readEpoch(bytes: Uint8Array, reader: ByteReader): Result<RecordBody, FrameFault> {
  if (bytes.length < 6)
    return err({ type: 'wrong-length', found: bytes.length, allowed: 'a body of 6 bytes and more' });
  const epoch = reader.number(4);
  const count = reader.number(2);
  const wrong = ofLength(bytes, 6 + count * wrapLength);
  if (wrong !== undefined) return wrong;
  const wraps = Array.from({ length: count }, () => ({
    memberKey: id(reader),
    nonce: reader.take(24),
    sealed: reader.take(48),
  }));
  return ok({ kind: 'epoch', epoch, wraps });
}

function readSuccessor(reader: ByteReader): Result<RecordBody, FrameFault> {
  const next = id(reader);
  const number = reader.number(1);
  const why = reasons[number - 1];
  return why === undefined ? notAllowed('why', number, '1 or 2') : ok({ kind: 'successor', next, why });
}

function rightsToNumber({ read, write, invite }: Rights): number {
  return (read ? 1 : 0) + (write ? 2 : 0) + (invite ? 4 : 0);
}

function id(reader: ByteReader): string {
  return bytesToHex(reader.take(32));
}

function ofLength(bytes: Uint8Array, length: number): Result<never, FrameFault> | undefined {
  if (bytes.length === length) return undefined;
  return err({ type: 'wrong-length', found: bytes.length, allowed: `a body of ${length} bytes` });
}

function notAllowed(field: string, found: number, allowed: string): Result<never, FrameFault> {
  return err({ type: 'not-allowed', field, found, allowed });
}
