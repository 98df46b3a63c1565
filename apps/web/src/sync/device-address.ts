import { readRelayAddress } from './relay-address.ts';

/** Where the app takes a device link. What stands behind the # never goes over the network. */
const path = '/settings/link';

/** What a device shows to another one: the link's text, and at which relay the diary lies. */
export type ShownLink = { readonly text: string; readonly relay: string };

/** [SY-05] The address for a QR code: the camera of any phone opens it in the app. */
export function linkToAddress({ text, relay }: ShownLink, appOrigin: string): string {
  return `${appOrigin}${path}#${text}${relay === appOrigin ? '' : `@${relay}`}`;
}

/** The link of an address, of what stands behind its #, or of the bare text. */
export function addressToLink(typed: string, appOrigin: string): ShownLink {
  const behind = typed.trim().split('#').at(-1) ?? '';
  const [text = '', relay = ''] = behind.split('@');
  return { text: text.trim(), relay: readRelayAddress(relay) ?? appOrigin };
}
