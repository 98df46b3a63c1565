import type { Clock } from '@psoas/kernel';
import type { DiaryStorage } from '../adapters/storage.ts';
import type { Diary } from '../diary/diary.ts';
import { readSyncNote } from './sync-note.ts';

type Parts = { readonly storage: DiaryStorage; readonly clock: Clock; readonly openDiary: () => Promise<Diary> };

/** By then the first screen stands, and its own work comes first. */
const firstMillis = 2000;

/** [SY-02] Begins to exchange where the diary is kept on other devices too. Others load nothing for it. */
export async function wakeSync({ storage, clock, openDiary }: Parts): Promise<void> {
  if ((await readSyncNote(storage)) === undefined) return;
  await new Promise((resolve) => setTimeout(resolve, firstMillis));
  const { openSync } = await import('./open-sync.ts');
  await openSync({ clock, openDiary });
}
