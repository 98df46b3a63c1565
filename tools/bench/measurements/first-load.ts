import type { BrowserContext } from 'playwright-core';
import { emptyPagePath } from '../compressed-app-server.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { readPaints, watchPaints, type PaintTimes } from '../paint-times.ts';
import { beginColdOnSlowNetwork, onSlowPage, phoneWords, slowNetworkWords, withPhone, withServedApp } from '../phone.ts';
import { afterWarmUp } from '../stopwatch.ts';

const places = [
  { id: 'welcome', what: 'welcome', path: '/', years: 0 },
  { id: 'today', what: "today's session with a year of diary", path: '/today', years: 1 },
] as const;

/** The first visit over a slow network. */
export const firstLoad: Measurement = {
  id: 'first-load',
  what: 'a first load over a slow network',
  how: `${phoneWords}, ${slowNetworkWords}, with nothing in its cache; files gzipped as a host should. Until the network is quiet: requests, bytes with their headers, first and largest paint (FCP, LCP), and what tasks after the first paint took beyond 50 ms each (TBT). The service worker, which fetches the rest once the page is quiet, is left out. The ratio is to the first paint of an empty page, loaded in the same way right before.`,
  runs: 5,
  measure: ({ runs, today }) =>
    withServedApp(async (address) => {
      const figures: Figure[] = [];
      for (const { id, what, path, years } of places) {
        const measured = await withPhone({ address, today, years }, (context) =>
          afterWarmUp(runs, async () => ({ empty: await load(context, emptyPagePath), page: await load(context, path) })),
        );
        figures.push(...figuresOf({ id: `first-load.${id}`, what }, measured));
      }
      return figures;
    }),
};

type Load = PaintTimes & { readonly requests: number; readonly bytes: number };

function load(context: BrowserContext, path: string): Promise<Load> {
  return onSlowPage(context, async (page, session) => {
    await beginColdOnSlowNetwork(session);
    let [requests, bytes] = [0, 0];
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      requests += 1;
      bytes += encodedDataLength;
    });
    await watchPaints(page);
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.waitForSelector('h1');
    return { ...(await readPaints(page)), requests, bytes };
  });
}

type Pair = { readonly empty: Load; readonly page: Load };

function figuresOf({ id, what }: Pick<Figure, 'id' | 'what'>, measured: readonly Pair[]): readonly Figure[] {
  const values = (pick: (each: Load) => number): readonly number[] => measured.map(({ page }) => pick(page));
  return [
    { id: `${id}.bytes`, what: `${what}, bytes`, unit: 'bytes', better: 'less', values: values(({ bytes }) => bytes) },
    { id: `${id}.requests`, what: `${what}, requests`, unit: 'requests', better: 'less', values: values(({ requests }) => requests) },
    { id: `${id}.fcp`, what: `${what}, FCP`, unit: 'ms', better: 'less', values: values(({ fcp }) => fcp) },
    { id: `${id}.lcp`, what: `${what}, LCP`, unit: 'ms', better: 'less', values: values(({ lcp }) => lcp) },
    { id: `${id}.tbt`, what: `${what}, TBT`, unit: 'ms', better: 'less', values: values(({ tbt }) => tbt) },
    { id: `${id}.ratio`, what: `${what}, LCP`, ratioTo: 'FCP of an empty page', unit: 'ratio', better: 'less', values: measured.map(({ empty, page }) => page.lcp / empty.fcp) },
  ];
}
