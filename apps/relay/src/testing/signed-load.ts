import { createPrivateKey, hash, randomBytes, randomFillSync, sign as signBytes, type KeyObject } from 'node:crypto';
import { entriesToPush, signRequest, writePushBody, type SigningKey } from '@psoas/sync';
import {
  newReplica,
  random,
  sign,
  withEvent,
  type Household,
  type SignedPost,
  type TestMember,
} from './household.ts';

/** A push of one entry, and the id under which the relay confirms it. */
export type LoadPush = SignedPost & { readonly entryId: string; readonly signer: SigningKey };

/** Where the parts of an entry and of a request lie that differ from one to the next (SPEC.md). */
const entrySealed = 102;
const requestTime = 98;
const requestNonce = 106;
const requestBody = 122;
const signatureLength = 64;

/**
 * Pushes of one entry each, signed rightly and fast by Node's own library. What is sealed in them is random bytes,
 * which no relay can tell from anything else.
 */
export function createPushes(home: Household, member: TestMember, count: number): readonly LoadPush[] {
  const { signing } = member.keys;
  const key = toKeyObject(signing);
  const [entry = new Uint8Array()] = entriesToPush(withEvent(newReplica(home, member), 'a', home.nowMillis()));
  const url = `${home.address}/v1/feeds/${home.keys.feedId}/push`;
  const input = { action: 'push', feedId: home.keys.feedId, origin: home.address, atMillis: 0, body: '' } as const;
  const header = signRequest({ ...input, signer: signing }, random);
  const request = Buffer.from(header.slice('psoas1 '.length), 'base64url');
  return Array.from({ length: count }, () => {
    const bytes = Buffer.from(entry);
    randomFillSync(bytes, entrySealed, bytes.length - signatureLength - entrySealed);
    signInPlace(bytes, 'psoas/1/entry', key);
    const body = writePushBody([bytes]);
    request.writeBigUInt64BE(BigInt(home.nowMillis()), requestTime);
    randomBytes(16).copy(request, requestNonce);
    request.write(hash('sha256', body), requestBody, 'hex');
    signInPlace(request, 'psoas/1/request', key);
    const entryId = hash('sha256', bytes.subarray(0, -signatureLength));
    return { url, authorization: `psoas1 ${request.toString('base64url')}`, body, entryId, signer: signing };
  });
}

/** The same entry in a new request, as a device asks again. */
export function resign(home: Household, { signer, body }: LoadPush): SignedPost {
  return sign(home, 'push', { signer, body });
}

// The head of PKCS #8 for an Ed25519 seed (RFC 8410).
function toKeyObject({ seed }: SigningKey): KeyObject {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

function signInPlace(bytes: Buffer, label: string, key: KeyObject): void {
  const unsigned = bytes.subarray(0, -signatureLength);
  signBytes(null, Buffer.concat([Buffer.from(`${label}\0`), unsigned]), key).copy(bytes, unsigned.length);
}
