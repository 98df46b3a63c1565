import { open, readFile, rename, rm } from 'node:fs/promises';
import { errorCode } from './error-code.ts';

/** The place in a session, beside the diary: it can be lost without losing anything that was done. */
export type SessionCheckpoint = {
  /** Undefined when there is none or it cannot be read. */
  readonly load: () => Promise<unknown>;
  readonly save: (value: unknown) => Promise<void>;
  readonly clear: () => Promise<void>;
};

/** The checkpoint of the diary at a path. */
export function openSessionCheckpoint(diaryPath: string): SessionCheckpoint {
  const path = `${diaryPath}.session`;
  return {
    load: async () => {
      try {
        const value: unknown = JSON.parse(await readFile(path, 'utf8'));
        return value;
      } catch (error) {
        if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    // Written aside and renamed, so that there is always a whole one.
    save: async (value) => {
      const file = await open(`${path}.new`, 'w', 0o600);
      await file.writeFile(JSON.stringify(value));
      await file.close();
      await rename(`${path}.new`, path);
    },
    clear: () => rm(path, { force: true }),
  };
}
