import { createFieldReader, err, ok, readJson, type Result } from '@psoas/kernel';
import { base64urlToBytes, bytesToBase64url, rootToText, textToRoot } from '@psoas/sync';
import { diaryKeys, type Identity } from '@psoas/sync/client';

/** Who this device is, and where it syncs: the one file of the sync folder that cannot be had again without the words. */
export type KeptIdentity = {
  readonly identity: Identity;
  /** The relay's origin. */
  readonly relay: string;
  /** The feed in which this device began. */
  readonly firstFeedId: string;
};

export const identityName = 'identity.json';
const fileVersion = 1;
const secretLength = 32;
const deviceIdPattern = /^[0-9a-f]{16}$/;
const feedIdPattern = /^[0-9a-f]{64}$/;

/** Why the file of the identity cannot be used. */
export type IdentityFault = { readonly type: 'newer-version'; readonly found: number } | { readonly type: 'damaged'; readonly fields: string };

/** A device that holds the root. */
export function rootDevice(identity: Extract<Identity, { kind: 'root' }>, relay: string): KeptIdentity {
  return { identity, relay, firstFeedId: diaryKeys(identity.root, 0).feedId };
}

/** The identity as a file. */
export function identityToText({ identity, relay, firstFeedId }: KeptIdentity): string {
  const { kind, deviceId } = identity;
  const secret = kind === 'root' ? { root: rootToText(identity.root) } : { deviceSecret: bytesToBase64url(identity.deviceSecret) };
  return `${JSON.stringify({ version: fileVersion, kind, deviceId, ...secret, relay, firstFeedId }, null, 2)}\n`;
}

/** Reads it again. What is found is secret, so faults name fields alone. */
export function readIdentity(text: string): Result<KeptIdentity, IdentityFault> {
  const reader = createFieldReader(readJson(text), '', []);
  if (reader === undefined) return err({ type: 'damaged', fields: identityName });
  const version = reader.number('version', { min: 1, max: Number.MAX_SAFE_INTEGER, whole: true });
  if (version !== undefined && version > fileVersion) return err({ type: 'newer-version', found: version });
  const kind = reader.choice('kind', ['root', 'linked'] as const);
  const deviceId = matching(reader.text('deviceId'), deviceIdPattern);
  const firstFeedId = matching(reader.text('firstFeedId'), feedIdPattern);
  const relay = reader.text('relay');
  const root = textToRoot(reader.text('root', 'optional') ?? '');
  const secret = base64urlToBytes(reader.text('deviceSecret', 'optional') ?? '');
  const shared = { deviceId, firstFeedId, relay, version, kind };
  const damaged = Object.entries(shared).flatMap(([field, value]) => (value === undefined ? [field] : []));
  if (kind === 'root' && !root.ok) damaged.push('root');
  if (kind === 'linked' && !(secret.ok && secret.value.length === secretLength)) damaged.push('deviceSecret');
  if (damaged.length > 0 || deviceId === undefined || firstFeedId === undefined || relay === undefined)
    return err({ type: 'damaged', fields: damaged.join(', ') });
  if (kind === 'root' && root.ok) return ok({ identity: { kind, deviceId, root: root.value }, relay, firstFeedId });
  if (secret.ok) return ok({ identity: { kind: 'linked', deviceId, deviceSecret: secret.value }, relay, firstFeedId });
  return err({ type: 'damaged', fields: 'kind' });
}

function matching(text: string | undefined, pattern: RegExp): string | undefined {
  return text !== undefined && pattern.test(text) ? text : undefined;
}
