import { createReplyEvent, foldShare, type ReplyDataByKind, type ReplyKind, type SharedView } from '@psoas/core/sharing';
import { parseLocalDate, type Result } from '@psoas/kernel';
import { addEvent, textToShareLink, type Replica } from '@psoas/sync';
import { enterReplyFeed, enterSharedFeed, eventsOfReplica, syncReplica, type RelayPort, type SyncParts } from '@psoas/sync/client';
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
    port: createPort(origin),
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

function createPort(origin: string): RelayPort {
  const send = async (path: string, init?: RequestInit) => {
    const response = await fetch(origin + path, init);
    return { status: response.status, body: await response.text() };
  };
  return {
    origin,
    get: (path) => send(path),
    post: ({ path, authorization, body }) => send(path, { method: 'POST', body, headers: { authorization, 'content-type': 'application/json' } }),
  };
}

async function synced(replica: Replica, parts: SyncParts): Promise<Replica> {
  const outcome = await syncReplica(replica, parts);
  if (outcome.fault !== undefined || outcome.refused.length > 0) throw new Error(JSON.stringify([outcome.fault, outcome.refused]));
  return outcome.replica;
}

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
