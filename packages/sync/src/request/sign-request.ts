import { sha256 } from '@noble/hashes/sha2.js';
import { err, ok, type Result } from '@psoas/kernel';
import { base64urlToBytes, bytesToBase64url } from '../bytes/base64url.ts';
import {
  bytesToHex,
  concatBytes,
  createByteReader,
  equalBytes,
  hexToBytes,
  numberToBytes,
  utf8ToBytes,
  type RandomBytes,
} from '../bytes/bytes.ts';
import {
  formatVersion,
  isSignedBy,
  signatureLength,
  signBytes,
  splitSigned,
  type SignatureCheck,
  type SigningKey,
} from '../bytes/suite.ts';
import type { FrameFault, Refusal } from '../refusal.ts';

/** What a request asks of a feed. */
export type Action = 'pull' | 'push' | 'record' | 'read-log';

/** What a request asks of a published calendar. */
export type CalendarAction = 'put-calendar' | 'end-calendar';

const actions = ['pull', 'push', 'record', 'read-log', 'put-calendar', 'end-calendar'] as const satisfies readonly (
  | Action
  | CalendarAction
)[];
const scheme = 'psoas1 ';
const requestLength = 154 + signatureLength;

/** How far a request's time may be from the relay's, in milliseconds. */
export const requestDriftMillis = 5 * 60_000;

/** How long a relay remembers nonces, in milliseconds: as long as a request could come again. */
export const nonceMemoryMillis = 2 * requestDriftMillis;

/** A request before it is signed. */
export type RequestInput = {
  readonly action: Action | CalendarAction;
  /** The feed, or the calendar. */
  readonly feedId: string;
  readonly signer: SigningKey;
  /** The relay's origin, such as `https://relay.example`: a request is worth nothing at another relay. */
  readonly origin: string;
  readonly atMillis: number;
  /** The body as it is sent. */
  readonly body: string;
};

/** The value of the `authorization` header for a request. */
export function signRequest(input: RequestInput, random: RandomBytes): string {
  const { action, feedId, signer, origin, atMillis, body } = input;
  const unsigned = concatBytes(
    Uint8Array.of(formatVersion, actions.indexOf(action) + 1),
    hexToBytes(feedId),
    hexToBytes(signer.publicKey),
    sha256(utf8ToBytes(origin)),
    numberToBytes(atMillis, 8),
    random(16),
    sha256(utf8ToBytes(body)),
  );
  return scheme + bytesToBase64url(signBytes('psoas/1/request', unsigned, signer));
}

/** Who asks, when, and the nonce that the relay has to remember for `nonceMemoryMillis` together with the key. */
export type SignedRequest = { readonly signerKey: string; readonly atMillis: number; readonly nonce: string };

/** What a request should say, as the relay received it. */
export type RequestCheck = {
  readonly action: Action | CalendarAction;
  readonly feedId: string;
  readonly origin: string;
  readonly nowMillis: number;
  readonly body: string;
  /** Whether this key has used this nonce in the last `nonceMemoryMillis`. */
  readonly isNonceSeen: (request: SignedRequest) => boolean;
  /** A check that is faster than the one of this package. */
  readonly checkSignature?: SignatureCheck;
};

/** [Y-19] Who sent a request, when it is whole, fresh, and meant for this relay, action, feed and body. */
export function checkRequest(authorization: string, check: RequestCheck): Result<SignedRequest, Refusal> {
  const bytes = readHeader(authorization);
  if (!bytes.ok) return bytes;
  const signed = splitSigned(bytes.value);
  const reader = createByteReader(signed.unsigned.slice(1));
  const action = actions[reader.number(1) - 1];
  const feedId = bytesToHex(reader.take(32));
  const signerKey = bytesToHex(reader.take(32));
  const origin = reader.take(32);
  const atMillis = reader.number(8);
  const byMillis = atMillis - check.nowMillis;
  const request = { signerKey, atMillis, nonce: bytesToHex(reader.take(16)) };
  const bodyHash = reader.take(32);
  if (action !== check.action) return err({ type: 'other-action', rule: 'Y-19' });
  if (feedId !== check.feedId) return err({ type: 'other-feed', rule: 'Y-10' });
  if (!equalBytes(origin, sha256(utf8ToBytes(check.origin))))
    return err({ type: 'other-relay', rule: 'Y-19' });
  if (Math.abs(byMillis) > requestDriftMillis)
    return err({ type: 'clock-off', rule: 'Y-19', byMillis, limitMillis: requestDriftMillis });
  if (!equalBytes(bodyHash, sha256(utf8ToBytes(check.body))))
    return err({ type: 'other-body', rule: 'Y-19' });
  if (!isSignedBy(signed, 'psoas/1/request', signerKey, check.checkSignature))
    return err({ type: 'bad-signature', rule: 'Y-09' });
  return check.isNonceSeen(request) ? err({ type: 'replayed', rule: 'Y-19' }) : ok(request);
}

function readHeader(authorization: string): Result<Uint8Array, FrameFault> {
  const bytes = authorization.startsWith(scheme)
    ? base64urlToBytes(authorization.slice(scheme.length))
    : ok(new Uint8Array(0));
  const found = bytes.ok ? bytes.value.length : 0;
  if (!bytes.ok || found !== requestLength)
    return err({ type: 'wrong-length', found, allowed: `${scheme}and ${requestLength} bytes as base64url` });
  const [version = 0] = bytes.value;
  if (version > formatVersion) return err({ type: 'newer-version', found: version, known: formatVersion });
  return version === formatVersion ? bytes : err({ type: 'wrong-kind', found: version });
}
