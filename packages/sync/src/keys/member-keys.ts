import { bytesToHex, type RandomBytes } from '../bytes/bytes.ts';
import { deriveSecret, seedToSigningKey, type SigningKey } from '../bytes/suite.ts';
import type { RootSecret } from './root-secret.ts';

/** The keys of a device, a link or a guest in one feed. */
export type MemberKeys = {
  readonly feedId: string;
  readonly signing: SigningKey;
  /** Under this key the sealing keys of the feed come to the member (Y-15). */
  readonly wrapKey: Uint8Array;
};

/** [Y-03] A member's keys in a feed. In another feed it has others, so that the two cannot be connected by keys. */
export function deriveMemberKeys(memberSecret: Uint8Array, feedId: string): MemberKeys {
  return {
    feedId,
    signing: seedToSigningKey(deriveSecret(memberSecret, `sign/${feedId}`)),
    wrapKey: deriveSecret(memberSecret, `wrap/${feedId}`),
  };
}

/** The name of a new device: 8 random bytes as hexadecimal. It is no secret. */
export function createDeviceId(random: RandomBytes): string {
  return bytesToHex(random(8));
}

/** The secret of a device. Who holds the root can make it again; who holds it cannot make the root. */
export function deriveDeviceSecret(root: RootSecret, deviceId: string): Uint8Array {
  return deriveSecret(root, `device/${deviceId}`);
}

/** The secret of a share, from which its two feeds and its link come. `shareId`: 16 bytes as hexadecimal. */
export function deriveShareSecret(root: RootSecret, shareId: string): Uint8Array {
  return deriveSecret(root, `share/${shareId}`);
}

/** The secret inside a share's link: a member's secret, from which no key of the owner follows (Y-28). */
export function deriveLinkSecret(shareSecret: Uint8Array): Uint8Array {
  return deriveSecret(shareSecret, 'link');
}
