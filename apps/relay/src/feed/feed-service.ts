import { err, ok, type Result } from '@psoas/kernel';
import {
  isReadLogged,
  parsePullBody,
  parsePushBody,
  parseReadLogBody,
  parseRecordBody,
  publicKeyToFeedId,
  writePullAnswer,
  writeReadLogAnswer,
  type LoggedRead,
  type PullBody,
} from '@psoas/sync';
import type { StoredFeed } from '../storage/feed-storage.ts';
import { ChainCache } from './chain-cache.ts';
import {
  allow,
  identify,
  type AllowedFeed,
  type CheckedRequest,
  type FeedRequest,
  type Surroundings,
} from './judge-request.ts';
import { strangerRefusal, type RelayRefusal } from './relay-refusal.ts';
import { pageByteLimit, type RelaySettings } from './relay-settings.ts';
import { idsOf, proveEntries, takeEntries } from './take-entries.ts';
import { onlyTakesAway, takeRecords, type Done } from './take-records.ts';
import { growthOf } from './total-limit.ts';

/** The text of the answer, or why there is none. */
export type FeedAnswer = Result<string, RelayRefusal>;

/** Answers requests to feeds. The rules are those of `@psoas/sync`; here they meet storage and limits. */
export type FeedService = (request: FeedRequest) => Promise<FeedAnswer>;

const readLogLimit = 1000;

/** The relay without HTTP. */
export function createFeedService(settings: RelaySettings): FeedService {
  const surroundings = { settings, chains: new ChainCache() };
  return async (request) => {
    const checked = await identify(request, surroundings);
    if (!checked.ok) return checked;
    switch (request.action) {
      case 'record':
        return answerRecord(checked.value, surroundings);
      case 'push':
        return answerPush(checked.value, surroundings);
      case 'pull':
        return answerPull(checked.value, surroundings);
      case 'read-log':
        return answerReadLog(checked.value, surroundings);
    }
  };
}

async function answerRecord(request: CheckedRequest, surroundings: Surroundings): Promise<FeedAnswer> {
  const { settings } = surroundings;
  const records = parseRecordBody(request.body);
  if (!records.ok) return records;
  return decide(request, surroundings, (stored) => {
    if (stored === undefined) {
      const refusal = findBeginRefusal(request, settings);
      if (refusal !== undefined) return err(refusal);
      const before = { stored, state: undefined };
      return takeRecords(request, records.value, { before, settings });
    }
    const allowed = allow(request, stored, surroundings);
    return allowed.ok ? takeRecords(request, records.value, { before: allowed.value, settings }) : allowed;
  });
}

// [RE-02, RE-05] Only the owner begins a feed, and from one address only so many.
function findBeginRefusal(
  { signerKey, feedId, addressKey }: CheckedRequest,
  { newFeedLimit }: RelaySettings,
): RelayRefusal | undefined {
  if (publicKeyToFeedId(signerKey) !== feedId) return strangerRefusal;
  const waitMillis = newFeedLimit(addressKey);
  return waitMillis > 0 ? { type: 'too-many-requests', rule: 'RE-05', waitMillis } : undefined;
}

async function answerPush(request: CheckedRequest, surroundings: Surroundings): Promise<FeedAnswer> {
  const entries = parsePushBody(request.body);
  if (!entries.ok) return entries;
  const pushed = await proveEntries(request, entries.value);
  const judge = (feed: AllowedFeed): Done =>
    takeEntries(request, pushed, { feed, settings: surroundings.settings });
  return decideAllowed(request, surroundings, { entryIds: idsOf(pushed), judge });
}

async function answerPull(request: CheckedRequest, surroundings: Surroundings): Promise<FeedAnswer> {
  const parsed = parsePullBody(request.body);
  if (!parsed.ok) return parsed;
  let isLogged = false;
  const allowed = await decideAllowed(request, surroundings, {
    judge: ({ state }) => {
      isLogged = isReadLogged(state, request.signerKey);
      return { body: '', change: {} };
    },
  });
  return allowed.ok ? ok(await readPage(request, parsed.value, { isLogged, surroundings })) : allowed;
}

type PageWork = { readonly isLogged: boolean; readonly surroundings: Surroundings };

async function readPage(
  { feedId, signerKey, nowMillis }: CheckedRequest,
  { after, recordsAfter, limit }: PullBody,
  { isLogged, surroundings }: PageWork,
): Promise<string> {
  const { storage } = surroundings.settings;
  const page = await storage.readPage({ feedId, after, recordsAfter, limit, byteLimit: pageByteLimit });
  const count = page.entries.length;
  const read: LoggedRead = { at: nowMillis, key: signerKey, from: after + 1, to: after + count };
  // [Y-30] It is written down before it is answered, and not into a feed that was erased meanwhile.
  if (isLogged && count > 0) await storage.addRead(feedId, read);
  return writePullAnswer({ after, ...page });
}

async function answerReadLog(request: CheckedRequest, surroundings: Surroundings): Promise<FeedAnswer> {
  const after = parseReadLogBody(request.body);
  if (!after.ok) return after;
  const judge = (): Done => ({ body: '', change: {} });
  const allowed = await decideAllowed(request, surroundings, { judge });
  if (!allowed.ok) return allowed;
  const { storage } = surroundings.settings;
  return ok(writeReadLogAnswer(await storage.readReads(request.feedId, after.value, readLogLimit)));
}

type AllowedWork = {
  readonly entryIds?: readonly string[];
  readonly judge: (feed: AllowedFeed) => Done;
};

async function decideAllowed(
  request: CheckedRequest,
  surroundings: Surroundings,
  { entryIds = [], judge }: AllowedWork,
): Promise<FeedAnswer> {
  const decideOne = (stored: StoredFeed | undefined): Result<Done, RelayRefusal> => {
    const allowed = allow(request, stored, surroundings);
    return allowed.ok ? ok(judge(allowed.value)) : allowed;
  };
  return decide(request, surroundings, decideOne, entryIds);
}

async function decide(
  request: CheckedRequest,
  { settings }: Surroundings,
  judge: (stored: StoredFeed | undefined) => Result<Done, RelayRefusal>,
  entryIds: readonly string[] = [],
): Promise<FeedAnswer> {
  const { feedId, signerKey, nonce, nowMillis, knownChain } = request;
  const mark = { signerKey, nonce, atMillis: nowMillis };
  const question = { feedId, knownChainHead: knownChain?.chainHead ?? '', entryIds, request: mark };
  return settings.storage.decide<FeedAnswer>(question, (stored) => {
    const judged = judge(stored);
    if (!judged.ok) return { answer: judged };
    const { change } = judged.value;
    const growth = growthOf(change, stored);
    const full = onlyTakesAway(change.records?.added ?? []) && change.entries === undefined ? undefined : settings.totalLimit.findFull(growth);
    if (full !== undefined) return { answer: err(full) };
    settings.totalLimit.add(growth);
    return { answer: ok(judged.value.body), change: { ...judged.value.change, request: mark } };
  });
}
