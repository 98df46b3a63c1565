import { err, ok, type Result } from '@psoas/kernel';
import type { KeptClient } from '@psoas/core/diary';
import { clientStanding, foldShare, type ClientStanding, type SharedView } from '@psoas/core/sharing';
import { deriveMemberKeys, type Replica } from '@psoas/sync';
import { enterSharedFeed, eventsOfReplica, syncReplica, type FeedFault } from '@psoas/sync/client';
import type { TalkFault } from '../sync/fault-text.ts';
import { explainFault } from '../sync/fault-text.ts';
import { partsOf } from '../sync/sync-desk.ts';
import type { ClientDesk } from './client-desk.ts';
import { readKeptLink, type OpenLink } from './client-link.ts';

/** A client with what is known of them. `fault`: why there is nothing newer. */
export type FetchedClient = {
  readonly kept: KeptClient;
  readonly label: string;
  readonly view: SharedView;
  readonly standing: ClientStanding;
  readonly relay: string;
  readonly fault?: TalkFault | { readonly type: 'link-damaged' };
};

/** So many clients are fetched at the same time; more would only wait at the relay. */
const atOnce = 8;

/** What each client shares, with what is new at their relays unless `isOffline`. */
export async function fetchClients(desk: ClientDesk, clients: readonly KeptClient[], isOffline: boolean): Promise<readonly FetchedClient[]> {
  const fetched = new Map<string, FetchedClient>();
  const queue = [...clients];
  const work = async (): Promise<void> => {
    for (let kept = queue.shift(); kept !== undefined; kept = queue.shift()) fetched.set(kept.client, await fetchClient(desk, kept, isOffline));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return clients.flatMap(({ client }) => fetched.get(client) ?? []);
}

/** What one client shares. Without a relay, or without its answer, what was known before. */
export async function fetchClient(desk: ClientDesk, kept: KeptClient, isOffline: boolean): Promise<FetchedClient> {
  const open = readKeptLink(kept.link);
  if (!open.ok) return fetchedOf(desk, kept, { relay: '', fault: { type: 'link-damaged' } });
  const { link, relay } = open.value;
  const known = await desk.store.load(deriveMemberKeys(link.linkSecret, link.shareFeedId));
  if (isOffline) return fetchedOf(desk, kept, { relay, replica: known });
  const read = await readShare(desk, open.value, known);
  if (read.ok) return fetchedOf(desk, kept, { relay, replica: read.value });
  const fault = await explainFault(read.error, desk.io.connectRelay(relay));
  return fetchedOf(desk, kept, { relay, replica: known, fault });
}

/** Reads a share by its link, from where it was read to before. */
export async function readShare(desk: ClientDesk, { link, relay }: OpenLink, known: Replica | undefined): Promise<Result<Replica, FeedFault>> {
  const parts = partsOf(desk, relay);
  const entered = known === undefined ? await enterSharedFeed(parts, link) : ok(known);
  if (!entered.ok) return entered;
  const { replica, fault } = await syncReplica(entered.value, parts);
  return fault === undefined ? ok(replica) : err(fault);
}

/** Names of refusals that say: this share is over. */
const overRefusals: ReadonlySet<string> = new Set(['revoked', 'expired', 'feed-ended', 'no-right', 'no-such-feed']);

/** Whether a fault says that a share is over. */
export function isOver(fault: FetchedClient['fault']): boolean {
  return fault?.type === 'erased' || (fault?.type === 'refused' && overRefusals.has(fault.refused));
}

function fetchedOf(
  { io }: ClientDesk,
  kept: KeptClient,
  { replica, relay, fault }: { readonly replica?: Replica | undefined; readonly relay: string; readonly fault?: FetchedClient['fault'] },
): FetchedClient {
  const view = foldShare(replica === undefined ? [] : eventsOfReplica(replica));
  const standing = clientStanding(view, io.clock.today());
  const isEnded = isOver(fault) && standing.status !== 'ended';
  return {
    kept,
    label: kept.label,
    view,
    relay,
    standing: isEnded ? { ...standing, status: 'ended' } : standing,
    ...(fault !== undefined && { fault }),
  };
}
