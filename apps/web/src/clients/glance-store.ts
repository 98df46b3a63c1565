import { isRecord } from '@psoas/kernel';
import type { SharedView } from '@psoas/core/sharing';
import type { SyncStorage } from '../adapters/sync-storage.ts';
import { guestFaultKeys, type GuestFaultKey } from './guest-fault.ts';
import { readGlance } from './glance.ts';

/** What was seen last of one client. */
export type ClientGlance = {
  readonly view?: SharedView;
  readonly lookedAtMillis: number;
  /** Why the last look brought nothing new. */
  readonly fault?: GuestFaultKey;
};
export type GlanceByClient = ReadonlyMap<string, ClientGlance>;

const keptName = 'client-glances';
const version = 1;

/** The last glances, all in one value, so that two hundred are there as fast as one. What is damaged is looked at anew. */
export async function readGlances(storage: Pick<SyncStorage, 'readKept'>): Promise<GlanceByClient> {
  const kept = await storage.readKept(keptName);
  if (!isRecord(kept) || kept['version'] !== version || !(kept['byClient'] instanceof Map)) return new Map();
  const glances = new Map<string, ClientGlance>();
  const found: ReadonlyMap<unknown, unknown> = kept['byClient'];
  for (const [client, one] of found) {
    const glance = readOne(one);
    if (typeof client === 'string' && glance !== undefined) glances.set(client, glance);
  }
  return glances;
}

/** Keeps the glances. */
export function writeGlances(storage: Pick<SyncStorage, 'writeKept'>, byClient: GlanceByClient): Promise<void> {
  return storage.writeKept(keptName, { version, byClient });
}

/** [SH-15] Of who is removed nothing stays. */
export async function removeGlance(storage: Pick<SyncStorage, 'readKept' | 'writeKept'>, client: string): Promise<void> {
  const glances = await readGlances(storage);
  await writeGlances(storage, new Map([...glances].filter(([id]) => id !== client)));
}

function readOne(found: unknown): ClientGlance | undefined {
  if (!isRecord(found) || typeof found['lookedAtMillis'] !== 'number') return undefined;
  const view = found['view'] === undefined ? undefined : readGlance(found['view']);
  if (found['view'] !== undefined && view === undefined) return undefined;
  const fault = guestFaultKeys.find((key) => key === found['fault']);
  return { lookedAtMillis: found['lookedAtMillis'], ...(view && { view }), ...(fault && { fault }) };
}
