import type { BrowserContext } from 'playwright-core';
import { startSession } from '../../../apps/web/e2e/person.ts';
import { emptyPagePath } from '../compressed-app-server.ts';
import type { Measurement } from '../measurement.ts';
import { readPaints, watchPaints } from '../paint-times.ts';
import { onSlowPage, phoneWords, withPhone, withServedApp } from '../phone.ts';
import { inTurn } from '../stopwatch.ts';

/** From opening the app to the first hold. */
export const firstHold: Measurement = {
  id: 'first-hold',
  what: 'from opening Today to the first hold running, with a year of diary',
  how: `${phoneWords}; the app is kept on the device, and there is no network. A program presses Start, no new sign, no pain, on to the session, Start, each as soon as it can be pressed: what a person needs to read and to think is not in it, nor are the seconds to get ready. Each run has a browser of its own. The ratio is to the first paint of an empty page on the same processor.`,
  runs: 5,
  measure: ({ runs, today }) =>
    withServedApp(async (address) => {
      const measured = await inTurn(runs, () => withPhone({ address, today, years: 1, keepsApp: true }, (context) => startOnce(context, address)));
      return [
        { id: 'first-hold.time', what: 'from opening Today to the first hold', unit: 'ms', better: 'less', values: measured.map(({ hold }) => hold) },
        { id: 'first-hold.ratio', what: 'from opening Today to the first hold', ratioTo: 'FCP of an empty page', unit: 'ratio', better: 'less', values: measured.map(({ hold, empty }) => hold / empty) },
      ];
    }),
};

async function startOnce(context: BrowserContext, address: string): Promise<{ readonly hold: number; readonly empty: number }> {
  const empty = await onSlowPage(context, async (page) => {
    await watchPaints(page);
    await page.goto(address.replace('127.0.0.1', 'localhost') + emptyPagePath);
    return (await readPaints(page)).fcp;
  });
  await context.setOffline(true);
  const hold = await onSlowPage(context, async (page) => {
    const began = performance.now();
    await page.goto('/today', { waitUntil: 'commit' });
    await startSession(page);
    await page.waitForSelector('.player-bar[data-kind=ready]', { state: 'attached' });
    await page.evaluate(() => {
      const [, minutes = '0', seconds = '0'] = /(\d+):(\d+)/.exec(document.querySelector('.player-timer')?.textContent ?? '') ?? [];
      if (window.__psoasTestClock !== undefined) window.__psoasTestClock.nowMillis += (Number(minutes) * 60 + Number(seconds)) * 1000;
    });
    await page.waitForSelector('.player-bar[data-kind=work]', { state: 'attached' });
    return performance.now() - began;
  });
  return { hold, empty };
}
