import {
  acceptEntry,
  headAfter,
  isNearlyFull,
  parseEntry,
  writePushAnswer,
  type PushResult,
} from '@psoas/sync';
import type { NewEntry } from '../storage/feed-storage.ts';
import { checkSignature } from './check-signature.ts';
import type { AllowedFeed, CheckedRequest } from './judge-request.ts';
import type { RelaySettings } from './relay-settings.ts';
import type { Done } from './take-records.ts';

/** The ids of the entries in a push, where they are entries. */
export function idsOf(entries: readonly Uint8Array[]): readonly string[] {
  return entries.flatMap((bytes) => {
    const frame = parseEntry(bytes);
    return frame.ok ? [frame.value.id] : [];
  });
}

/** [Y-21] Judges the entries of one push in their order. One that is refused does not hold up the others. */
export function takeEntries(
  request: CheckedRequest,
  entries: readonly Uint8Array[],
  {
    feed: { stored, state },
    settings,
  }: {
    readonly feed: AllowedFeed;
    readonly settings: RelaySettings;
  },
): Done {
  const { quota } = settings;
  const seqById = new Map(stored.seqById);
  const added: NewEntry[] = [];
  let { usage, head } = stored;
  const results = entries.map((bytes): PushResult => {
    const frame = parseEntry(bytes);
    if (!frame.ok)
      return { id: Buffer.from(bytes.subarray(0, 32)).toString('hex'), refused: frame.error.type };
    const { id } = frame.value;
    const known = seqById.get(id);
    if (known !== undefined) return { id, seq: known };
    const view = { feed: state, usage, quota, nowMillis: request.nowMillis, checkSignature };
    const accepted = acceptEntry(view, bytes);
    if (!accepted.ok) return { id, refused: accepted.error.type };
    head = headAfter(head, id);
    usage = { entries: usage.entries + 1, bytes: usage.bytes + bytes.length };
    added.push({ id, bytes, head });
    seqById.set(id, stored.last + added.length);
    return { id, seq: stored.last + added.length };
  });
  return {
    body: writePushAnswer({ results, nearlyFull: isNearlyFull(usage, quota) }),
    change: { entries: added },
  };
}
