import { open, readFile, rename, rm } from 'node:fs/promises';
import { errorCode } from './error-code.ts';

/** A value in a file beside the diary: it can be lost without losing anything that was done. */
export type KeptBeside = {
  /** Undefined when there is none or it cannot be read. */
  readonly load: () => Promise<unknown>;
  readonly save: (value: unknown) => Promise<void>;
  readonly clear: () => Promise<void>;
};

/** The place in a running session. */
export function openSessionCheckpoint(diaryPath: string): KeptBeside {
  return openBeside(`${diaryPath}.session`);
}

/** What the last import brought, so that it can be taken back. */
export function openImportNote(diaryPath: string): KeptBeside {
  return openBeside(`${diaryPath}.import`);
}

function openBeside(path: string): KeptBeside {
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
