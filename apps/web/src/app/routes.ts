import { WelcomeScreen } from '../screens/welcome/welcome-screen.tsx';
import { lazyScreen, type Screen } from './lazy-screen.tsx';
import { matchPath } from './router.tsx';

/** The four places of the app. */
export type Place = 'today' | 'progress' | 'exercises' | 'learn';

type Route = {
  readonly pattern: string;
  readonly screen: Screen;
  readonly place?: Place;
  /** Roads and the player hide the places: there is one thing to do. */
  readonly hidesPlaces?: true;
};

/** What an address shows. */
export type ShownRoute = {
  readonly Screen: Screen;
  readonly params: Readonly<Record<string, string>>;
  readonly place: Place | undefined;
  readonly showsPlaces: boolean;
};

const today = lazyScreen(() => import('../screens/today/today-screen.tsx'));
const settings = lazyScreen(() => import('../screens/settings/settings-screen.tsx'));
const missing = lazyScreen(() => import('../screens/missing/missing-screen.tsx'));

// Everything but the welcome is fetched when it is first needed, so that the first load stays small.
const routes: readonly Route[] = [
  { pattern: '/today', screen: today, place: 'today' },
  { pattern: '/welcome', screen: WelcomeScreen, hidesPlaces: true },
  { pattern: '/check', screen: lazyScreen(() => import('../screens/check/check-screen.tsx')), hidesPlaces: true },
  { pattern: '/result', screen: lazyScreen(() => import('../screens/result/result-screen.tsx')), place: 'today' },
  { pattern: '/programme', screen: lazyScreen(() => import('../screens/programme/programme-screen.tsx')), place: 'today' },
  { pattern: '/session/:id', screen: lazyScreen(() => import('../screens/session/session-screen.tsx')), hidesPlaces: true },
  { pattern: '/unwell', screen: lazyScreen(() => import('../screens/session/unwell-screen.tsx')), hidesPlaces: true },
  { pattern: '/done/:run', screen: lazyScreen(() => import('../screens/done/past-session-screen.tsx')), place: 'today' },
  { pattern: '/repeat/:side', screen: lazyScreen(() => import('../screens/check/repeat-screen.tsx')), hidesPlaces: true },
  { pattern: '/breaks', screen: lazyScreen(() => import('../screens/breaks/breaks-screen.tsx')), place: 'today' },
  { pattern: '/stretch/:occasion', screen: lazyScreen(() => import('../screens/stretch/stretch-screen.tsx')), hidesPlaces: true },
  { pattern: '/measure', screen: lazyScreen(() => import('../screens/measure/measure-screen.tsx')), hidesPlaces: true },
  { pattern: '/progress', screen: lazyScreen(() => import('../screens/progress/progress-screen.tsx')), place: 'progress' },
  { pattern: '/report', screen: lazyScreen(() => import('../screens/report/report-screen.tsx')), place: 'progress' },
  { pattern: '/exercises', screen: lazyScreen(() => import('../screens/exercises/exercises-screen.tsx')), place: 'exercises' },
  { pattern: '/exercises/:id', screen: lazyScreen(() => import('../screens/exercises/exercise-screen.tsx')), place: 'exercises' },
  { pattern: '/learn', screen: lazyScreen(() => import('../screens/learn/learn-screen.tsx')), place: 'learn' },
  { pattern: '/learn/:id', screen: lazyScreen(() => import('../screens/learn/article-screen.tsx')), place: 'learn' },
  { pattern: '/body', screen: lazyScreen(() => import('../screens/body/body-screen.tsx')), place: 'learn' },
  { pattern: '/questions', screen: lazyScreen(() => import('../screens/faq/faq-screen.tsx')), place: 'learn' },
  { pattern: '/corrections', screen: lazyScreen(() => import('../screens/corrections/corrections-screen.tsx')), place: 'learn' },
  { pattern: '/sources', screen: lazyScreen(() => import('../screens/sources/sources-screen.tsx')), place: 'learn' },
  { pattern: '/settings', screen: settings },
  // Its parts are fetched by the settings: the list of files that the first load carries stays short.
  { pattern: '/settings/:id', screen: settings },
  { pattern: '/privacy', screen: lazyScreen(() => import('../screens/privacy/privacy-screen.tsx')) },
];

/** The screen of an address. The root is the welcome until a check was begun on this device, then Today. */
export function routeOf(path: string, started: boolean): ShownRoute {
  const address = path === '/' ? (started ? '/today' : '/welcome') : path;
  for (const { pattern, screen, place, hidesPlaces } of routes) {
    const params = matchPath(pattern, address);
    if (params !== undefined) return { Screen: screen, params, place, showsPlaces: hidesPlaces !== true };
  }
  return { Screen: missing, params: {}, place: undefined, showsPlaces: true };
}
