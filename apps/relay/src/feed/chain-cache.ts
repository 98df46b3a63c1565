import { applyRecords, type FeedState } from '@psoas/sync';
import type { StoredFeed } from '../storage/feed-storage.ts';
import { checkSignature } from './check-signature.ts';

/** The most bytes of records whose states are kept, and the most feeds. */
const limits = { bytes: 16_777_216, feeds: 2000 } as const;

/** A chain that was checked, and the hash that stands for it. */
export type KnownChain = { readonly chainHead: string; readonly state: FeedState; readonly bytes: number };

/**
 * What the records of feeds add up to, kept so that they are not checked anew for each request. The hash of the last
 * record stands for the whole chain, so nothing here can be out of date.
 */
export class ChainCache {
  readonly #known = new Map<string, KnownChain>();
  #bytes = 0;

  /** What is known of a feed's chain. Who asks storage by its hash has to hold on to it until the answer. */
  find(feedId: string): KnownChain | undefined {
    return this.#known.get(feedId);
  }

  /**
   * What the records of a stored feed add up to.
   * @throws Error where they do not: storage is damaged.
   */
  stateOf(feedId: string, stored: StoredFeed, known: KnownChain | undefined): FeedState {
    if (known?.chainHead === stored.chainHead) {
      this.#put(feedId, known);
      return known.state;
    }
    const state = applyRecords(stored.records ?? [], 0, checkSignature);
    if (!state.ok) throw new Error(`The stored records of a feed are damaged: ${state.error.type}.`);
    this.#put(feedId, { chainHead: stored.chainHead, state: state.value, bytes: stored.recordBytes });
    return state.value;
  }

  #put(feedId: string, known: KnownChain): void {
    this.#drop(feedId);
    this.#known.set(feedId, known);
    this.#bytes += known.bytes;
    while (this.#known.size > limits.feeds || (this.#bytes > limits.bytes && this.#known.size > 1)) {
      const [oldest] = this.#known.keys();
      if (oldest === undefined) return;
      this.#drop(oldest);
    }
  }

  #drop(feedId: string): void {
    this.#bytes -= this.#known.get(feedId)?.bytes ?? 0;
    this.#known.delete(feedId);
  }
}
