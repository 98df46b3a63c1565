import { render } from 'preact';
import type { BreakReminder } from './breaks/break-reminder.ts';
import type { DiaryAccess } from './diary/open-diary.ts';
import { createAppUpdate } from './adapters/app-update.ts';
import { createDeviceClock } from './adapters/clock.ts';
import { createSettingsStore } from './adapters/settings.ts';
import { App } from './app/app.tsx';
import { LocationProvider } from './app/router.tsx';
import { ServicesProvider, type Services } from './app/services.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/forced-colours.css';
import './styles/paper.css';

const clock = createDeviceClock();
const ids = { nextId: (): string => crypto.randomUUID() };
const storage = localStorageIfAllowed();
const settings = createSettingsStore(storage);

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

const services: Services = { clock, ids, settings, localStorage: storage, update: createAppUpdate(), openStorage, openDiary, openBreaks, openReminders };

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

// Some browsers forbid storage to the page altogether, and even reading the property throws.
function localStorageIfAllowed(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
