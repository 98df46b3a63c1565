import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes, hexToBytes, numberToBytes, type RandomBytes } from '../bytes/bytes.ts';
import { labelled } from '../bytes/suite.ts';
import type { MemberKeys } from '../keys/member-keys.ts';
import type { WrappedKey } from './record-body.ts';

/** Which key of which feed: bound into the seal, so that a wrapped key cannot be moved. */
export type KeyPlace = { readonly feedId: string; readonly epoch: number };

/** To whom a key goes. */
export type Recipient = { readonly memberKey: string; readonly wrapKey: Uint8Array };

/** A member as the recipient of a sealing key. */
export function memberToRecipient({ signing, wrapKey }: MemberKeys): Recipient {
  return { memberKey: signing.publicKey, wrapKey };
}

/** [Y-15] Seals a sealing key for one member. */
export function wrapSealKey(
  sealKey: Uint8Array,
  place: KeyPlace,
  { memberKey, wrapKey }: Recipient,
  random: RandomBytes,
): WrappedKey {
  const nonce = random(24);
  const sealed = xchacha20poly1305(wrapKey, nonce, additionalData(place, memberKey)).encrypt(sealKey);
  return { memberKey, nonce, sealed };
}

/** [Y-15] Opens a sealing key; undefined where it is not for this member, feed and epoch. */
export function unwrapSealKey(
  { memberKey, nonce, sealed }: WrappedKey,
  place: KeyPlace,
  wrapKey: Uint8Array,
): Uint8Array | undefined {
  try {
    return xchacha20poly1305(wrapKey, nonce, additionalData(place, memberKey)).decrypt(sealed);
  } catch {
    return undefined;
  }
}

function additionalData({ feedId, epoch }: KeyPlace, memberKey: string): Uint8Array {
  return labelled(
    'psoas/1/wrap',
    concatBytes(hexToBytes(feedId), numberToBytes(epoch, 4), hexToBytes(memberKey)),
  );
}
