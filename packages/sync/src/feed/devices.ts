import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToHex, concatBytes, hexToBytes, type RandomBytes } from '../bytes/bytes.ts';
import { labelled } from '../bytes/suite.ts';
import type { FeedKeys } from '../keys/feed-keys.ts';
import { deriveDeviceSecret, deriveMemberKeys, type MemberKeys } from '../keys/member-keys.ts';
import type { RootSecret } from '../keys/root-secret.ts';
import { noDevice } from '../record/record-body.ts';
import type { FeedState } from './feed-state.ts';

type FeedOwner = Pick<FeedKeys, 'feedId' | 'deviceKey'>;

/** [Y-03] The id of a device as a grant carries it: only the owner can open it. 48 bytes as hexadecimal. */
export function sealDeviceId(
  owner: FeedOwner,
  memberKey: string,
  deviceId: string,
  random: RandomBytes,
): string {
  const nonce = random(24);
  const cipher = xchacha20poly1305(owner.deviceKey, nonce, additionalData(owner, memberKey));
  return bytesToHex(concatBytes(nonce, cipher.encrypt(hexToBytes(deviceId))));
}

/** A device that is a member now, with the keys that the root makes for it again. */
export type Device = { readonly deviceId: string; readonly member: MemberKeys };

/** [Y-03] The devices of a feed that are not revoked, for who holds the root: to give each of them the next key. */
export function devicesOf(feed: FeedState, owner: FeedOwner, root: RootSecret): readonly Device[] {
  return [...feed.members.values()].flatMap(({ key, device, revokedAfter }) => {
    if (device === noDevice || revokedAfter !== undefined) return [];
    const deviceId = openDeviceId(owner, key, device);
    if (deviceId === undefined) return [];
    const member = deriveMemberKeys(deriveDeviceSecret(root, deviceId), owner.feedId);
    return member.signing.publicKey === key ? [{ deviceId, member }] : [];
  });
}

function openDeviceId(owner: FeedOwner, memberKey: string, device: string): string | undefined {
  const bytes = hexToBytes(device);
  const nonce = bytes.subarray(0, 24);
  try {
    const cipher = xchacha20poly1305(owner.deviceKey, nonce, additionalData(owner, memberKey));
    return bytesToHex(cipher.decrypt(bytes.subarray(24)));
  } catch {
    return undefined;
  }
}

function additionalData({ feedId }: FeedOwner, memberKey: string): Uint8Array {
  return labelled('psoas/1/device', concatBytes(hexToBytes(feedId), hexToBytes(memberKey)));
}
