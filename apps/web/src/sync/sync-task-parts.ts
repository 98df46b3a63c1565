import type { RandomBytes } from '@psoas/sync';
import type { RelayPort, SyncParts } from '@psoas/sync/client';
import type { SyncStorage } from '../adapters/sync-storage.ts';
import type { SyncTurn } from './sync-turn.ts';

/** What tasks on feeds need of the device. */
export type SyncTaskParts = {
  readonly storage: SyncStorage;
  readonly openPort: (origin: string) => RelayPort;
  readonly nowMillis: () => number;
  readonly random: RandomBytes;
  /** All records of the diary as they are stored. */
  readonly readDiary: () => Promise<readonly unknown[]>;
  readonly turn: SyncTurn;
};

/** Entries in one answer: few enough that each step is kept within a second on a slow phone. */
const pullLimit = 200;

/** What a talk with a relay needs; each step of it is kept at once. */
export function talkWith({ openPort, nowMillis, random, storage }: SyncTaskParts, relay: string): SyncParts {
  return { port: openPort(relay), nowMillis, random, pullLimit, onStep: storage.writeReplica };
}
