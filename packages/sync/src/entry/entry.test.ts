import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, noId, numberToBytes, utf8ToBytes } from '../bytes/bytes.ts';
import { seedToSigningKey, signBytes } from '../bytes/suite.ts';
import { createTestRandom } from '../testing/deterministic-random.ts';
import { flipBit } from '../testing/flip-bit.ts';
import { testNow, unwrap } from '../testing/test-household.ts';
import { headerToBytes, isEntrySigned, parseEntry } from './entry-frame.ts';
import { buckets, padContent, textLimit, unpadContent } from './pad.ts';
import { openEntry, sealEntry, type SealedEvent, type SealInput } from './seal-entry.ts';

const random = createTestRandom('entry');
const sealKey = random(32);
const writer = seedToSigningKey(random(32));
const base: SealInput = {
  feedId: 'ab'.repeat(32),
  writer,
  epoch: 3,
  sealKey,
  previous: noId,
  stamp: { millis: testNow, counter: 7 },
  event: { id: 'e1', text: 'hello' },
};
const seal = (event: SealedEvent): Uint8Array => unwrap(sealEntry({ ...base, event }, random)).bytes;
const whole = seal(base.event);

/** Whether a reader with the right key takes the bytes. */
function isTaken(bytes: Uint8Array): boolean {
  const frame = parseEntry(bytes);
  return frame.ok && isEntrySigned(frame.value) && openEntry(frame.value, sealKey).ok;
}

