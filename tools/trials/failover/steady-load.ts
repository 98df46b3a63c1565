import { setTimeout as wait } from 'node:timers/promises';
import { beginFeed, seqOf, type FeedLoad } from '../../../apps/relay/src/testing/feed-load.ts';
import { openKeepAlive, type KeepAliveClient } from '../../../apps/relay/src/testing/keep-alive-client.ts';
import { createPushes, resign, type LoadPush } from '../../../apps/relay/src/testing/signed-load.ts';
import type { TestMember } from '../../../apps/relay/src/testing/household.ts';

/** Devices that push one entry after the other and ask again until each is confirmed, as devices do. */
export type SteadyLoad = {
  readonly feeds: readonly FeedLoad[];
  /** When entries were confirmed, in milliseconds of `performance.now`, in their order. */
  readonly confirmedAt: readonly number[];
  /** How often a push had to be asked again. */
  readonly askedAgain: () => number;
  /** Lets each device finish its entry, where that is possible; what is not confirmed then is noted in its feed. */
  readonly stop: () => Promise<void>;
};

const feedCount = 4;
const writersForEachFeed = 4;
const pushesAtOnce = 20;

/** A device asks again after so many milliseconds, and gives up waiting for an answer after so many. */
const again = { waitMillis: 50, giveUpMillis: 15_000 } as const;

/** How long devices that are told to stop still ask for what is not confirmed, in milliseconds. */
const stopMillis = 20_000;

/** Begins feeds at a relay, and pushes to them until it is told to stop. */
export async function startSteadyLoad(address: string): Promise<SteadyLoad> {
  const homes = await Promise.all(Array.from({ length: feedCount }, () => beginFeed(address, writersForEachFeed)));
  const feeds = homes.map((home): FeedLoad => ({ home, seqById: new Map(), unanswered: [] }));
  const confirmedAt: number[] = [];
  let askedAgain = 0;
  let stopAt = Number.POSITIVE_INFINITY;
  const isStopping = (): boolean => stopAt < Number.POSITIVE_INFINITY;
  const confirm = async (load: FeedLoad, push: LoadPush, client: KeepAliveClient): Promise<KeepAliveClient> => {
    let [request, connection]: [Parameters<KeepAliveClient['post']>[0], KeepAliveClient] = [push, client];
    for (;;) {
      try {
        const { text } = await connection.post(request, again.giveUpMillis);
        load.seqById.set(push.entryId, seqOf(text));
        confirmedAt.push(performance.now());
        return connection;
      } catch {
        askedAgain += 1;
        connection.close();
        if (performance.now() > stopAt) {
          load.unanswered.push(push);
          return connection;
        }
        await wait(again.waitMillis);
        connection = openKeepAlive(address);
        request = resign(load.home, push);
      }
    }
  };
  const work = async (load: FeedLoad, member: TestMember): Promise<void> => {
    let client = openKeepAlive(address);
    while (!isStopping())
      for (const push of createPushes(load.home, member, pushesAtOnce))
        if (!isStopping()) client = await confirm(load, push, client);
    client.close();
  };
  const working = feeds.flatMap((load) => load.home.members.map((member) => work(load, member)));
  const stop = async (): Promise<void> => {
    stopAt = performance.now() + stopMillis;
    await Promise.all(working);
  };
  return { feeds, confirmedAt, askedAgain: () => askedAgain, stop };
}
