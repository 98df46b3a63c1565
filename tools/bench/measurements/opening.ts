import type { BrowserContext } from 'playwright-core';
import type { LocalDate } from '@psoas/kernel';
import type { Measurement } from '../measurement.ts';
import { onSlowPage, phoneWords, withPhone, withServedApp } from '../phone.ts';
import { afterWarmUp, inTurn } from '../stopwatch.ts';

/** The bar for Today, in milliseconds from the first look into the database. */
const limitMillis = 150;
const lengths = [1, 2, 5] as const;

/** How Today opens as a diary grows. */
export const opening: Measurement = {
  id: 'opening',
  what: 'Today with a diary of 1, 2 and 5 years',
  how: `${phoneWords}, from a server on the same machine; somebody looked at Today before, as on every other day. From the first look into the database, and from the navigation, until what Today says has been painted. The diaries by turns.`,
  runs: 7,
  measure: ({ runs, today }) =>
    withServedApp((address) =>
      withContexts({ address, today }, [...lengths], async (contexts) => {
        const measured = await afterWarmUp(runs, async () => inTurn(contexts.length, (place) => openToday(contexts[place])));
        const values = (place: number, pick: (times: Times) => number): readonly number[] => measured.flatMap((run) => run.slice(place, place + 1).map(pick));
        const one = values(0, ({ navigation }) => navigation);
        return [
          ...lengths.flatMap((years, place) => {
            const words = `Today with ${years} ${years === 1 ? 'year' : 'years'}`;
            return [
              { id: `opening.${years}`, what: `${words}, from the first look at the diary`, unit: 'ms', better: 'less', bar: { limit: limitMillis }, values: values(place, (times) => times.opening) } as const,
              { id: `opening.${years}.navigation`, what: `${words}, from the navigation`, unit: 'ms', better: 'less', values: values(place, ({ navigation }) => navigation) } as const,
            ];
          }),
          { id: 'opening.growth', what: 'Today with 5 years', ratioTo: 'Today with 1 year, both from the navigation', unit: 'ratio', better: 'less', values: values(2, ({ navigation }) => navigation).map((millis, run) => millis / (one[run] ?? Number.NaN)) },
        ];
      }),
    ),
};

type Place = { readonly address: string; readonly today: LocalDate };

// A browser for each length, all open at once, so that they can be measured by turns.
function withContexts<Found>(place: Place, [years, ...later]: readonly number[], work: (contexts: readonly BrowserContext[]) => Promise<Found>): Promise<Found> {
  if (years === undefined) return work([]);
  return withPhone({ ...place, years }, (context) => withContexts(place, later, (contexts) => work([context, ...contexts])));
}

type Times = { readonly opening: number; readonly navigation: number };

declare global {
  interface Window {
    psoasOpening?: { asked?: number; painted?: number };
  }
}

// Runs in the page: notes when the app first opens its database, and when what Today says has been painted.
function watchOpening(): void {
  const seen: { asked?: number; painted?: number } = {};
  window.psoasOpening = seen;
  const { indexedDB: factory } = window;
  const open = factory.open.bind(factory);
  factory.open = (...given) => {
    seen.asked ??= performance.now();
    return open(...given);
  };
  const watch = new MutationObserver(() => {
    if (document.querySelector('main h1') === null) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      // A message comes after the frame has been drawn.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => (seen.painted = performance.now()));
      port1.start();
      port2.postMessage('');
    });
  });
  watch.observe(document, { childList: true, subtree: true });
}

async function openToday(context: BrowserContext | undefined): Promise<Times> {
  if (context === undefined) throw new Error('no browser for this diary');
  return onSlowPage(context, async (page) => {
    await page.addInitScript(watchOpening);
    await page.goto('/today');
    const seen = await page.waitForFunction(() => (window.psoasOpening?.painted === undefined ? undefined : window.psoasOpening));
    const { asked = 0, painted = 0 } = (await seen.jsonValue()) ?? {};
    return { opening: painted - asked, navigation: painted };
  });
}
