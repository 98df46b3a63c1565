import { createFieldReader, readJson } from '@psoas/kernel';
import type { SyncFiles } from '../adapters/sync-folder.ts';

const fileName = 'last.json';
const anyMillis = { min: 0, max: Number.MAX_SAFE_INTEGER } as const;

/** When this device last synced, and whether a try after that came through. */
export type LastSync = { readonly throughMillis?: number; readonly hasFailedSince: boolean };

/** Notes how a try ended. */
export async function keepLastSync(
  files: SyncFiles,
  { atMillis, isThrough }: { readonly atMillis: number; readonly isThrough: boolean },
): Promise<void> {
  const before = await readLastSync(files);
  const last = isThrough ? { throughMillis: atMillis, hasFailedSince: false } : { ...before, hasFailedSince: true };
  await files.replace(fileName, JSON.stringify(last));
}

/** The note; where there is none or it cannot be read, nothing is known. */
export async function readLastSync(files: Pick<SyncFiles, 'read'>): Promise<LastSync> {
  const reader = createFieldReader(readJson((await files.read(fileName)) ?? ''), '', []);
  const throughMillis = reader?.number('throughMillis', anyMillis, 'optional');
  const hasFailedSince = reader?.flag('hasFailedSince', 'optional') ?? false;
  return { hasFailedSince, ...(throughMillis !== undefined && { throughMillis }) };
}
