import { isRecord } from '@psoas/kernel';
import { readReplyEvent, type ReplyEvent } from '@psoas/core/sharing';
import type { RandomBytes } from '@psoas/sync';
import type { SyncStorage } from '../adapters/sync-storage.ts';
import type { GuestMessage } from './guest-tasks.ts';

/** What this device keeps of its answers in one reply feed: the secret by which it may answer, and what was written. */
export type AnswerBook = { readonly secret: Uint8Array; readonly messages: readonly GuestMessage[] };

type Kept = Pick<SyncStorage, 'readKept' | 'writeKept' | 'removeKept'>;

/** The book of a reply feed; undefined where nothing was answered here, or what is kept cannot be read. */
export async function readAnswerBook(storage: Kept, replyFeedId: string): Promise<AnswerBook | undefined> {
  const kept = await storage.readKept(nameOf(replyFeedId));
  if (!isRecord(kept) || !(kept['secret'] instanceof Uint8Array) || kept['secret'].length !== 32) return undefined;
  const messages = Array.isArray(kept['messages']) ? kept['messages'].flatMap(readMessage) : [];
  return { secret: kept['secret'], messages };
}

/** The same, begun where there is none. The secret is on the disk before it is used. */
export async function openAnswerBook(storage: Kept, replyFeedId: string, random: RandomBytes): Promise<AnswerBook> {
  const found = await readAnswerBook(storage, replyFeedId);
  if (found !== undefined) return found;
  const fresh: AnswerBook = { secret: random(32), messages: [] };
  await writeAnswerBook(storage, replyFeedId, fresh);
  return fresh;
}

/** Keeps the book. */
export function writeAnswerBook(storage: Kept, replyFeedId: string, book: AnswerBook): Promise<void> {
  return storage.writeKept(nameOf(replyFeedId), book);
}

/** Removes the book, and with it the right to answer. */
export function removeAnswerBook(storage: Kept, replyFeedId: string): Promise<void> {
  return storage.removeKept(nameOf(replyFeedId));
}

/** Own messages with those that the relay has; whatever came back from there is sent. */
export function withSent(messages: readonly GuestMessage[], atRelay: readonly ReplyEvent[]): readonly GuestMessage[] {
  const byId = new Map([...messages, ...atRelay.map((event) => ({ event, isSent: true }))].map((message) => [message.event.id, message]));
  return [...byId.values()].toSorted((first, second) => first.event.atMillis - second.event.atMillis);
}

function readMessage(kept: unknown): readonly GuestMessage[] {
  if (!isRecord(kept)) return [];
  const event = readReplyEvent(kept['event']);
  return event.ok ? [{ event: event.value, isSent: kept['isSent'] === true }] : [];
}

function nameOf(replyFeedId: string): string {
  return `answers/${replyFeedId}`;
}
