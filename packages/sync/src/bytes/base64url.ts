import { err, ok, type Result } from '@psoas/kernel';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The value of a letter by its code; 64 for one that does not belong. A relay reads every body through this. */
const valueByCode = new Uint8Array(128).fill(64);
for (const [value, letter] of Array.from(alphabet).entries()) valueByCode[letter.charCodeAt(0)] = value;

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function bytesToBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(4, bytes.length - at + 1);
    for (let letter = 0; letter < letters; letter += 1)
      text += alphabet.charAt((group >> (18 - 6 * letter)) & 63);
  }
  return text;
}

/** Why a text is no base64url: the place of the first letter that does not belong, or a length that none has. */
export type Base64urlFault =
  | { readonly type: 'not-base64url'; readonly place: number }
  | { readonly type: 'not-base64url-length'; readonly found: number };

/** Reads base64url. Only the one shortest form of some bytes is taken, so that no text can be varied. */
export function base64urlToBytes(text: string): Result<Uint8Array, Base64urlFault> {
  if (text.length % 4 === 1) return err({ type: 'not-base64url-length', found: text.length });
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let place = 0; place < text.length; place += 1) {
    const value = valueByCode[text.charCodeAt(place)] ?? 64;
    if (value === 64) return err({ type: 'not-base64url', place });
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at] = (bits >> count) & 0xff;
    at += 1;
  }
  const isShortest = (bits & ((1 << count) - 1)) === 0;
  return isShortest ? ok(bytes) : err({ type: 'not-base64url', place: text.length - 1 });
}
