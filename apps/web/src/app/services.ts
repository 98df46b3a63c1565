import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { IdSource } from '@psoas/kernel';
import type { DeviceClock } from '../adapters/clock.ts';
import type { SettingsStore } from '../adapters/settings.ts';
import type { BreakReminder } from '../breaks/break-reminder.ts';
import type { Diary } from '../diary/diary.ts';
import type { AppUpdate } from '../adapters/app-update.ts';

/** What main.tsx picked: everything that touches the device goes through here. */
export type Services = {
  readonly clock: DeviceClock;
  readonly ids: IdSource;
  readonly settings: SettingsStore;
  readonly update: AppUpdate;
  /** Opens the diary once; later calls give the same one. */
  readonly openDiary: () => Promise<Diary>;
  /** The reminder of breaks: one for the page, whatever screen is shown. */
  readonly openBreaks: () => Promise<BreakReminder>;
};

const ServicesContext = createContext<Services | undefined>(undefined);

export const ServicesProvider = ServicesContext.Provider;

/** The device as main.tsx wired it. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('useServices needs a ServicesProvider above it');
  return services;
}
