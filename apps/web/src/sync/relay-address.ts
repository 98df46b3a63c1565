/** The origin of a relay that somebody typed; undefined where it is no address, or says more than where the relay is. */
export function readRelayAddress(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !mayBeRelay(url) || url.username !== '' || url.password !== '') return undefined;
  return url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : undefined;
}

// Without encryption only to this device itself.
function mayBeRelay({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isThisDevice(hostname));
}

/** Whether an address leads nowhere but to the device on which it is read. */
export function isThisDevice(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
