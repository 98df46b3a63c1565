import type { Page } from 'playwright-core';

/** What a page says of its own start, in milliseconds from the navigation. */
export type PaintTimes = {
  /** The first text or picture (First Contentful Paint). */
  readonly fcp: number;
  /** The largest text or picture (Largest Contentful Paint). */
  readonly lcp: number;
  /** What tasks after the first paint took beyond 50 ms each (Total Blocking Time). */
  readonly tbt: number;
};

type Seen = { fcp: number; lcp: number; readonly tasks: { readonly start: number; readonly duration: number }[] };

declare global {
  interface Window {
    psoasPaint?: Seen;
  }
}

/** Lets the page note its paints and long tasks from its beginning. Call it before the navigation. */
export async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { fcp: 0, lcp: 0, tasks: [] };
    window.psoasPaint = seen;
    const watch = (type: string, note: (entry: PerformanceEntry) => void): void =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    watch('paint', ({ name, startTime }) => {
      if (name === 'first-contentful-paint') seen.fcp = startTime;
    });
    watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
    watch('longtask', ({ startTime, duration }) => seen.tasks.push({ start: startTime, duration }));
  });
}

/** What was noted until now; waits for the first paint. */
export async function readPaints(page: Page): Promise<PaintTimes> {
  const handle = await page.waitForFunction(() => (window.psoasPaint !== undefined && window.psoasPaint.fcp > 0 && window.psoasPaint.lcp > 0 ? window.psoasPaint : undefined));
  const seen = await handle.jsonValue();
  if (seen === undefined) throw new Error('the page painted nothing');
  const { fcp, lcp, tasks } = seen;
  const blocking = tasks.filter(({ start }) => start >= fcp).map(({ duration }) => Math.max(0, duration - 50));
  return { fcp, lcp, tbt: blocking.reduce((sum, millis) => sum + millis, 0) };
}
