import { isRecord } from '@psoas/kernel';
import type { SyncStorage } from '../adapters/sync-storage.ts';

/** What this device remembers of a share besides its feeds. Lost, it is worked out anew or only said no longer. */
export type ShareMark = {
  /** For which diary, day and settings parts were sent last. */
  readonly sentFor?: string;
  readonly isNearlyFull: boolean;
  readonly isEmptied: boolean;
};

const nothing: ShareMark = { isNearlyFull: false, isEmptied: false };

/** What is remembered of a share. */
export async function readShareMark(storage: Pick<SyncStorage, 'readKept'>, share: string): Promise<ShareMark> {
  const kept = await storage.readKept(nameOf(share));
  if (!isRecord(kept)) return nothing;
  const { sentFor, isNearlyFull, isEmptied } = kept;
  return { ...(typeof sentFor === 'string' && { sentFor }), isNearlyFull: isNearlyFull === true, isEmptied: isEmptied === true };
}

/** Remembers more of it. */
export async function writeShareMark(storage: Pick<SyncStorage, 'readKept' | 'writeKept'>, share: string, changes: Partial<ShareMark>): Promise<void> {
  await storage.writeKept(nameOf(share), { ...(await readShareMark(storage, share)), ...changes });
}

/** Remembers nothing more of it. */
export function removeShareMark(storage: Pick<SyncStorage, 'removeKept'>, share: string): Promise<void> {
  return storage.removeKept(nameOf(share));
}

function nameOf(share: string): string {
  return `share:${share}`;
}
