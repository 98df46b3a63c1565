import type { BrowserContext } from 'playwright-core';
import { emptyPagePath } from '../compressed-app-server.ts';
import type { Measurement } from '../measurement.ts';
import { onSlowPage, phoneWords, withPhone, withServedApp } from '../phone.ts';
import { afterWarmUp } from '../stopwatch.ts';

const exercise = 'dead-bug';
const framesPerRun = 120;
/** Of 60: what a screen of 60 Hz shows, less the few frames that a busy machine takes for itself. */
const limitFramesPerSecond = 57;

/** How a moving figure keeps up in the browser. */
export const frames: Measurement = {
  id: 'frames',
  what: 'the moving figure in the browser',
  how: `${phoneWords}: the figure of \`${exercise}\` moves on the page of its exercise, ${framesPerRun} frames a run. The ratio is to the frames of an empty page in the same run.`,
  runs: 5,
  measure: ({ runs, today }) =>
    withServedApp((address) =>
      withPhone({ address, today }, async (context) => {
        const measured = await afterWarmUp(runs, async () => ({ empty: await countFrames(context, emptyPagePath), moving: await countFrames(context, `/exercises/${exercise}`) }));
        return [
          { id: 'frames.rate', what: `the moving figure of ${exercise}`, unit: 'frames a second', better: 'more', bar: { limit: limitFramesPerSecond }, values: measured.map(({ moving }) => moving) },
          { id: 'frames.ratio', what: 'frames of the moving figure', ratioTo: 'an empty page', unit: 'ratio', better: 'more', values: measured.map(({ moving, empty }) => moving / empty) },
        ];
      }),
    ),
};

function countFrames(context: BrowserContext, path: string): Promise<number> {
  return onSlowPage(context, async (page) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    if (path !== emptyPagePath) await page.getByRole('button', { name: 'Let it move' }).click();
    return page.evaluate(
      (count) =>
        new Promise<number>((resolve) => {
          const seen: number[] = [];
          const note = (millis: number): void => {
            seen.push(millis);
            const [first = millis] = seen;
            if (seen.length <= count) requestAnimationFrame(note);
            else resolve((1000 * count) / (millis - first));
          };
          requestAnimationFrame(note);
        }),
      framesPerRun,
    );
  });
}
