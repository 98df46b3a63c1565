import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { IdSource } from '@psoas/kernel';
import type { DeviceClock } from '../adapters/clock.ts';
import type { SettingsStore } from '../adapters/settings.ts';
import type { DiaryStorage } from '../adapters/storage.ts';
import type { BreakReminder } from '../breaks/break-reminder.ts';
import type { Diary } from '../diary/diary.ts';
import type { AppUpdate } from '../adapters/app-update.ts';

/** What main.tsx picked: everything that touches the device goes through here. */
export type Services = {
  readonly clock: DeviceClock;
  readonly ids: IdSource;
  readonly settings: SettingsStore;
  /** The browser's local storage, where it is open to us. */
  readonly localStorage: Storage | undefined;
  readonly update: AppUpdate;
  /** Where the diary is stored, before it is read. */
  readonly openStorage: () => Promise<DiaryStorage>;
  /** Opens the diary once; later calls give the same one. */
  readonly openDiary: () => Promise<Diary>;
  /** The reminder of breaks: one for the page, whatever screen is shown. */
  readonly openBreaks: () => Promise<BreakReminder>;
  /** Starts the reminder of the session, once for the page. */
  readonly openReminders: () => void;
};

const ServicesContext = createContext<Services | undefined>(undefined);

export const ServicesProvider = ServicesContext.Provider;

/** The device as main.tsx wired it. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('useServices needs a ServicesProvider above it');
  return services;
}