describe('an entry', () => {
  it('opens to what was sealed, stamp and all', () => {
    const frame = unwrap(parseEntry(whole));
    const { event, stamp, id } = unwrap(openEntry(frame, sealKey));
    expect([event, stamp, id]).toEqual([base.event, base.stamp, frame.id]);
    expect([frame.feedId, frame.writerKey, frame.epoch]).toEqual([base.feedId, writer.publicKey, 3]);
  });

  it('any JSON with an id survives', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 }),
        fc.string({ minLength: 1 }),
        (rest, id) => {
          const event: SealedEvent = { ...rest, id };
          const opened = unwrap(openEntry(unwrap(parseEntry(seal(event))), sealKey));
          expect(opened.text).toBe(JSON.stringify(event));
          expect(JSON.stringify(opened.event)).toBe(JSON.stringify(event));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('[Y-07] has one of nine sizes, whatever the length of the event', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), (length) => {
        const padded = unwrap(padContent({ stamp: base.stamp, text: new Uint8Array(length).fill(97) }));
        expect(buckets).toContain(padded.length);
        expect(padded.length).toBeLessThanOrEqual(Math.max(256, 2 * (length + 12)));
        expect(unpadContent(padded)?.text.length).toBe(length);
      }),
    );
    expect([buckets[0], buckets.at(-1), buckets.length]).toEqual([256, 65_536, 9]);
  });

  it('[Y-07] refuses what does not fit, with its size', () => {
    const event = { id: 'x', text: 'a'.repeat(textLimit - 20) };
    const overhead = JSON.stringify({ id: 'x', text: '' }).length;
    expect(
      sealEntry({ ...base, event: { ...event, text: 'a'.repeat(textLimit - overhead) } }, random).ok,
    ).toBe(true);
    expect(
      sealEntry({ ...base, event: { ...event, text: 'a'.repeat(textLimit - overhead + 1) } }, random),
    ).toEqual({
      ok: false,
      error: { type: 'event-too-large', found: textLimit + 1, limit: 65_524 },
    });
  });

  it('[Y-07] refuses padding that is not zero, and a length that lies', () => {
    const padded = unwrap(padContent({ stamp: base.stamp, text: new Uint8Array(10) }));
    expect(unpadContent(flipBit(padded, 8 * 255))).toBeUndefined();
    const lying = padded.slice();
    lying.set(numberToBytes(245, 4));
    expect(unpadContent(lying)).toBeUndefined();
  });

  it('[Y-08] has an id that does not depend on its signature', () => {
    const frame = unwrap(parseEntry(whole));
    expect(unwrap(parseEntry(flipBit(whole, 8 * (whole.length - 1)))).id).toBe(frame.id);
    expect(unwrap(parseEntry(flipBit(whole, 8 * 200))).id).not.toBe(frame.id);
    expect(unwrap(parseEntry(seal(base.event))).id).not.toBe(frame.id);
  });

  it('[Y-09] is refused with any flipped bit', () => {
    expect(isTaken(whole)).toBe(true);
    fc.assert(
      fc.property(fc.nat({ max: whole.length * 8 - 1 }), (bit) => {
        expect(isTaken(flipBit(whole, bit))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('[Y-09] opens with no flipped bit even when its writer signs it anew', () => {
    const frame = unwrap(parseEntry(whole));
    fc.assert(
      fc.property(fc.nat({ max: frame.unsigned.length * 8 - 1 }), (bit) => {
        const resigned = signBytes('psoas/1/entry', flipBit(frame.unsigned, bit), writer);
        expect(isTaken(resigned)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('[Y-09] is refused when it is shorter or longer, and never throws', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: whole.length }),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        (length, more) => {
          expect(isTaken(whole.slice(0, Math.min(length, whole.length - 1)))).toBe(false);
          expect(isTaken(new Uint8Array([...whole, ...more]))).toBe(false);
          expect(parseEntry(more).ok).toBe(false);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('[Y-10] of a higher version is refused as newer', () => {
    const newer = whole.slice();
    newer[0] = 2;
    expect(parseEntry(newer)).toEqual({ ok: false, error: { type: 'newer-version', found: 2, known: 1 } });
    expect(parseEntry(newer.slice(0, 9))).toEqual({
      ok: false,
      error: { type: 'newer-version', found: 2, known: 1 },
    });
  });

  it('[Y-10] cannot be moved to another feed, epoch or writer, even by a writer', () => {
    const frame = unwrap(parseEntry(whole));
    for (const offset of [2, 34, 69, 70]) {
      const moved = flipBit(frame.unsigned, 8 * offset);
      const resigned = unwrap(parseEntry(signBytes('psoas/1/entry', moved, writer)));
      expect(openEntry(resigned, sealKey)).toEqual({
        ok: false,
        error: { type: 'not-opened', epoch: resigned.epoch },
      });
    }
  });

  it('[Y-10] a signature for another purpose is none', () => {
    const { unsigned } = unwrap(parseEntry(whole));
    expect(isTaken(signBytes('psoas/1/record', unsigned, writer))).toBe(false);
  });

  it('content that is no event is told by its part', () => {
    const open = (text: string | Uint8Array): unknown =>
      openEntry(unwrap(parseEntry(sealRaw(text))), sealKey);
    const damaged = (part: string): unknown => ({ ok: false, error: { type: 'content-damaged', part } });
    expect(open('[1]')).toEqual(damaged('json'));
    expect(open('{')).toEqual(damaged('json'));
    expect(open('')).toEqual(damaged('json'));
    expect(open('{"id":7}')).toEqual(damaged('id'));
    expect(open('{"id":""}')).toEqual(damaged('id'));
    expect(open(Uint8Array.of(0xff))).toEqual(damaged('utf-8'));
    expect(open('{"id":"fine"}')).toMatchObject({ ok: true });
  });
});

// What a faulty member could seal: content that is no event.
function sealRaw(content: string | Uint8Array): Uint8Array {
  const text = typeof content === 'string' ? utf8ToBytes(content) : content;
  const header = headerToBytes({ ...base, writerKey: writer.publicKey });
  const nonce = random(24);
  const padded = unwrap(padContent({ stamp: base.stamp, text }));
  const sealed = xchacha20poly1305(sealKey, nonce, header).encrypt(padded);
  return signBytes('psoas/1/entry', concatBytes(header, nonce, sealed), writer);
}
