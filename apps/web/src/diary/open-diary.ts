import type { Clock, IdSource } from '@psoas/kernel';
import { createMemoryStorage, openStorage, type StorageProblem } from '../adapters/storage.ts';
import { createTabChannel } from '../adapters/tab-channel.ts';
import { createDiary, type Diary } from './diary.ts';

/** Opens this device's diary. Where the browser keeps nothing for us, the diary lasts as long as the page. */
export async function openDiary({ clock, ids }: { readonly clock: Clock; readonly ids: IdSource }): Promise<Diary> {
  let problem: StorageProblem | undefined;
  const opened = await openStorage({
    onClosed: () => {
      problem = 'closed-by-newer-version';
      void diary.refresh().catch(() => undefined);
    },
  });
  if (!opened.ok) problem = opened.error;
  const tabs = createTabChannel({
    onAppended: () => void diary.refresh().catch(() => undefined),
    onErased: () => window.location.assign('/'),
  });
  const storage = opened.ok ? opened.value : createMemoryStorage();
  const diary = await createDiary({ storage, clock, ids, problem: () => problem, onAppended: tabs.tellAppended });
  return {
    ...diary,
    erase: async () => {
      tabs.tellErased();
      await diary.erase();
    },
  };
}
