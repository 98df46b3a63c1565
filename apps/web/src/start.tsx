import { render } from 'preact';
import { language } from '@psoas/knowledge/language';
import type { BreakReminder } from './breaks/break-reminder.ts';
import type { DiaryAccess } from './diary/open-diary.ts';
import { createAppUpdate } from './adapters/app-update.ts';
import { createDeviceClock } from './adapters/clock.ts';
import type { SettingsStore } from './adapters/settings.ts';
import { App } from './app/app.tsx';
import { LocationProvider } from './app/router.tsx';
import { ServicesProvider, type Services } from './app/services.ts';

/** What the page found out before it chose a language. */
export type Beginning = { readonly storage: Storage | undefined; readonly settings: SettingsStore };

/** Opens the app in the language that this build of it speaks. */
export function start({ storage, settings }: Beginning): void {
  document.documentElement.lang = language.code === 'en' ? language.formats : language.code;
  document.documentElement.dir = language.direction;

  const clock = createDeviceClock();
  const ids = { nextId: (): string => crypto.randomUUID() };

  // The diary is opened when a screen first asks, so that the welcome needs neither its code nor the database.
  let accessed: Promise<DiaryAccess> | undefined;
  const access = (): Promise<DiaryAccess> => {
    accessed ??= import('./diary/open-diary.ts').then((module) => module.accessDiary({ clock, ids, settings, localStorage: storage }));
    return accessed;
  };

  const openStorage: Services['openStorage'] = async () => (await access()).storage;
  const openDiary: Services['openDiary'] = async () => (await access()).open();

  // Whoever has turned reminders on gets them on every screen; others never load their code.
  let openedBreaks: Promise<BreakReminder> | undefined;
  const openBreaks = (): Promise<BreakReminder> => {
    openedBreaks ??= import('./breaks/open-breaks.ts').then((module) => module.openBreaks({ clock, settings, storage }));
    return openedBreaks;
  };
  if (settings.get().breaks) void openBreaks();

  let areRemindersOpen = false;
  const openReminders = (): void => {
    if (areRemindersOpen) return;
    areRemindersOpen = true;
    void import('./reminders/open-reminders.ts').then((module) => module.openReminders({ clock, settings, storage, openDiary }));
  };
  if (settings.get().sessionReminder) openReminders();

  const services: Services = { clock, ids, settings, localStorage: storage, update: createAppUpdate(language.code), openStorage, openDiary, openBreaks, openReminders };

  const root = document.getElementById('app');
  if (root !== null) {
    render(
      <ServicesProvider value={services}>
        <LocationProvider>
          <App />
        </LocationProvider>
      </ServicesProvider>,
      root,
    );
  }
}
