import { generateKeyPairSync, sign } from 'node:crypto';
import { isSignatureStrict, seedToSigningKey } from '@psoas/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAside, checkSignature, isSoundKey } from './check-signature.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
const message = Buffer.from('a message');
const signature = sign(null, message, privateKey);

/** y of points of small order, little-endian as in keys, and ones that are not canonical. */
const unsoundKeys = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];

describe('the fast check of signatures', () => {
  it('[RE-03] takes what was signed, and nothing with a flipped bit', () => {
    expect(checkSignature(signature, message, key)).toBe(true);
    fc.assert(
      fc.property(fc.nat({ max: 64 * 8 - 1 }), (bit) => {
        const flipped = Uint8Array.from(signature);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(checkSignature(flipped, message, key)).toBe(false);
      }),
    );
    expect(checkSignature(signature, Buffer.from('another'), key)).toBe(false);
    expect(checkSignature(signature.subarray(1), message, key)).toBe(false);
    expect(checkSignature(signature, message, 'no key')).toBe(false);
  });

  it('[RE-03] aside finds the same, and only then is the value worth something', async () => {
    const aside = (bytes: Uint8Array, by = key) => checkAside((check) => check(bytes, message, by));
    expect(await aside(signature)).toEqual({ value: true, isSigned: true });
    const flipped = Uint8Array.from(signature);
    flipped[3] = (flipped[3] ?? 0) ^ 1;
    for (const wrong of [aside(flipped), aside(signature.subarray(1)), aside(signature, unsoundKeys[0])])
      expect((await wrong).isSigned).toBe(false);
    // Who asks for no signature is not held up, and of several each has to be right.
    expect(await checkAside(() => 'nothing')).toEqual({ value: 'nothing', isSigned: true });
    const both = await checkAside((check) => [signature, flipped].map((each) => check(each, message, key)));
    expect(both.isSigned).toBe(false);
  });

  it.each(unsoundKeys)('[RE-03] takes no signature by the unsound key %s, as readers do', (unsound) => {
    // The neutral element as R and 0 as S: some libraries take it for some of these keys.
    const forged = Buffer.alloc(64);
    forged[0] = 1;
    expect(isSoundKey(unsound)).toBe(false);
    expect(isStrict(forged, unsound)).toBe(false);
    for (let count = 0; count < 16; count += 1)
      expect(checkSignature(forged, Buffer.from([count]), unsound)).toBe(false);
  });

  it('[RE-03] finds the keys of members sound', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
        expect(isSoundKey(seedToSigningKey(seed).publicKey)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

function isStrict(forged: Uint8Array, unsound: string): boolean {
  try {
    return isSignatureStrict(forged, message, unsound);
  } catch {
    return false;
  }
}
