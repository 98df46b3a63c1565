import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/shell';
import { EmergencyDialog } from '../widgets/emergency-dialog.tsx';
import { Mark } from '../widgets/mark.tsx';
import { useLocation, useScrollToTop } from './router.tsx';
import { routeOf, type Place } from './routes.ts';
import { useSettings } from './use-settings.ts';

/** The frame around every screen: name, emergency help, settings, the four places. */
export function App(): JSX.Element {
  const { path } = useLocation();
  const [settings] = useSettings();
  useScrollToTop();
  const [isEmergencyOpen, setEmergencyOpen] = useState(false);
  const { Screen, params, place, showsPlaces } = routeOf(path, settings.started);
  useEffect(() => {
    if (settings.theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = settings.theme;
    document.documentElement.dataset['tone'] = settings.figureTone;
  }, [settings.theme, settings.figureTone]);
  return (
    <div class="app">
      <a class="skip-link" href="#main">
        {text.skip}
      </a>
      <header class="top">
        <a class="wordmark" href="/">
          <Mark />
          {text.name}
        </a>
        <div class="top-links">
          <button type="button" class="top-link top-link-urgent" onClick={() => setEmergencyOpen(true)}>
            {text.emergency.link}
          </button>
          {showsPlaces && (
            <a class="top-link" href="/settings">
              {text.settings}
            </a>
          )}
        </div>
      </header>
      <main class="main" id="main" key={path}>
        <Screen params={params} />
      </main>
      {showsPlaces && <Places current={place} />}
      {isEmergencyOpen && <EmergencyDialog onClose={() => setEmergencyOpen(false)} />}
    </div>
  );
}

const places: readonly (readonly [Place, string])[] = [
  ['today', '/today'],
  ['progress', '/progress'],
  ['exercises', '/exercises'],
  ['learn', '/learn'],
];

function Places({ current }: { readonly current: Place | undefined }): JSX.Element {
  return (
    <nav class="places" aria-label={text.places.label}>
      <ul>
        {places.map(([place, href]) => (
          <li key={place}>
            <a class="place" href={href} aria-current={place === current ? 'page' : undefined}>
              {text.places[place]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
