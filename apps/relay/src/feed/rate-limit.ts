/** How many requests a key may make: `burst` at once, and `perMinute` in the long run. */
export type Rate = { readonly burst: number; readonly perMinute: number };

/** Takes one request of a key; gives the milliseconds to wait, 0 where it may go on. */
export type RateLimit = (key: string) => number;

type Bucket = { tokens: number; atMillis: number };

/** The most keys that are remembered. Beyond it the one that was quiet longest is forgotten. */
const keyLimit = 20_000;

/** [RE-05] A token bucket for each key. A rate of 0 for a minute means no limit. */
export function createRateLimit({ burst, perMinute }: Rate, nowMillis: () => number): RateLimit {
  if (perMinute === 0) return () => 0;
  const perMilli = perMinute / 60_000;
  const buckets = new Map<string, Bucket>();
  return (key) => {
    const now = nowMillis();
    const known = buckets.get(key) ?? { tokens: burst, atMillis: now };
    const gained = Math.max(0, now - known.atMillis) * perMilli;
    const tokens = Math.min(burst, known.tokens + gained);
    buckets.delete(key);
    const isAllowed = tokens >= 1;
    buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, atMillis: now });
    if (buckets.size > keyLimit) {
      const [quietest] = buckets.keys();
      if (quietest !== undefined) buckets.delete(quietest);
    }
    return isAllowed ? 0 : Math.ceil((1 - tokens) / perMilli);
  };
}

/** [RE-05] Whom an address stands for: one IPv4 address, or the /64 of an IPv6 one, because a line has all of it. */
export function addressToKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [start = '', end] = (address.split('%')[0] ?? '').split('::');
  const groups = start === '' ? [] : start.split(':');
  const behind = end === undefined || end === '' ? [] : end.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - behind.length) }, () => '0');
  return [...groups, ...zeros, ...behind]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
