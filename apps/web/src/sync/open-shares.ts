import type { Clock } from '@psoas/kernel';
import type { SettingsStore } from '../adapters/settings.ts';
import type { Diary } from '../diary/diary.ts';
import { firstWeekdayOf } from '../screens/progress/first-weekday.ts';
import { createShares, type Shares } from './create-shares.ts';
import { openSync } from './open-sync.ts';

type Parts = { readonly clock: Clock; readonly settings: SettingsStore; readonly openDiary: () => Promise<Diary> };

let opened: Promise<Shares> | undefined;

/** The one of this page, wired to the device. Rejects where the browser runs no worker or keeps nothing for us. */
export function openShares(parts: Parts): Promise<Shares> {
  opened ??= open(parts);
  return opened;
}

async function open({ clock, settings, openDiary }: Parts): Promise<Shares> {
  const diary = await openDiary();
  const sync = await openSync({ clock, openDiary });
  return createShares({
    sync,
    tasks: await sync.openShares(),
    diary,
    nowMillis: clock.nowMillis,
    day: () => {
      const { order, region } = settings.get();
      return { today: clock.today(), order, firstWeekday: firstWeekdayOf(region) };
    },
  });
}
