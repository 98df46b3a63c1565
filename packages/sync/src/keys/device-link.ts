import { err, ok, type Result } from '@psoas/kernel';
import { base64urlToBytes, bytesToBase64url } from '../bytes/base64url.ts';
import { bytesToHex, concatBytes, createByteReader, hexToBytes } from '../bytes/bytes.ts';
import { addCheck, takeCheck } from '../bytes/checked.ts';

/** What a linked device is given instead of the root: who it is, its own secret, and the diary's feed. */
export type DeviceLink = {
  readonly deviceId: string;
  readonly deviceSecret: Uint8Array;
  readonly feedId: string;
};

const textStart = 'psoas-device:1:';
const length = 72;

/** [Y-32] The text for the QR code that one device shows to the other. Whoever reads it can write into the diary. */
export function deviceLinkToText({ deviceId, deviceSecret, feedId }: DeviceLink): string {
  const bytes = concatBytes(hexToBytes(deviceId), deviceSecret, hexToBytes(feedId));
  return textStart + bytesToBase64url(addCheck('psoas/1/device', bytes));
}

/** Why a text links no device. */
export type DeviceLinkFault =
  | { readonly type: 'not-a-device-link'; readonly start: string }
  | { readonly type: 'device-link-damaged' };

/** [Y-32] Reads the text that another device showed. */
export function textToDeviceLink(text: string): Result<DeviceLink, DeviceLinkFault> {
  const trimmed = text.trim();
  if (!trimmed.startsWith(textStart)) return err({ type: 'not-a-device-link', start: textStart });
  const read = base64urlToBytes(trimmed.slice(textStart.length));
  const bytes = read.ok ? takeCheck('psoas/1/device', read.value) : undefined;
  if (bytes?.length !== length) return err({ type: 'device-link-damaged' });
  const reader = createByteReader(bytes);
  return ok({
    deviceId: bytesToHex(reader.take(8)),
    deviceSecret: reader.take(32),
    feedId: bytesToHex(reader.take(32)),
  });
}
