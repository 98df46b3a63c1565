import { base64urlToBytes, bytesToBase64url } from '../bytes/base64url.ts';
import { bytesToHex, hexToBytes } from '../bytes/bytes.ts';
import { deriveSecret, labelledHash, seedToSigningKey, type SigningKey } from '../bytes/suite.ts';

/** What a device holds of the calendar that it publishes. */
export type CalendarKeys = {
  /** Signs what is put and the end. */
  readonly owner: SigningKey;
  /** The last part of the address that a calendar program fetches: 43 letters of base64url. Whoever has it can read. */
  readonly address: string;
  /** Under which a relay keeps it. The address does not follow from it. */
  readonly calendarId: string;
  /** Begins the name of each event: 16 hexadecimal digits that are in no other calendar. */
  readonly uidStem: string;
};

/**
 * [Y-33] The keys of a published calendar, from a secret of its own: 32 random bytes that come from no other secret, so
 * that nothing in them connects it with a feed.
 */
export function deriveCalendarKeys(secret: Uint8Array): CalendarKeys {
  const owner = seedToSigningKey(deriveSecret(secret, 'calendar/owner'));
  const address = publicKeyToAddress(owner.publicKey);
  return {
    owner,
    address: bytesToBase64url(address),
    calendarId: addressBytesToId(address),
    uidStem: bytesToHex(deriveSecret(secret, 'calendar/names').slice(0, 8)),
  };
}

/** [Y-33] The calendar that a public key owns. */
export function publicKeyToCalendarId(publicKey: string): string {
  return addressBytesToId(publicKeyToAddress(publicKey));
}

/** [Y-33] The calendar of an address; undefined where the text is no address. */
export function addressToCalendarId(address: string): string | undefined {
  const bytes = base64urlToBytes(address);
  return bytes.ok && bytes.value.length === 32 ? addressBytesToId(bytes.value) : undefined;
}

function publicKeyToAddress(publicKey: string): Uint8Array {
  return labelledHash('psoas/1/calendar', hexToBytes(publicKey));
}

function addressBytesToId(address: Uint8Array): string {
  return bytesToHex(labelledHash('psoas/1/calendar-id', address));
}
