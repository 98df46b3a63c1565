import { emptyPagePath } from '../compressed-app-server.ts';
import type { Measurement } from '../measurement.ts';
import { readPaints, watchPaints, type PaintTimes } from '../paint-times.ts';
import { onSlowPage, phoneWords, withPhone, withServedApp } from '../phone.ts';
import { afterWarmUp } from '../stopwatch.ts';

/** Opening the app that the device keeps. */
export const offlineStart: Measurement = {
  id: 'offline',
  what: 'a start without a network, with a year of diary',
  how: `${phoneWords}; the service worker has kept the app, then the network is cut and Today is opened in a new page. The ratio is to the first paint of an empty page on the same processor, from a server on the same machine.`,
  runs: 7,
  measure: ({ runs, today }) =>
    withServedApp((address) =>
      withPhone({ address, today, years: 1, keepsApp: true }, async (context) => {
        const open = (path: string): Promise<PaintTimes> =>
          onSlowPage(context, async (page) => {
            await watchPaints(page);
            await page.goto(path);
            await page.waitForSelector('h1');
            return readPaints(page);
          });
        // By another name the server is another place, which no service worker answers for.
        const emptyAddress = address.replace('127.0.0.1', 'localhost') + emptyPagePath;
        const measured = await afterWarmUp(runs, async () => {
          await context.setOffline(false);
          const empty = await open(emptyAddress);
          await context.setOffline(true);
          return { empty, page: await open('/today') };
        });
        return [
          { id: 'offline.fcp', what: 'Today without a network, FCP', unit: 'ms', better: 'less', values: measured.map(({ page }) => page.fcp) },
          { id: 'offline.lcp', what: 'Today without a network, LCP', unit: 'ms', better: 'less', values: measured.map(({ page }) => page.lcp) },
          { id: 'offline.ratio', what: 'Today without a network, LCP', ratioTo: 'FCP of an empty page', unit: 'ratio', better: 'less', values: measured.map(({ page, empty }) => page.lcp / empty.fcp) },
        ];
      }),
    ),
};
