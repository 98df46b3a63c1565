import { isRecord } from '@psoas/kernel';
import type { DiaryStorage } from '../adapters/storage.ts';

/**
 * What the rest of the app has to know about other devices without opening anything: kept beside the diary as soon as
 * it is kept elsewhere too, and only then.
 */
export type SyncNote = {
  /** When all was exchanged last, in milliseconds since 1970 UTC. */
  readonly doneAtMillis?: number;
  /** Since when it has not worked. */
  readonly faultSinceMillis?: number;
};

const keptName = 'other-devices';

type Kept = Pick<DiaryStorage, 'readKept' | 'writeKept' | 'removeKept'>;

/** Undefined where the diary is kept on this device only. */
export async function readSyncNote(storage: Pick<Kept, 'readKept'>): Promise<SyncNote | undefined> {
  const kept = await storage.readKept(keptName);
  if (!isRecord(kept)) return undefined;
  const { doneAtMillis, faultSinceMillis } = kept;
  return { ...(typeof doneAtMillis === 'number' && { doneAtMillis }), ...(typeof faultSinceMillis === 'number' && { faultSinceMillis }) };
}

/** Keeps it; without a note the diary is on this device only. */
export function writeSyncNote(storage: Pick<Kept, 'writeKept' | 'removeKept'>, note: SyncNote | undefined): Promise<void> {
  return note === undefined ? storage.removeKept(keptName) : storage.writeKept(keptName, note);
}
