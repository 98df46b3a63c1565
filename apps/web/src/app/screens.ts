import type { ScreenLoader } from './lazy-screen.tsx';
import type { LaterPattern } from './routes.ts';

/** Where the code of every screen is that the first load leaves out; itself fetched when the first of them is needed. */
export const loaders: { readonly [pattern in LaterPattern]: ScreenLoader } = {
  '/check': () => import('../screens/check/check-screen.tsx'),
  '/result': () => import('../screens/result/result-screen.tsx'),
  '/programme': () => import('../screens/programme/programme-screen.tsx'),
  '/session/:id': () => import('../screens/session/session-screen.tsx'),
  '/unwell': () => import('../screens/session/unwell-screen.tsx'),
  '/done/:run': () => import('../screens/done/past-session-screen.tsx'),
  '/repeat/:side': () => import('../screens/check/repeat-screen.tsx'),
  '/breaks': () => import('../screens/breaks/breaks-screen.tsx'),
  '/stretch/:occasion': () => import('../screens/stretch/stretch-screen.tsx'),
  '/measure': () => import('../screens/measure/measure-screen.tsx'),
  '/progress': () => import('../screens/progress/progress-screen.tsx'),
  '/report': () => import('../screens/report/report-screen.tsx'),
  '/exercises': () => import('../screens/exercises/exercises-screen.tsx'),
  '/exercises/:id': () => import('../screens/exercises/exercise-screen.tsx'),
  '/learn': () => import('../screens/learn/learn-screen.tsx'),
  '/learn/:id': () => import('../screens/learn/article-screen.tsx'),
  '/body': () => import('../screens/body/body-screen.tsx'),
  '/questions': () => import('../screens/faq/faq-screen.tsx'),
  '/corrections': () => import('../screens/corrections/corrections-screen.tsx'),
  '/sources': () => import('../screens/sources/sources-screen.tsx'),
  '/settings': () => import('../screens/settings/settings-screen.tsx'),
  '/settings/:id': () => import('../screens/settings/settings-screen.tsx'),
  '/privacy': () => import('../screens/privacy/privacy-screen.tsx'),
  '/shared': () => import('../screens/shared/shared-screen.tsx'),
  '/clients': () => import('../screens/clients/clients-screen.tsx'),
  '/clients/:client': () => import('../screens/clients/client-screen.tsx'),
};
