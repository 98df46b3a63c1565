/** How much a feed holds. `bytes` counts whole entries. */
export type FeedUsage = { readonly entries: number; readonly bytes: number };

/** How much a feed may hold. A relay chooses it. */
export type FeedQuota = FeedUsage;

/** From this share of its quota on, a feed goes on in its successor (Y-16). */
const nearlyFullShare = 0.8;

/** [Y-16] Whether it is time for the successor. */
export function isNearlyFull(usage: FeedUsage, quota: FeedQuota): boolean {
  return usage.entries >= quota.entries * nearlyFullShare || usage.bytes >= quota.bytes * nearlyFullShare;
}
