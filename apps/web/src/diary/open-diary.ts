import type { Clock, IdSource } from '@psoas/kernel';
import { createMemoryStorage, openStorage, type DiaryStorage, type StorageProblem } from '../adapters/storage.ts';
import type { SettingsStore } from '../adapters/settings.ts';
import { deviceRetries, warnBeforeLeaving } from '../adapters/retries.ts';
import { createTabChannel } from '../adapters/tab-channel.ts';
import { createDiary, type Diary } from './diary.ts';

/** This device's diary: where it is stored, and the whole of it, which is read when somebody first asks. */
export type DiaryAccess = { readonly storage: DiaryStorage; readonly open: () => Promise<Diary> };

/** What the device lends to the diary, and to what passes it on. */
type DiaryDevice = {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly settings: SettingsStore;
  readonly localStorage: Storage | undefined;
};

/** Opens the store of this device's diary. Where the browser keeps nothing for us, it lasts as long as the page. */
export async function accessDiary({ clock, ids, settings, localStorage }: DiaryDevice): Promise<DiaryAccess> {
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
  void import('../sync/wake-sync.ts').then((module) => module.wakeSync({ storage, clock, settings, localStorage, openDiary: openOnce })).catch(() => undefined);
  return { storage, open: openOnce };
}
