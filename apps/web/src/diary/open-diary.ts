import type { Clock, IdSource } from '@psoas/kernel';
import { createMemoryStorage, openStorage, type DiaryStorage, type StorageProblem } from '../adapters/storage.ts';
import { deviceRetries, warnBeforeLeaving } from '../adapters/retries.ts';
import { createTabChannel } from '../adapters/tab-channel.ts';
import { createDiary, type Diary } from './diary.ts';

/** This device's diary: where it is stored, and the whole of it, which is read when somebody first asks. */
export type DiaryAccess = { readonly storage: DiaryStorage; readonly open: () => Promise<Diary> };

/** Opens the store of this device's diary. Where the browser keeps nothing for us, it lasts as long as the page. */
export async function accessDiary({ clock, ids }: { readonly clock: Clock; readonly ids: IdSource }): Promise<DiaryAccess> {
  let problem: StorageProblem | undefined;
  let opened: Promise<Diary> | undefined;
  const refresh = (): void => void opened?.then((diary) => diary.refresh()).catch(() => undefined);
  const database = await openStorage({
    onClosed: () => {
      problem = 'closed-by-newer-version';
      refresh();
    },
  });
  if (!database.ok) problem = database.error;
  const tabs = createTabChannel({ onAppended: refresh, onErased: () => window.location.assign('/') });
  const storage = database.ok ? database.value : createMemoryStorage();
  const open = async (): Promise<Diary> => {
    const diary = await createDiary({ storage, clock, ids, problem: () => problem, onAppended: tabs.tellAppended, ...deviceRetries() });
    warnBeforeLeaving(() => diary.waitingCount() > 0);
    return {
      ...diary,
      erase: async () => {
        tabs.tellErased();
        await diary.erase();
      },
    };
  };
  const openOnce = (): Promise<Diary> => {
    opened ??= open();
    return opened;
  };
  void import('../sync/wake-sync.ts').then((module) => module.wakeSync({ storage, clock, openDiary: openOnce })).catch(() => undefined);
  return { storage, open: openOnce };
}
