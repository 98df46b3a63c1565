import { bytesToUtf8, equalBytes } from '@noble/ciphers/utils.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

export { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
export { equalBytes } from '@noble/ciphers/utils.js';

/** Where random bytes come from: in a browser `crypto.getRandomValues`. It has to be cryptographic. */
export type RandomBytes = (length: number) => Uint8Array;

/** Thirty-two zero bytes as hexadecimal: "none" where an id stands. */
export const noId = '0'.repeat(64);

/** A whole number from 0 to 2^53 - 1 as unsigned big-endian bytes. */
export function numberToBytes(value: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let at = length - 1; at >= 0; at -= 1) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** Unsigned big-endian bytes as a number; above 2^53 - 1 it is not exact any more. */
export function bytesToNumber(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

/** The text of strict UTF-8; undefined where the bytes are anything else. */
export function readUtf8(bytes: Uint8Array): string | undefined {
  const text = bytesToUtf8(bytes);
  return equalBytes(utf8ToBytes(text), bytes) ? text : undefined;
}

/** Takes one field after another from bytes whose length was checked before. */
export type ByteReader = {
  readonly take: (length: number) => Uint8Array;
  readonly number: (length: number) => number;
  readonly left: () => number;
};

/** A reader over bytes. It gives copies, so that nobody can change what was checked. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const take = (length: number): Uint8Array => {
    const part = bytes.slice(at, at + length);
    at += length;
    return part;
  };
  return { take, number: (length) => bytesToNumber(take(length)), left: () => bytes.length - at };
}
