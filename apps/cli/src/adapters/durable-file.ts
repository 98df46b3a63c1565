import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The name of a new file lies in its folder: without this a power cut can lose the whole file. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

/** Writes a file whole beside the old one, then in its place: a power cut leaves the one or the other. */
export async function replaceFile(path: string, text: string, encoding: 'utf8' | 'latin1' = 'utf8'): Promise<void> {
  const newPath = `${path}.new`;
  try {
    const file = await open(newPath, 'w', 0o600);
    try {
      await file.writeFile(text, encoding);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(newPath, path);
  } catch (error) {
    // On a full disk half a file would only take room.
    await rm(newPath, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}
