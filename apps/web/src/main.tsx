import { render } from 'preact';
import type { Diary } from './diary/diary.ts';
import { createAppUpdate } from './adapters/app-update.ts';
import { createDeviceClock } from './adapters/clock.ts';
import { createSettingsStore } from './adapters/settings.ts';
import { App } from './app/app.tsx';
import { LocationProvider } from './app/router.tsx';
import { ServicesProvider, type Services } from './app/services.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/forced-colours.css';
import './styles/paper.css';

const clock = createDeviceClock();
const ids = { nextId: (): string => crypto.randomUUID() };
const settings = createSettingsStore(localStorageIfAllowed());

// The diary is opened when a screen first asks, so that the welcome needs neither its code nor the database.
let opened: Promise<Diary> | undefined;
const openDiary = (): Promise<Diary> => {
  opened ??= import('./diary/open-diary.ts').then((module) => module.openDiary({ clock, ids }));
  return opened;
};

const services: Services = { clock, ids, settings, update: createAppUpdate(), openDiary };

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
