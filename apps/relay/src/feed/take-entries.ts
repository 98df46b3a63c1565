import {
  acceptFrame,
  headAfter,
  isEntrySigned,
  isNearlyFull,
  mayRequest,
  parseEntry,
  writePushAnswer,
  type PushResult,
} from '@psoas/sync';
import type { NewEntry } from '../storage/feed-storage.ts';
import { checkAside, checkSignature } from './check-signature.ts';
import type { AllowedFeed, CheckedRequest } from './judge-request.ts';
import type { RelaySettings } from './relay-settings.ts';
import type { Done } from './take-records.ts';

/** An entry as it was pushed, taken apart. */
export type PushedEntry = {
  readonly bytes: Uint8Array;
  readonly frame: ReturnType<typeof parseEntry>;
  /** Whether its signature is right; undefined where nobody looked yet. */
  readonly isSigned: boolean | undefined;
};

/**
 * Takes the entries of a push apart, and checks their signatures before the feed is held, so that others need not wait
 * for that. Only for a signer who may push by what is known: a stranger gets no work out of a relay. Where nothing is
 * known, the judge checks them.
 */
export async function proveEntries(
  { knownChain, signerKey, nowMillis }: CheckedRequest,
  entries: readonly Uint8Array[],
): Promise<readonly PushedEntry[]> {
  const mayPush = knownChain !== undefined && mayRequest(knownChain.state, signerKey, 'push', nowMillis).ok;
  return Promise.all(
    entries.map(async (bytes): Promise<PushedEntry> => {
      const frame = parseEntry(bytes);
      if (!frame.ok || !mayPush) return { bytes, frame, isSigned: undefined };
      const { isSigned } = await checkAside((check) => isEntrySigned(frame.value, check));
      return { bytes, frame, isSigned };
    }),
  );
}

/** The ids of the entries in a push, where they are entries. */
export function idsOf(pushed: readonly PushedEntry[]): readonly string[] {
  return pushed.flatMap(({ frame }) => (frame.ok ? [frame.value.id] : []));
}

/** [Y-21] Judges the entries of one push in their order. One that is refused does not hold up the others. */
export function takeEntries(
  request: CheckedRequest,
  pushed: readonly PushedEntry[],
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
  const results = pushed.map(({ bytes, frame, isSigned }): PushResult => {
    if (!frame.ok)
      return { id: Buffer.from(bytes.subarray(0, 32)).toString('hex'), refused: frame.error.type };
    const { id } = frame.value;
    const known = seqById.get(id);
    if (known !== undefined) return { id, seq: known };
    const check = isSigned === undefined ? checkSignature : () => isSigned;
    const view = { feed: state, usage, quota, nowMillis: request.nowMillis, checkSignature: check };
    const accepted = acceptFrame(view, frame.value);
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
