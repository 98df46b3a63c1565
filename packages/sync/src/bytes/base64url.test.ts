import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../testing/test-household.ts';
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { bytesToNumber, numberToBytes } from './bytes.ts';

describe('base64url', () => {
  it('gives bytes back, and agrees with another implementation', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = bytesToBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(unwrap(base64urlToBytes(text))).toEqual(bytes);
      }),
    );
  });

  it('has one text for some bytes: whatever is read is written the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('A', 'B', '_', '-', 'z', '9', '=', '+', ' '), maxLength: 12 }),
        (text) => {
          const bytes = base64urlToBytes(text);
          if (bytes.ok) expect(bytesToBase64url(bytes.value)).toBe(text);
        },
      ),
    );
  });

  it.each(['A', 'AAAAA', 'A=', 'A A', 'AB', 'AAB', 'Ä', 'AA=='])('refuses %j', (text) => {
    expect(base64urlToBytes(text).ok).toBe(false);
  });
});

describe('numbers', () => {
  it('are big-endian and come back, up to 2^53 - 1', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(bytesToNumber(numberToBytes(value, 8))).toBe(value);
      }),
    );
    expect([...numberToBytes(258, 4)]).toEqual([0, 0, 1, 2]);
  });
});
