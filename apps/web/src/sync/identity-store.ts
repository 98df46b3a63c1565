import { createFieldReader, isRecord, type UnknownRecord } from '@psoas/kernel';
import type { Identity } from '@psoas/sync/client';
import type { SyncStorage } from '../adapters/sync-storage.ts';

/** Who this device is, and where its diary's feed lies. */
export type SyncSetup = {
  readonly identity: Identity;
  /** The relay's origin. */
  readonly relay: string;
  /** Which feed of the diary is the present one (Y-16), and its id. */
  readonly generation: number;
  readonly feedId: string;
  /** The feeds before it, the oldest first. */
  readonly earlierFeedIds: readonly string[];
};

/** Keeps who this device is. */
export type IdentityStore = {
  /** Undefined where the diary is kept on no other device; rejects where what is kept is damaged. */
  readonly read: () => Promise<SyncSetup | undefined>;
  readonly write: (setup: SyncSetup) => Promise<void>;
  readonly remove: () => Promise<void>;
};

const keptName = 'setup';
const version = 1;

/** The setup among the kept values. */
export function createIdentityStore(storage: Pick<SyncStorage, 'readKept' | 'writeKept' | 'removeKept'>): IdentityStore {
  return {
    read: async () => {
      const kept = await storage.readKept(keptName);
      if (kept === undefined) return undefined;
      const setup = readSetup(kept);
      // Never begun anew over it: the words of a diary may lie in it.
      if (setup === undefined) throw new Error('what is kept about other devices is damaged or newer');
      return setup;
    },
    write: (setup) => storage.writeKept(keptName, { version, ...setup }),
    remove: () => storage.removeKept(keptName),
  };
}

function readSetup(kept: unknown): SyncSetup | undefined {
  const reader = createFieldReader(kept, 'setup', []);
  const relay = reader?.text('relay');
  const feedId = reader?.text('feedId');
  const generation = reader?.number('generation', { min: 0, max: 1e6, whole: true });
  if (!isRecord(kept) || kept['version'] !== version) return undefined;
  const { earlierFeedIds } = kept;
  const identity = isRecord(kept['identity']) ? readIdentity(kept['identity']) : undefined;
  if (relay === undefined || feedId === undefined || generation === undefined || identity === undefined || !Array.isArray(earlierFeedIds)) return undefined;
  return { identity, relay, generation, feedId, earlierFeedIds: earlierFeedIds.filter((id) => typeof id === 'string') };
}

function readIdentity({ kind, deviceId, root, deviceSecret }: UnknownRecord): Identity | undefined {
  if (typeof deviceId !== 'string') return undefined;
  if (kind === 'root' && isSecret(root)) return { kind, deviceId, root };
  if (kind === 'linked' && isSecret(deviceSecret)) return { kind, deviceId, deviceSecret };
  return undefined;
}

function isSecret(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && value.length === 32;
}
