import { err, ok, type Result } from '@psoas/kernel';

/** Where a relay of this machine is, when nobody says otherwise. */
export const usualRelay = 'http://127.0.0.1:8421';

/** Why an address cannot be a relay's. */
export type AddressFault = { readonly type: 'no-address' | 'not-safe' | 'has-path'; readonly found: string };

/** The origin of an address that a person gave. Beyond this machine only https, or anybody between could see who talks. */
export function readRelayAddress(text: string): Result<string, AddressFault> {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return err({ type: 'no-address', found: text });
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return err({ type: 'not-safe', found: text });
  if (url.pathname !== '/' || url.search !== '' || url.username !== '') return err({ type: 'has-path', found: text });
  return ok(url.origin);
}

/** The origin of a link's page, where the relay usually is too; undefined where it could not be one. */
export function originOfLink(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null) return undefined;
  const read = readRelayAddress(url.origin);
  return read.ok ? read.value : undefined;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
