import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '@psoas/kernel';
import type { DiaryFailure } from './diary-file.ts';
import { replaceFile, syncFolder } from './durable-file.ts';
import { errorCode } from './error-code.ts';
import { lockFile, usualLockTimes, type LockTimes } from './file-lock.ts';

/** What a device keeps for sync, in a folder beside its diary that only its owner can open. */
export type SyncFolder = {
  readonly path: string;
  /** Reads and writes while no other psoas does. */
  readonly use: <Done>(work: (files: SyncFiles) => Promise<Done>) => Promise<Result<Done, DiaryFailure>>;
  /** Reads only, also beside somebody who writes. */
  readonly look: <Done>(work: (files: Pick<SyncFiles, 'read'>) => Promise<Done>) => Promise<Result<Done, DiaryFailure>>;
  /** Keeps a paper beside the diary, under a name that is free; gives its path. */
  readonly keepPaper: (name: string, text: string) => Promise<Result<string, DiaryFailure>>;
};

/** The files of the folder, by name. Whatever is written is safe on the disk when it is done. */
export type SyncFiles = {
  /** Undefined where there is none. */
  readonly read: (name: string) => Promise<string | undefined>;
  /** Writes a file anew: a power cut leaves the old one or the new one. */
  readonly replace: (name: string, text: string) => Promise<void>;
  /** Writes behind the first `length` bytes; what stood there is cut off. Gives the new length. */
  readonly append: (name: string, text: string, length: number) => Promise<number>;
  readonly remove: (name: string) => Promise<void>;
  /** Removes the folder with everything in it. */
  readonly removeAll: () => Promise<void>;
};

/** The folder that belongs to a diary. */
export function openSyncFolder(diaryPath: string, times: LockTimes = usualLockTimes): SyncFolder {
  const path = `${diaryPath}.sync`;
  const files = filesIn(path);
  return {
    path,
    use: (work) =>
      guarded('write-failed', async () => {
        const made = await mkdir(path, { recursive: true, mode: 0o700 });
        if (made !== undefined) await syncFolder(dirname(made));
        const release = await lockFile(path, times);
        if (!release.ok) return release;
        try {
          return ok(await work(files));
        } finally {
          await release.value();
        }
      }),
    look: (work) => guarded('read-failed', async () => ok(await work(files))),
    keepPaper: (name, text) => guarded('write-failed', async () => ok(await keepPaper(`${diaryPath}.${name}`, text))),
  };
}

// What the system refuses is a failure with its code; anything else is a bug and goes on up.
async function guarded<Done>(
  type: 'read-failed' | 'write-failed',
  work: () => Promise<Result<Done, DiaryFailure>>,
): Promise<Result<Done, DiaryFailure>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return err({ type, code: errorCode(error) });
  }
}

function filesIn(folder: string): SyncFiles {
  return {
    read: async (name) => {
      try {
        return await readFile(join(folder, name), 'utf8');
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    replace: (name, text) => replaceFile(join(folder, name), text),
    append: (name, text, length) => appendAt(join(folder, name), Buffer.from(text), length),
    remove: (name) => rm(join(folder, name), { force: true }),
    removeAll: () => rm(folder, { recursive: true, force: true }),
  };
}

async function appendAt(path: string, bytes: Buffer, length: number): Promise<number> {
  // Not `a`: that mode ignores the place.
  const file = await open(path, length === 0 ? 'w' : 'r+', 0o600);
  try {
    await file.truncate(length);
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, length + done);
      done += bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (length === 0) await syncFolder(dirname(path));
  return length + bytes.length;
}

async function keepPaper(start: string, text: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = `${start}-${number}`;
    try {
      const file = await open(path, 'ax', 0o600);
      await file.writeFile(text);
      await file.sync();
      await file.close();
      await syncFolder(dirname(path));
      return path;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}
