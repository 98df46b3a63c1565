import type { Result } from '@psoas/kernel';
import type { SealedEvent } from '@psoas/sync';
import type { SyncFault } from './sync-fault.ts';

/** What this device is to the diary on several devices. */
export type SyncRole =
  | { readonly kind: 'alone' }
  /** `root`: it holds the words. `linked`: it only reads and writes the diary. */
  | { readonly kind: 'root' | 'linked'; readonly deviceId: string; readonly relay: string };

/** What one exchange of the diary with its feed came to. */
export type Exchange = {
  /** What came from other devices and is not in the diary here, in order. */
  readonly incoming: readonly SealedEvent[];
  /** Entries that the relay does not have yet. */
  readonly waitingCount: number;
  /** Entries that no feed can hold, because they are too large or have no id: they stay here. */
  readonly keptCount: number;
  /** Entries that came and could not be read, or were changed on the way. */
  readonly refusedCount: number;
  readonly fault?: SyncFault;
};

/** How far a long exchange is. */
export type SyncProgress = { readonly fetched: number; readonly waiting: number };

/** The words of the diary, and the same for a QR code. Whoever reads them can read and write everything. */
export type DiarySecret = { readonly words: readonly string[]; readonly text: string };

/** What a relay said when it erased a feed. `isSigned`: with its own key, so that it can be held to it. */
export type ErasedFeed = {
  readonly feedId: string;
  readonly relayKey: string;
  readonly receipt?: { readonly atMillis: number; readonly entries: number; readonly bytes: number; readonly text: string };
};

/** A result without a value of its own. */
export type Done = Result<true, SyncFault>;

/**
 * Everything that needs keys, done away from the page: in a worker, so that sealing and checking thousands of entries
 * holds nothing up. No secret comes out but where a screen shows it.
 */
export type SyncTasks = {
  readonly role: () => Promise<SyncRole>;
  /** Makes the words and begins the feed. */
  readonly begin: (relay: string) => Promise<Done>;
  /** Enters a diary with its words, or makes a full device of a linked one. */
  readonly enterWords: (input: { readonly words: string; readonly relay: string }) => Promise<Done>;
  /** Enters a diary with the text that another device showed. */
  readonly enterLink: (input: { readonly text: string; readonly relay: string }) => Promise<Done>;
  readonly exchange: (onProgress: (progress: SyncProgress) => void) => Promise<Exchange>;
  /** Makes room for a new device; gives the text to show to it. */
  readonly invite: () => Promise<Result<{ readonly deviceId: string; readonly text: string }, SyncFault>>;
  /** The devices that take part, this one first; undefined on a linked device, which cannot tell. */
  readonly devices: () => Promise<readonly string[] | undefined>;
  readonly removeDevice: (deviceId: string) => Promise<Done>;
  readonly secret: () => Promise<DiarySecret | undefined>;
  /** Empties the diary's feeds and those of all shares at the relay for ever. This device forgets nothing by it. */
  readonly eraseAtRelay: () => Promise<Result<readonly ErasedFeed[], SyncFault>>;
  /** Forgets who this device is, and what it held of feeds. The diary stays. */
  readonly forget: () => Promise<void>;
};
