import { render } from 'preact';
import type { BreakReminder } from './breaks/break-reminder.ts';
import type { Diary } from './diary/diary.ts';
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
let opened: Promise<Diary> | undefined;
const openDiary = (): Promise<Diary> => {
  opened ??= import('./diary/open-diary.ts').then((module) => module.openDiary({ clock, ids }));
  return opened;
};

// Whoever has turned reminders on gets them on every screen; others never load their code.
let openedBreaks: Promise<BreakReminder> | undefined;
const openBreaks = (): Promise<BreakReminder> => {
  openedBreaks ??= import('./breaks/open-breaks.ts').then((module) => module.openBreaks({ clock, settings, storage }));
  return openedBreaks;
};
if (settings.get().breaks) void openBreaks();

const services: Services = { clock, ids, settings, update: createAppUpdate(), openDiary, openBreaks };

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
