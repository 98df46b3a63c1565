import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from './bytes.ts';
import { deriveSecret, isSignedBy, seedToSigningKey, signBytes, splitSigned } from './suite.ts';

/** The order of the base point of Ed25519 (RFC 8032, section 5.1). */
const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n;

const message = utf8ToBytes('message');
const key = seedToSigningKey(new Uint8Array(32).fill(3));
const signed = splitSigned(signBytes('psoas/1/entry', message, key));

describe('signatures', () => {
  it('[Y-09] holds for the label that it was made for, and for no other', () => {
    expect(isSignedBy(signed, 'psoas/1/entry', key.publicKey)).toBe(true);
    for (const label of ['psoas/1/record', 'psoas/1/request', 'psoas/1/receipt'] as const)
      expect(isSignedBy(signed, label, key.publicKey)).toBe(false);
  });

  it('[Y-09] a second form of the same signature, with the group order added, is refused', () => {
    const scalar = bytesToHex(signed.signature.slice(32).toReversed());
    const shifted = (BigInt(`0x${scalar}`) + groupOrder).toString(16).padStart(64, '0');
    const signature = concatBytes(signed.signature.slice(0, 32), hexToBytes(shifted).toReversed());
    expect(isSignedBy({ ...signed, signature }, 'psoas/1/entry', key.publicKey)).toBe(false);
  });

  it('[Y-09] a key of small order, under which anything would be signed, is refused', () => {
    const identity = `01${'00'.repeat(31)}`;
    const signature = concatBytes(hexToBytes(identity), new Uint8Array(32));
    // Without the strict way this "signature" is right for every message.
    expect(ed25519.verify(signature, message, hexToBytes(identity))).toBe(true);
    expect(isSignedBy({ unsigned: message, signature }, 'psoas/1/entry', identity)).toBe(false);
  });
});

describe('deriving', () => {
  it('[Y-01] tells one text from another, and one secret from another', () => {
    const secret = new Uint8Array(32);
    const other = new Uint8Array(32).fill(1);
    const all = [deriveSecret(secret, 'a'), deriveSecret(secret, 'b'), deriveSecret(other, 'a')];
    expect(new Set(all.map(bytesToHex)).size).toBe(3);
  });
});
