import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlToBytes, bytesToBase64url } from '../bytes/base64url.ts';
import { bytesToHex } from '../bytes/bytes.ts';
import { flipBit } from '../testing/flip-bit.ts';
import { deviceLinkToText, textToDeviceLink } from './device-link.ts';
import { createTestRandom } from '../testing/deterministic-random.ts';
import { unwrap } from '../testing/test-household.ts';
import { deriveFeedKeys, publicKeyToFeedId } from './feed-keys.ts';
import { deriveDeviceSecret, deriveLinkSecret, deriveMemberKeys, deriveShareSecret } from './member-keys.ts';
import { createRootSecret, rootToText, rootToWords, textToRoot, wordsToRoot } from './root-secret.ts';

const root = createRootSecret(createTestRandom('keys'));
const roots = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('keys from one secret', () => {
  it('[Y-01] the same secret gives the same keys, and the feed id is that of the owner key', () => {
    const keys = deriveFeedKeys(root, { purpose: 'diary', generation: 0 });
    expect(deriveFeedKeys(root.slice(), { purpose: 'diary', generation: 0 }).feedId).toBe(keys.feedId);
    expect(publicKeyToFeedId(keys.owner.publicKey)).toBe(keys.feedId);
  });

  it('[Y-01] every purpose, generation and epoch has keys of its own', () => {
    const places = (['diary', 'share', 'reply'] as const).flatMap((purpose) =>
      [0, 1, 10].map((generation) => deriveFeedKeys(root, { purpose, generation })),
    );
    const secrets = places.flatMap(({ owner, sealKey }) => [owner.seed, sealKey(1), sealKey(2), sealKey(11)]);
    expect(new Set(secrets.map(String)).size).toBe(secrets.length);
    expect(new Set(places.map(({ feedId }) => feedId)).size).toBe(places.length);
  });

  it('[Y-03] a member has other keys in every feed, and another device has others too', () => {
    const keys = ['a', 'b'].flatMap((letter) =>
      ['0011223344556677', '0011223344556678'].map((deviceId) =>
        deriveMemberKeys(deriveDeviceSecret(root, deviceId), letter.repeat(64)),
      ),
    );
    expect(new Set(keys.map(({ signing }) => signing.publicKey)).size).toBe(4);
    expect(
      new Set(keys.flatMap(({ signing, wrapKey }) => [String(signing.seed), String(wrapKey)])).size,
    ).toBe(8);
  });

  it('[Y-28] a link secret differs from its share secret, and shares differ', () => {
    const shares = ['00', '01'].map((byte) => deriveShareSecret(root, byte.repeat(16)));
    expect(new Set([...shares, ...shares.map(deriveLinkSecret)].map(String)).size).toBe(4);
  });
});

describe('the root as words', () => {
  it('[Y-02] words and text give the root back', () => {
    fc.assert(
      fc.property(roots, (each) => {
        expect(rootToWords(each)).toHaveLength(24);
        expect(unwrap(wordsToRoot(rootToWords(each).join(' ')))).toEqual(each);
        expect(unwrap(textToRoot(rootToText(each)))).toEqual(each);
      }),
      { numRuns: 30 },
    );
  });

  it('[Y-02] the words of BIP 39 for 32 bytes of 0x7f', () => {
    expect(rootToWords(new Uint8Array(32).fill(0x7f)).join(' ')).toBe(
      'legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth title',
    );
  });

  it('[Y-02] reads words in any case and spacing', () => {
    const words = rootToWords(root).join('\n  ').toUpperCase();
    expect(unwrap(wordsToRoot(`  ${words}\t`))).toEqual(root);
  });

  it('[Y-02] names each unknown word by its place, with words that begin like it', () => {
    const words = [...rootToWords(root)];
    words[2] = 'abandom';
    words[23] = 'zzzz';
    const found = wordsToRoot(words.join(' '));
    expect(found).toEqual({
      ok: false,
      error: {
        type: 'unknown-words',
        words: [
          { place: 3, found: 'abandom', similar: ['abandon'] },
          { place: 24, found: 'zzzz', similar: ['zebra', 'zero', 'zone', 'zoo'] },
        ],
      },
    });
  });

  it('[HD-01] looks up no words of a text that is far too long, and quotes no endless one', () => {
    expect(wordsToRoot('zzzz '.repeat(100_000))).toEqual({ ok: false, error: { type: 'word-count', found: 100_000, expected: 24 } });
    const found = wordsToRoot('z'.repeat(100_000));
    expect(JSON.stringify(found).length).toBeLessThan(200);
    expect(found).toMatchObject({ error: { type: 'unknown-words', words: [{ place: 1 }] } });
  });

  it('[Y-02] says how many words there are, and when they do not add up', () => {
    const words = rootToWords(root);
    expect(wordsToRoot(words.slice(1).join(' '))).toEqual({
      ok: false,
      error: { type: 'word-count', found: 23, expected: 24 },
    });
    expect(wordsToRoot([...words.slice(1), words[0]].join(' '))).toEqual({
      ok: false,
      error: { type: 'words-checksum' },
    });
  });

  it('[Y-09] any other letter in the text for the QR code is refused', () => {
    const text = rootToText(root);
    const letters = fc.constantFrom(
      ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_= '),
    );
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), letters, (place, letter) => {
        fc.pre(text[place] !== letter);
        expect(textToRoot(text.slice(0, place) + letter + text.slice(place + 1)).ok).toBe(false);
      }),
    );
  });

  it('[Y-02] another text is told apart from a damaged one', () => {
    expect(textToRoot('https://example.org')).toEqual({
      ok: false,
      error: { type: 'not-a-root-text', start: 'psoas:1:' },
    });
    expect(textToRoot(rootToText(root).slice(0, -2))).toEqual({
      ok: false,
      error: { type: 'root-text-damaged' },
    });
  });
});

describe('the link of a device', () => {
  const deviceId = '0123456789abcdef';
  const link = { deviceId, deviceSecret: deriveDeviceSecret(root, deviceId), feedId: 'ab'.repeat(32) };
  const text = deviceLinkToText(link);

  it('[Y-32] comes back from its text, and holds no root', () => {
    expect(unwrap(textToDeviceLink(` ${text}\n`))).toEqual(link);
    const bytes = unwrap(base64urlToBytes(text.slice('psoas-device:1:'.length)));
    expect(bytesToHex(bytes)).not.toContain(bytesToHex(root));
    expect(bytes).toHaveLength(76);
  });

  it('[Y-32] is told apart from other texts, and refused when it is damaged', () => {
    expect(textToDeviceLink(rootToText(root))).toEqual({
      ok: false,
      error: { type: 'not-a-device-link', start: 'psoas-device:1:' },
    });
    fc.assert(
      fc.property(fc.nat({ max: 76 * 8 - 1 }), (bit) => {
        const bytes = unwrap(base64urlToBytes(text.slice('psoas-device:1:'.length)));
        const flipped = `psoas-device:1:${bytesToBase64url(flipBit(bytes, bit))}`;
        for (const damaged of [flipped, text.slice(0, 20 + (bit % 90)), `${text}AAAA`])
          expect(textToDeviceLink(damaged)).toEqual({ ok: false, error: { type: 'device-link-damaged' } });
      }),
    );
  });
});
