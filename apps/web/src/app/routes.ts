import { WelcomeScreen } from '../screens/welcome/welcome-screen.tsx';
import { lazyScreen, type Screen } from './lazy-screen.tsx';
import { matchPath } from './router.tsx';

/** The four places of the app. */
export type Place = 'today' | 'progress' | 'exercises' | 'learn';

type Route = {
  readonly pattern: string;
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

const routes = [
  { pattern: '/today', place: 'today' },
  { pattern: '/welcome', hidesPlaces: true },
  { pattern: '/check', hidesPlaces: true },
  { pattern: '/result', place: 'today' },
  { pattern: '/programme', place: 'today' },
  { pattern: '/session/:id', hidesPlaces: true },
  { pattern: '/unwell', hidesPlaces: true },
  { pattern: '/done/:run', place: 'today' },
  { pattern: '/repeat/:side', hidesPlaces: true },
  { pattern: '/breaks', place: 'today' },
  { pattern: '/stretch/:occasion', hidesPlaces: true },
  { pattern: '/measure', hidesPlaces: true },
  { pattern: '/progress', place: 'progress' },
  { pattern: '/report', place: 'progress' },
  { pattern: '/handout' },
  { pattern: '/exercises', place: 'exercises' },
  { pattern: '/exercises/:id', place: 'exercises' },
  { pattern: '/learn', place: 'learn' },
  { pattern: '/learn/:id', place: 'learn' },
  { pattern: '/body', place: 'learn' },
  { pattern: '/questions', place: 'learn' },
  { pattern: '/corrections', place: 'learn' },
  { pattern: '/sources', place: 'learn' },
  { pattern: '/settings' },
  { pattern: '/settings/:id' },
  { pattern: '/share' },
  { pattern: '/share/new', hidesPlaces: true },
  { pattern: '/share/:id' },
  { pattern: '/privacy' },
  { pattern: '/shared', hidesPlaces: true },
  { pattern: '/clients' },
  { pattern: '/clients/:client' },
] as const satisfies readonly Route[];

/** An address whose screen is fetched when it is first needed. */
export type LaterPattern = Exclude<(typeof routes)[number]['pattern'], '/today' | '/welcome'>;

const today = lazyScreen(() => import('../screens/today/today-screen.tsx'));
const missing = lazyScreen(() => import('../screens/missing/missing-screen.tsx'));

// The names of all files weigh more than the welcome itself, so even the list of them comes later (ADR 0011).
const screens: ReadonlyMap<string, Screen> = new Map(
  routes.map(({ pattern }) => {
    if (pattern === '/welcome') return [pattern, WelcomeScreen];
    if (pattern === '/today') return [pattern, today];
    return [pattern, lazyScreen(() => import('./screens.ts').then(({ loaders }) => loaders[pattern]()))];
  }),
);

/** The screen of an address. The root is the welcome until a check was begun on this device, then Today. */
export function routeOf(path: string, started: boolean): ShownRoute {
  const address = path === '/' ? (started ? '/today' : '/welcome') : path;
  for (const route of routes) {
    const { pattern, place, hidesPlaces }: Route = route;
    const params = matchPath(pattern, address);
    if (params !== undefined) return { Screen: screens.get(pattern) ?? missing, params, place, showsPlaces: hidesPlaces !== true };
  }
  return { Screen: missing, params: {}, place: undefined, showsPlaces: true };
}
