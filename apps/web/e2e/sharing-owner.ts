import { createSharedEvent, foldReplies, sharedPartsOf, sharePartIds, type Replies, type SharePartId } from '@psoas/core/sharing';
import { foldDiary } from '@psoas/core/diary';
import { parseLocalDate, type LocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { addEvents, createDeviceId, createRootSecret, shareLinkToSealedText, shareLinkToText, type Replica, type SealedEvent, type ShareLink } from '@psoas/sync';
import { createShareId, enterShare, eventsOfReplica, openShare, revokeShare, type OwnShare, type SyncParts } from '@psoas/sync/client';
import { portTo, synced, valueOf } from './relay-talk.ts';
import type { SampleEvent } from './sample-diary.ts';
import { testDayMillis } from './test-clock.ts';

/** A person who shares, with nothing of psoas but its packages: for the side of whoever opens the link. */
export type SharingOwner = {
  /** The link as it is given away. */
  readonly address: (passphrase?: string) => string;
  /** Shows how a diary stands. */
  readonly show: (events: readonly SampleEvent[], choice?: { readonly callMe?: string; readonly parts?: readonly SharePartId[] }) => Promise<void>;
  /** Writes whatever it is told to into the share, as somebody would who means harm. */
  readonly showAnything: (events: readonly SealedEvent[]) => Promise<void>;
  readonly replies: () => Promise<Replies>;
  readonly end: () => Promise<void>;
};

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const sliceLength = 250;

export const testDay = dayOf('2026-11-21');

/** Begins a share at the relay of an address. `endsInMillis`: 0 for no end. */
export async function createSharingOwner(origin: string, endsInMillis = 0): Promise<SharingOwner> {
  const startedAt = Date.now();
  const nowMillis = (): number => testDayMillis + Date.now() - startedAt;
  const parts: SyncParts = { port: portTo(origin), nowMillis, random, pullLimit: 100, onStep: () => Promise.resolve() };
  const identity = { kind: 'root', deviceId: createDeviceId(random), root: createRootSecret(random) } as const;
  const own: OwnShare = { identity, shareId: createShareId(random) };
  const link: ShareLink = valueOf(await openShare(parts, own, endsInMillis === 0 ? 0 : nowMillis() + endsInMillis));
  let feed = valueOf(await enterShare(parts, own, 'share'));
  let written = 0;
  const reply = async (): Promise<Replica> => synced(valueOf(await enterShare(parts, own, 'reply')), parts);
  const write = async (events: readonly SealedEvent[]): Promise<void> => {
    feed = await synced(addEvents(feed, events.map((event) => ({ event, atMillis: nowMillis() })), random).replica, parts);
  };
  return {
    address: (passphrase) => `${origin}/shared#${passphrase === undefined ? shareLinkToText(link) : shareLinkToSealedText(link, passphrase, random)}`,
    show: async (events, { callMe = 'Kim', parts: chosen = sharePartIds } = {}) => {
      const state = foldDiary(events);
      const made = sharedPartsOf(state, { catalogue, today: testDay, firstWeekday: 1, choice: { parts: chosen, callMe, share: own.shareId } });
      await write(
        made.map((part) => {
          written += 1;
          return { ...createSharedEvent(part, { id: `part-${written}`, atMillis: nowMillis() + written, day: testDay }) };
        }),
      );
    },
    // Sealing holds this process up; in slices the connection does not go stale over it.
    showAnything: async (events) => {
      for (let from = 0; from < events.length; from += sliceLength) await write(events.slice(from, from + sliceLength));
    },
    replies: async () => foldReplies(eventsOfReplica(await reply()), []),
    end: async () => void valueOf(await revokeShare(parts, own, await reply())),
  };
}

function dayOf(text: string): LocalDate {
  return valueOf(parseLocalDate(text));
}
