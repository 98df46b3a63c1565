import type { TickerPort } from './player-ports.ts';

/** Often enough that a second never looks skipped. */
const everyMillis = 200;

/** Ticks of the page. How punctual they are does not matter: time comes from the clocks. */
export function createPageTicker(): TickerPort {
  return {
    start: (listener) => {
      const timer = window.setInterval(() => listener('tick'), everyMillis);
      const whenSeen = (): void => listener(document.visibilityState === 'visible' ? 'shown' : 'leaving');
      const whenLeaving = (): void => listener('leaving');
      document.addEventListener('visibilitychange', whenSeen);
      window.addEventListener('pagehide', whenLeaving);
      return () => {
        window.clearInterval(timer);
        document.removeEventListener('visibilitychange', whenSeen);
        window.removeEventListener('pagehide', whenLeaving);
      };
    },
  };
}
