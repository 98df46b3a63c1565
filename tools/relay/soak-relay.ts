import {
  createDeviceId,
  createReplica,
  createRootSecret,
  createShare,
  deriveDeviceSecret,
  deriveMemberKeys,
  deriveShareKeys,
  writePullBody,
  writeReadLogBody,
  writeRecords,
  type MemberKeys,
  type Replica,
} from '@psoas/sync';
import {
  createHousehold,
  newReplica,
  post,
  postRecords,
  pushOnce,
  random,
  reader,
  sign,
  unwrap,
  withEvent,
  writer,
  type Household,
  type HttpAnswer,
} from '../../apps/relay/src/testing/household.ts';

/** A feed in the mix: who owns it, who writes, who reads. */
type SoakFeed = { readonly home: Household; readonly readers: MemberKeys; readonly replica: Replica };

/** What is done to a relay, and how often each was done. */
export type SoakCounts = { append: number; read: number; readLog: number; share: number; erase: number };

/** A relay's people: one step of theirs at a time. */
export type SoakMix = { readonly counts: SoakCounts; readonly step: () => Promise<void> };

/** Feeds that live at the same time: as many as are begun are erased, so that nothing has a reason to grow. */
const liveFeeds = 20;

/** A mix of appends, reads, looks at who has read, new shares and erasures; `chance` gives numbers from 0 to 1. */
export async function createSoakMix(address: string, nowMillis: () => number, chance: () => number): Promise<SoakMix> {
  const counts: SoakCounts = { append: 0, read: 0, readLog: 0, share: 0, erase: 0 };
  const feeds: SoakFeed[] = [];
  let [events, begun] = [0, 0];
  const begin = async (): Promise<void> => {
    begun += 1;
    const isShare = begun % 2 === 0;
    const feed = isShare ? shareFeed(address, nowMillis) : diaryFeed(address, nowMillis);
    expectOk(await postRecords(feed.home, feed.home.records));
    feeds.push(feed);
    if (isShare) counts.share += 1;
  };
  for (let made = 0; made < liveFeeds; made += 1) await begin();
  const step = async (): Promise<void> => {
    const at = Math.floor(chance() * feeds.length);
    const feed = feeds[at];
    if (feed === undefined) return;
    const what = chance();
    if (what < 0.55) {
      events += 1;
      const { replica } = await pushOnce(feed.home, withEvent(feed.replica, `event-${events}`, nowMillis()));
      feeds[at] = { ...feed, replica };
      counts.append += 1;
    } else if (what < 0.85) {
      const after = Math.floor(chance() * feed.replica.entries.size);
      await ask(feed.home, 'pull', feed.readers.signing, writePullBody({ after, recordsAfter: 0, limit: 100 }));
      counts.read += 1;
    } else if (what < 0.95) {
      await ask(feed.home, 'read-log', feed.home.keys.owner, writeReadLogBody(0));
      counts.readLog += 1;
    } else {
      expectOk(await postRecords(feed.home, writeRecords(feed.home.keys, feed.replica.feed, [{ kind: 'erase' }], nowMillis())));
      feeds.splice(at, 1);
      counts.erase += 1;
      await begin();
    }
  };
  return { counts, step };
}

function diaryFeed(address: string, nowMillis: () => number): SoakFeed {
  const home = createHousehold(address, [writer, reader], nowMillis);
  const [writing, reading] = home.members;
  if (writing === undefined || reading === undefined) throw new Error('The feed needs a writer and a reader.');
  return { home, readers: reading.keys, replica: newReplica(home, writing) };
}

function shareFeed(address: string, nowMillis: () => number): SoakFeed {
  const root = createRootSecret(random);
  const shareId = Buffer.from(random(16)).toString('hex');
  const deviceId = createDeviceId(random);
  const deviceSecret = deriveDeviceSecret(root, deviceId);
  const { share: keys } = deriveShareKeys(root, shareId);
  const { share: records, link } = createShare({ root, shareId, deviceId, deviceSecret, atMillis: nowMillis(), expiresAtMillis: 0 }, random);
  const replica = unwrap(createReplica(deriveMemberKeys(deviceSecret, keys.feedId), records));
  return { home: { address, keys, records, members: [], nowMillis }, readers: deriveMemberKeys(link.linkSecret, keys.feedId), replica };
}

async function ask(home: Household, action: 'pull' | 'read-log', signer: MemberKeys['signing'], body: string): Promise<void> {
  expectOk(await post(sign(home, action, { signer, body })));
}

function expectOk({ status, text }: HttpAnswer): void {
  if (status !== 200) throw new Error(`The relay answered ${status}: ${text}`);
}
