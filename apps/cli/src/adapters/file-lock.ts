import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { err, ok, type Result } from '@psoas/kernel';
import { lock } from 'proper-lockfile';
import { errorCode } from './error-code.ts';

/** How long a lock counts without a sign of life, and how long to wait for one. */
export type LockTimes = { readonly staleMillis: number; readonly waitMillis: number };
export const usualLockTimes: LockTimes = { staleMillis: 5000, waitMillis: 8000 };

/** Another process writes: which one, or how old its lock is. */
export type Busy = { readonly type: 'busy'; readonly pid?: number; readonly lockSeconds?: number };

/** Keeps all other processes of psoas from a file or folder; gives what lets them in again. */
export async function lockFile(
  path: string,
  { staleMillis, waitMillis }: LockTimes,
): Promise<Result<() => Promise<void>, Busy>> {
  const ownerPath = `${path}.owner`;
  try {
    const release = await lock(path, {
      stale: staleMillis,
      update: 1000,
      realpath: false,
      retries: { retries: Math.ceil(waitMillis / 100), minTimeout: 100, maxTimeout: 100, factor: 1 },
    });
    await writeFile(ownerPath, String(process.pid), { mode: 0o600 });
    return ok(async () => {
      await rm(ownerPath, { force: true });
      await release();
    });
  } catch (error) {
    if (errorCode(error) === 'ELOCKED') return err(await whoHolds(path, ownerPath));
    throw error;
  }
}

async function whoHolds(path: string, ownerPath: string): Promise<Busy> {
  const pid = Number(await readFile(ownerPath, 'utf8').catch(() => ''));
  const seen = await stat(`${path}.lock`).catch(() => undefined);
  return {
    type: 'busy',
    ...(Number.isInteger(pid) && pid > 0 && { pid }),
    ...(seen !== undefined && { lockSeconds: Math.max(0, Math.round((Date.now() - seen.mtimeMs) / 1000)) }),
  };
}
