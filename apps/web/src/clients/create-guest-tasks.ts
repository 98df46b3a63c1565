import { err, ok, type Result } from '@psoas/kernel';
import { foldShare, readReplyEvent, type ReplyEvent, type SharedView } from '@psoas/core/sharing';
import {
  addEvents,
  base64urlToBytes,
  bytesToBase64url,
  deriveMemberKeys,
  shareLinkToText,
  textToShareLink,
  type RandomBytes,
  type Replica,
  type ShareLink,
} from '@psoas/sync';
import { enterReplyFeed, enterSharedFeed, eventsOfReplica, syncReplica, type RelayPort, type SyncParts } from '@psoas/sync/client';
import type { SyncStorage } from '../adapters/sync-storage.ts';
import { openAnswerBook, readAnswerBook, removeAnswerBook, withSent, writeAnswerBook, type AnswerBook } from './answer-book.ts';
import { isOver, isPassing, type GuestFault } from './guest-fault.ts';
import type { Door, GuestMessage, GuestTasks, Look, Sight } from './guest-tasks.ts';
import { glanceOf } from './glance.ts';
import { withLatestParts } from './latest-parts.ts';

/** What the tasks need of the device. */
export type GuestTaskParts = {
  readonly storage: SyncStorage;
  readonly port: RelayPort;
  readonly nowMillis: () => number;
  readonly random: RandomBytes;
  /** Does one thing after the other, whichever tab asks: messages of one guest follow each other. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
};

/** Entries in one answer. */
const pullLimit = 500;

type Opened = { readonly door: Door; readonly link: ShareLink };

/** The tasks over storage and network. What is not kept lasts as long as the page. */
export function createGuestTasks(parts: GuestTaskParts): GuestTasks {
  const { storage, inTurn, random } = parts;
  const replicas = new Map<string, Replica>();
  const opened = async <Value>(door: Door, work: (open: Opened) => Promise<Value>, otherwise: (fault: GuestFault) => Value): Promise<Value> => {
    const link = textToShareLink(door.link);
    return link.ok ? work({ door, link: link.value }) : otherwise(link.error);
  };
  const sightFault = (fault: GuestFault): Look => ({ fault });
  const lookAt = async (open: Opened): Promise<Look> => {
    const known = await knownSight(parts, replicas, open);
    const shown = await pullShare(parts, replicas, open);
    if (!shown.ok) return isOver(shown.error) || known === undefined ? { fault: shown.error } : { sight: known, fault: shown.error };
    const view = foldShare(eventsOfReplica(shown.value));
    const answers = await pullAnswers(parts, open);
    if (!answers.ok) return { sight: { ...(known ?? noAnswers), view }, fault: answers.error };
    const { mayAnswer, messages } = answers.value;
    const sight = { view, messages, mayAnswer };
    if (!mayAnswer || messages.every(({ isSent }) => isSent)) return { sight };
    const sent = await sendWaiting(parts, open);
    return { sight: { ...sight, messages: sent.messages }, ...(sent.fault && { fault: sent.fault }) };
  };
  return {
    unlock: ({ text, passphrase }) => {
      const link = textToShareLink(text, passphrase);
      return Promise.resolve(link.ok ? ok(shareLinkToText(link.value)) : link);
    },
    known: (door) => opened(door, (open) => knownSight(parts, replicas, open), () => undefined),
    look: (door) => opened(door, (open) => inTurn(() => lookAt(open)), sightFault),
    write: (door, event) =>
      opened(
        door,
        (open) =>
          inTurn(async () => {
            const { replyFeedId } = open.link;
            const book = await bookOf(parts, open);
            await writeAnswerBook(storage, replyFeedId, { ...book, messages: [...book.messages, { event, isSent: false }] });
            const sent = await sendWaiting(parts, open);
            if (sent.fault !== undefined && !isPassing(sent.fault)) {
              const messages = sent.messages.filter((message) => message.event.id !== event.id);
              await writeAnswerBook(storage, replyFeedId, { ...book, messages });
            }
            const known = await knownSight(parts, replicas, open);
            return { ...(known && { sight: known }), ...(sent.fault && { fault: sent.fault }) };
          }),
        sightFault,
      ),
    glance: (door) =>
      opened<Result<SharedView, GuestFault>>(
        door,
        async (open) => {
          const shown = await pullShare(parts, replicas, open);
          return shown.ok ? ok(glanceOf(foldShare(eventsOfReplica(shown.value)))) : shown;
        },
        err,
      ),
    guestSecret: (text) =>
      inTurn(async () => {
        const link = textToShareLink(text);
        if (!link.ok) throw new Error(`not an open link: ${link.error.type}`);
        return bytesToBase64url((await openAnswerBook(storage, link.value.replyFeedId, random)).secret);
      }),
    forget: (text) =>
      inTurn(async () => {
        const link = textToShareLink(text);
        if (!link.ok) return;
        await dropShare(parts, replicas, link.value);
        await removeAnswerBook(storage, link.value.replyFeedId);
      }),
  };
}

const noAnswers: Pick<Sight, 'messages' | 'mayAnswer'> = { messages: [], mayAnswer: true };

type Replicas = Map<string, Replica>;

async function replicaOf({ storage }: GuestTaskParts, replicas: Replicas, { door, link }: Opened): Promise<Replica | undefined> {
  const { shareFeedId } = link;
  return replicas.get(shareFeedId) ?? (door.keeps ? storage.readReplica(shareFeedId) : undefined);
}

async function knownSight(parts: GuestTaskParts, replicas: Replicas, open: Opened): Promise<Sight | undefined> {
  const replica = await replicaOf(parts, replicas, open);
  if (replica === undefined) return undefined;
  const book = await readAnswerBook(parts.storage, open.link.replyFeedId);
  return { view: foldShare(eventsOfReplica(replica)), messages: book?.messages ?? [], mayAnswer: true };
}

async function pullShare(parts: GuestTaskParts, replicas: Replicas, open: Opened): Promise<Result<Replica, GuestFault>> {
  const { door, link } = open;
  const known = await replicaOf(parts, replicas, open);
  const entered = known === undefined ? await enterSharedFeed(parts, link) : ok(known);
  if (!entered.ok) return over(parts, replicas, { link, fault: entered.error });
  const { replica, fault } = await syncReplica(entered.value, talk(parts));
  if (fault !== undefined) return over(parts, replicas, { link, fault });
  if (replica.feed.isErased) return over(parts, replicas, { link, fault: { type: 'erased' } });
  const kept = withLatestParts(replica);
  replicas.set(link.shareFeedId, kept);
  if (door.keeps) await parts.storage.writeReplica(kept);
  return ok(kept);
}

// Whoever ends a share wants it seen no longer: what this device held goes.
async function over(parts: GuestTaskParts, replicas: Replicas, { link, fault }: { readonly link: ShareLink; readonly fault: GuestFault }): Promise<Result<never, GuestFault>> {
  if (isOver(fault)) await dropShare(parts, replicas, link);
  return err(fault);
}

async function dropShare({ storage }: GuestTaskParts, replicas: Replicas, { shareFeedId }: ShareLink): Promise<void> {
  replicas.delete(shareFeedId);
  await storage.removeReplica(shareFeedId);
}

type Answers = Pick<Sight, 'messages' | 'mayAnswer'>;

// Read as the holder of the link: nobody joins before the first answer.
async function pullAnswers(parts: GuestTaskParts, { door, link }: Opened): Promise<Result<Answers, GuestFault>> {
  const { storage } = parts;
  const entered = await enterSharedFeed(parts, { ...link, shareFeedId: link.replyFeedId });
  if (!entered.ok) return entered;
  const book = await readAnswerBook(storage, link.replyFeedId);
  const secret = secretOf(door) ?? book?.secret;
  const guest = [...entered.value.feed.members.values()].find(({ invitedBy }) => invitedBy !== undefined);
  const messages = book?.messages ?? [];
  if (guest === undefined) return ok({ messages, mayAnswer: true });
  if (secret === undefined || guest.key !== guestKey(secret, link)) return ok({ messages, mayAnswer: false });
  const { replica, fault } = await syncReplica(entered.value, talk(parts));
  if (fault !== undefined) return err(fault);
  const merged = withSent(messages, repliesIn(replica));
  await writeAnswerBook(storage, link.replyFeedId, { secret, messages: merged });
  return ok({ messages: merged, mayAnswer: true });
}

type Sent = { readonly messages: readonly GuestMessage[]; readonly fault?: GuestFault };

/** [Y-18] Joins where that has not been done, and sends what the relay does not have. Pulled first, so that own entries follow each other. */
async function sendWaiting(parts: GuestTaskParts, open: Opened): Promise<Sent> {
  const { link } = open;
  const { storage, random } = parts;
  const book = await bookOf(parts, open);
  const keep = async (messages: readonly GuestMessage[], fault?: GuestFault): Promise<Sent> => {
    await writeAnswerBook(storage, link.replyFeedId, { ...book, messages });
    return { messages, ...(fault && { fault }) };
  };
  const entered = await enterReplyFeed(parts, link, book.secret);
  if (!entered.ok) return { messages: book.messages, fault: entered.error };
  const before = await syncReplica(entered.value, talk(parts));
  if (before.fault !== undefined) return { messages: book.messages, fault: before.fault };
  const atRelay = withSent(book.messages, repliesIn(before.replica));
  const waiting = atRelay.filter(({ isSent }) => !isSent).map(({ event }) => ({ event, atMillis: event.atMillis }));
  const outcome = await syncReplica(addEvents(before.replica, waiting, random).replica, talk(parts));
  const unsent = new Set(outcome.replica.waiting.filter(({ isStored }) => !isStored).map(({ entry }) => entry.event.id));
  const messages = withSent(atRelay, repliesIn(outcome.replica).filter(({ id }) => !unsent.has(id)));
  const [refused] = outcome.refused;
  const fault: GuestFault | undefined = outcome.fault ?? (refused === undefined ? undefined : { type: 'refused', refused: refused.refused, status: 200 });
  return keep(messages, fault);
}

async function bookOf({ storage, random }: GuestTaskParts, { door, link }: Opened): Promise<AnswerBook> {
  const secret = secretOf(door);
  if (secret === undefined) return openAnswerBook(storage, link.replyFeedId, random);
  const found = await readAnswerBook(storage, link.replyFeedId);
  return { secret, messages: found?.messages ?? [] };
}

function secretOf({ guestSecret }: Door): Uint8Array | undefined {
  const bytes = guestSecret === undefined ? undefined : base64urlToBytes(guestSecret);
  return bytes?.ok === true && bytes.value.length === 32 ? bytes.value : undefined;
}

function guestKey(secret: Uint8Array, { replyFeedId }: ShareLink): string {
  return deriveMemberKeys(secret, replyFeedId).signing.publicKey;
}

function repliesIn(replica: Replica): readonly ReplyEvent[] {
  return eventsOfReplica(replica).flatMap((event) => {
    const read = readReplyEvent(event);
    return read.ok ? [read.value] : [];
  });
}

function talk({ port, nowMillis, random }: GuestTaskParts): SyncParts {
  return { port, nowMillis, random, pullLimit, onStep: () => Promise.resolve() };
}
