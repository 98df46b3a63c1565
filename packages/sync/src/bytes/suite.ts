import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from './bytes.ts';

/** The version of every format here. There is one suite for it and nothing to choose, so nothing to talk down. */
export const formatVersion = 1;

/** Bytes of an Ed25519 signature (RFC 8032). */
export const signatureLength = 64;

/** What a signature or a labelled hash is for. One made for one purpose is worth nothing for another. */
export type Label =
  | 'psoas/1/entry'
  | 'psoas/1/record'
  | 'psoas/1/request'
  | 'psoas/1/receipt'
  | 'psoas/1/feed'
  | 'psoas/1/root'
  | 'psoas/1/wrap'
  | 'psoas/1/device'
  | 'psoas/1/link'
  | 'psoas/1/calendar'
  | 'psoas/1/calendar-id';

/** `label || 0x00 || bytes`. */
export function labelled(label: Label, bytes: Uint8Array): Uint8Array {
  return concatBytes(utf8ToBytes(label), new Uint8Array(1), bytes);
}

/** SHA-256 over the labelled bytes. */
export function labelledHash(label: Label, bytes: Uint8Array): Uint8Array {
  return sha256(labelled(label, bytes));
}

/** SHA-256 (FIPS 180-4) as hexadecimal. */
export function hashToHex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** 32 bytes from a secret by HKDF-SHA256 (RFC 5869) with the salt `psoas/1`. */
export function deriveSecret(secret: Uint8Array, info: string): Uint8Array {
  return hkdf(sha256, secret, utf8ToBytes('psoas/1'), utf8ToBytes(info), 32);
}

/** An Ed25519 key pair; the public key as hexadecimal, as everywhere outside of bytes. */
export type SigningKey = { readonly publicKey: string; readonly seed: Uint8Array };

/** The key pair of a seed of 32 bytes (RFC 8032, section 5.1.5). */
export function seedToSigningKey(seed: Uint8Array): SigningKey {
  return { publicKey: bytesToHex(ed25519.getPublicKey(seed)), seed };
}

/** The bytes with their signature behind them. */
export function signBytes(label: Label, bytes: Uint8Array, key: SigningKey): Uint8Array {
  return concatBytes(bytes, ed25519.sign(labelled(label, bytes), key.seed));
}

/**
 * Checks an Ed25519 signature over a message. A relay may bring a faster one than `isSignatureStrict`; it must refuse
 * everything that this one refuses, or readers would refuse what the relay has taken.
 */
export type SignatureCheck = (signature: Uint8Array, message: Uint8Array, publicKey: string) => boolean;

/** Whether a signature is right, strictly: canonical encodings only, no key of small order. */
export const isSignatureStrict: SignatureCheck = (signature, message, publicKey) =>
  ed25519.verify(signature, message, hexToBytes(publicKey), { zip215: false });

/** Whether the signature behind signed bytes is right for their label and key. */
export function isSignedBy(
  { unsigned, signature }: SignedBytes,
  label: Label,
  publicKey: string,
  check: SignatureCheck = isSignatureStrict,
): boolean {
  return check(signature, labelled(label, unsigned), publicKey);
}

/** Bytes, and the signature that stood behind them. */
export type SignedBytes = { readonly unsigned: Uint8Array; readonly signature: Uint8Array };

/** Parts bytes from the signature behind them. */
export function splitSigned(bytes: Uint8Array): SignedBytes {
  const end = Math.max(0, bytes.length - signatureLength);
  return { unsigned: bytes.slice(0, end), signature: bytes.slice(end) };
}
