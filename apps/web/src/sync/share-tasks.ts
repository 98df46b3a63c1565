import type { LocalDate, Result } from '@psoas/kernel';
import type { DiaryContext } from '@psoas/core/diary';
import type { SealedEvent } from '@psoas/sync';
import type { SyncFault } from './sync-fault.ts';
import type { Done, ErasedFeed } from './sync-tasks.ts';

/** The day for which parts are made, and what this device's settings say of it. */
export type ShareDay = {
  readonly today: LocalDate;
  readonly order: NonNullable<DiaryContext['order']>;
  /** 1 for Monday to 7 for Sunday. */
  readonly firstWeekday: number;
};

/** What this device holds of a share's answers; it asks no network. */
export type HeldReplies = {
  readonly share: string;
  /** As they came: a guest is not trusted (SH-04). */
  readonly replies: readonly SealedEvent[];
  /** The relay has been told to empty both feeds. */
  readonly isEmptied: boolean;
};

/** What came of bringing one share up to date. */
export type ShareExchange = {
  readonly share: string;
  /** Parts that were sent because they had changed. */
  readonly sentCount: number;
  /** Four fifths of what the relay keeps for it are used (Y-16): a new share has to take its place soon. */
  readonly isNearlyFull: boolean;
  readonly fault?: SyncFault;
};

/** One answer of the relay to whoever holds a link: when, and with which key. */
export type ShareRead = { readonly atMillis: number; readonly key: string };

/** What needs the keys of a share, done away from the page. Only a device with the words can do any of it. */
export type ShareTasks = {
  /** Begins a share at the relay and gives its id. Nothing is in it until the diary names it and it is exchanged. */
  readonly open: (untilMillis?: number) => Promise<Result<string, SyncFault>>;
  /** The part of the link behind `#`; with a passphrase it takes about a second. */
  readonly link: (input: { readonly share: string; readonly passphrase?: string }) => Promise<Result<string, SyncFault>>;
  readonly held: (shares: readonly string[]) => Promise<readonly HeldReplies[]>;
  /** Sends what has changed in each open share and fetches answers. */
  readonly exchange: (day: ShareDay) => Promise<readonly ShareExchange[]>;
  /** Who opened it, oldest first. */
  readonly reads: (share: string) => Promise<Result<readonly ShareRead[], SyncFault>>;
  /** Shuts the guest out of both feeds. */
  readonly revoke: (share: string) => Promise<Done>;
  /** Empties both feeds for ever. */
  readonly erase: (share: string) => Promise<Result<readonly ErasedFeed[], SyncFault>>;
};
