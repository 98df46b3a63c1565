import { err, ok, type Result } from '@psoas/kernel';
import {
  checkRequest,
  mayRequest,
  publicKeyToFeedId,
  type Action,
  type CalendarAction,
  type FeedState,
  type SignedRequest,
} from '@psoas/sync';
import type { StoredFeed } from '../storage/feed-storage.ts';
import type { ChainCache, KnownChain } from './chain-cache.ts';
import { checkAside } from './check-signature.ts';
import { strangerRefusal, type RelayRefusal } from './relay-refusal.ts';
import type { RelaySettings } from './relay-settings.ts';

/** A request as it came. */
export type FeedRequest = {
  readonly action: Action;
  readonly feedId: string;
  readonly authorization: string;
  readonly body: string;
  /** Stands for the address it came from; never stored and never logged. */
  readonly addressKey: string;
};

/** A request that is signed rightly: who asks, when. Whether it came before, only storage can say. */
export type CheckedRequest = FeedRequest &
  SignedRequest & { readonly nowMillis: number; readonly knownChain: KnownChain | undefined };

/** What requests are judged with. */
export type Surroundings = { readonly settings: RelaySettings; readonly chains: ChainCache };

/** What of a request its signature is over. */
type SignedMessage = Pick<FeedRequest, 'feedId' | 'authorization' | 'body'> & {
  readonly action: Action | CalendarAction;
};

/** [Y-19] Who asks of a feed. */
export async function identify(
  request: FeedRequest,
  { settings, chains }: Surroundings,
): Promise<Result<CheckedRequest, RelayRefusal>> {
  const now = settings.nowMillis();
  const signed = await identifySigner(request, settings.origins, now);
  return signed.ok
    ? ok({ ...request, ...signed.value, nowMillis: now, knownChain: chains.find(request.feedId) })
    : signed;
}

/** [Y-19] Who signed a request. The origin may be any of those under which this relay is reached. */
export async function identifySigner(
  request: SignedMessage,
  origins: readonly string[],
  nowMillis: number,
): Promise<Result<SignedRequest, RelayRefusal>> {
  let refusal: RelayRefusal = { type: 'other-relay', rule: 'Y-19' };
  for (const origin of origins) {
    const check = { ...request, origin, nowMillis, isNonceSeen: () => false };
    const { value: checked, isSigned } = await checkAside((checkSignature) =>
      checkRequest(request.authorization, { ...check, checkSignature }),
    );
    if (!isSigned) return err({ type: 'bad-signature', rule: 'Y-09' });
    if (checked.ok) return checked;
    refusal = checked.error;
    if (refusal.type !== 'other-relay') break;
  }
  return err(refusal);
}

/** A feed that somebody may ask something of. */
export type AllowedFeed = { readonly stored: StoredFeed; readonly state: FeedState };

/** [RE-02, Y-20] Whether who asks may. A stranger cannot learn whether the feed is there. */
export function allow(
  request: CheckedRequest,
  stored: StoredFeed | undefined,
  { chains, settings }: Surroundings,
): Result<AllowedFeed, RelayRefusal> {
  const { feedId, signerKey, action, nowMillis, knownChain } = request;
  if (stored === undefined) {
    const isOwner = publicKeyToFeedId(signerKey) === feedId;
    return err(isOwner && action !== 'push' ? { type: 'no-such-feed', rule: 'RE-02' } : strangerRefusal);
  }
  const state = chains.stateOf(feedId, stored, knownChain);
  const allowed = mayRequest(state, signerKey, action, nowMillis);
  if (!allowed.ok) {
    const isKnown = signerKey === state.ownerKey || state.members.has(signerKey);
    return err(isKnown ? allowed.error : strangerRefusal);
  }
  if (stored.isNonceSeen) return err({ type: 'replayed', rule: 'Y-19' });
  const waitMillis = settings.feedLimit(feedId);
  if (waitMillis > 0) return err({ type: 'too-many-requests', rule: 'RE-05', waitMillis });
  return ok({ stored, state });
}
