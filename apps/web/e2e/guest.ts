import { createReplyEvent, foldShare, type ReplyDataByKind, type ReplyKind, type SharedView } from '@psoas/core/sharing';
import { parseLocalDate } from '@psoas/kernel';
import { addEvent, textToShareLink } from '@psoas/sync';
import { enterReplyFeed, enterSharedFeed, eventsOfReplica, type SyncParts } from '@psoas/sync/client';
import { portTo, synced, valueOf } from './relay-talk.ts';
import { testDayMillis } from './test-clock.ts';

/** A physiotherapist with a link and nothing else of psoas but its format. */
export type Guest = {
  /** What the link shows now. */
  readonly read: () => Promise<SharedView>;
  readonly write: <Kind extends ReplyKind>(kind: Kind, data: ReplyDataByKind[Kind]) => Promise<void>;
  /** What the relay says to a reader: `ok`, or the name of its refusal. */
  readonly knock: () => Promise<string>;
};

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** Opens a link as somebody else does, over the network. */
export function createGuest(address: string, passphrase?: string): Guest {
  const { origin, hash } = new URL(address);
  const link = valueOf(textToShareLink(hash.slice(1), passphrase));
  const startedAt = Date.now();
  const parts: SyncParts = {
    port: portTo(origin),
    nowMillis: () => testDayMillis + Date.now() - startedAt,
    random,
    pullLimit: 100,
    onStep: () => Promise.resolve(),
  };
  const secret = random(32);
  let written = 0;
  return {
    read: async () => foldShare(eventsOfReplica(await synced(valueOf(await enterSharedFeed(parts, link)), parts))),
    write: async (kind, data) => {
      const reply = await synced(valueOf(await enterReplyFeed(parts, link, secret)), parts);
      written += 1;
      const event = createReplyEvent(kind, data, { id: `reply-${written}`, atMillis: parts.nowMillis() + written, day: valueOf(parseLocalDate('2026-11-21')) });
      await synced(valueOf(addEvent(reply, { ...event }, { nowMillis: parts.nowMillis(), random })), parts);
    },
    knock: async () => {
      const entered = await enterSharedFeed(parts, link);
      if (entered.ok) return 'ok';
      return entered.error.type === 'refused' ? entered.error.refused : entered.error.type;
    },
  };
}
