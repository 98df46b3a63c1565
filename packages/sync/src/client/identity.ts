import { deriveDeviceSecret } from '../keys/member-keys.ts';
import type { RootSecret } from '../keys/root-secret.ts';

/**
 * Who a device is. One that holds the root can add and remove devices, share, and erase; a linked one only reads and
 * writes the diary (Y-03, Y-32).
 */
export type Identity = RootIdentity | LinkedIdentity;

/** A device that holds the root. */
export type RootIdentity = { readonly kind: 'root'; readonly deviceId: string; readonly root: RootSecret };

/** A device that another one has linked. */
export type LinkedIdentity = { readonly kind: 'linked'; readonly deviceId: string; readonly deviceSecret: Uint8Array };

/** The secret from which this device's keys come. */
export function deviceSecretOf(identity: Identity): Uint8Array {
  return identity.kind === 'root' ? deriveDeviceSecret(identity.root, identity.deviceId) : identity.deviceSecret;
}
