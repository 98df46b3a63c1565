import { useEffect, useState } from 'preact/hooks';
import { openSyncStorage, type SyncStorage } from '../adapters/sync-storage.ts';
import { useServices } from '../app/services.ts';
import { readGlances, removeGlance, writeGlances, type ClientGlance, type GlanceByClient } from './glance-store.ts';
import { lookAtClients, type Client } from './look-at-clients.ts';
import { openGuest } from './open-guest.ts';

/** The last glances at all clients, and a round of new looks in the background. */
export type Glances = {
  /** Undefined until what was seen last has been read. */
  readonly byClient: GlanceByClient | undefined;
  /** While a round is under way. */
  readonly progress: { readonly done: number; readonly all: number } | undefined;
  readonly lookAgain: () => void;
};

let opened: Promise<SyncStorage> | undefined;

function storageOfPage(): Promise<SyncStorage> {
  opened ??= openSyncStorage();
  return opened;
}

/** Forgets what was seen last of a client. */
export async function forgetGlance(client: string): Promise<void> {
  await removeGlance(await storageOfPage(), client);
}

/** Whoever was looked at within two minutes is not asked for again by opening the list once more. */
const freshMillis = 120_000;
/** So many new glances are drawn at once, so that a long list is not drawn two hundred times. */
const drawnAtOnce = 10;

/** [SH-16] Draws from what was seen last, at once, and then looks for news. */
export function useGlances(clients: readonly Client[] | undefined): Glances {
  const { clock } = useServices();
  const [byClient, setByClient] = useState<GlanceByClient>();
  const [progress, setProgress] = useState<Glances['progress']>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isGone = false;
    storageOfPage()
      .then(readGlances)
      .catch((): GlanceByClient => new Map())
      .then((kept) => (isGone ? undefined : setByClient(kept)))
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, []);
  const isReady = clients !== undefined && byClient !== undefined;
  useEffect(() => {
    if (!isReady) return undefined;
    const gone = new AbortController();
    const isDue = (glance: ClientGlance | undefined): boolean => asked > 0 || glance === undefined || clock.nowMillis() - glance.lookedAtMillis > freshMillis;
    const due = clients.filter(({ client, archived }) => !archived && isDue(byClient.get(client)));
    if (due.length > 0) void round(due, { before: byClient, signal: gone.signal });
    return () => gone.abort();
  }, [isReady, asked]);
  const round = async (due: readonly Client[], { before, signal }: { readonly before: GlanceByClient; readonly signal: AbortSignal }): Promise<void> => {
    // Who was removed is forgotten here too.
    const next = new Map([...before].filter(([client]) => clients?.some((each) => each.client === client)));
    let done = 0;
    const draw = (): void => {
      setByClient(new Map(next));
      setProgress({ done, all: due.length });
    };
    const tasks = await openGuest(clock).catch(() => undefined);
    if (tasks === undefined || signal.aborted) return;
    setProgress({ done, all: due.length });
    const parts = { glance: tasks.glance, origin: window.location.origin, nowMillis: clock.nowMillis, wait, signal };
    await lookAtClients(
      due,
      parts,
      (client, glance) => {
        next.set(client, glance);
        done += 1;
        if (done % drawnAtOnce === 0) draw();
      },
      before,
    );
    if (!signal.aborted) {
      draw();
      setProgress(undefined);
    }
    // Kept or not: the next time looks again.
    await storageOfPage()
      .then((storage) => writeGlances(storage, next))
      .catch(() => undefined);
  };
  return { byClient, progress, lookAgain: () => setAsked((count) => count + 1) };
}

function wait(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
