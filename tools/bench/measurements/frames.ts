import { launchBrowser } from '../launch-browser.ts';
import { createAppServer } from '../serve/app-server.ts';
import { distFolder, ensureBuild } from '../serve/build-freshness.ts';
import { close, listen } from '../serve/listen.ts';

/** How a moving figure keeps up in the browser, on a processor made four times slower. */
export type FrameBench = {
  readonly exercise: string;
  readonly frames: number;
  readonly framesPerSecond: number;
  readonly medianMillis: number;
  readonly limitFramesPerSecond: number;
};

const exercise = 'dead-bug';
const slowdown = 4;
const frames = 300;
/** Of 60: what a screen of 60 Hz shows, less the few frames that a busy machine takes for itself. */
const limitFramesPerSecond = 57;

/** Lets the figure of an exercise page move and counts its frames. Builds the app when it is not fresh. */
export async function benchFrames(): Promise<FrameBench> {
  await ensureBuild();
  const server = createAppServer(distFolder);
  const address = await listen(server, 0);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${address}/exercises/${exercise}`, { waitUntil: 'networkidle' });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.getByRole('button', { name: 'Let it move' }).click();
    const times = await page.evaluate(
      (count) =>
        new Promise<number[]>((resolve) => {
          const seen: number[] = [];
          const note = (millis: number): void => {
            seen.push(millis);
            if (seen.length < count) requestAnimationFrame(note);
            else resolve(seen);
          };
          requestAnimationFrame(note);
        }),
      frames,
    );
    return judge(times);
  } finally {
    await browser.close();
    await close(server);
  }
}

function judge(times: readonly number[]): FrameBench {
  const gaps = times.slice(1).map((millis, index) => millis - (times[index] ?? millis));
  const median = gaps.toSorted((first, second) => first - second)[Math.floor(gaps.length / 2)] ?? 0;
  const total = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return {
    exercise,
    frames: times.length,
    framesPerSecond: Math.round((10_000 * gaps.length) / total) / 10,
    medianMillis: Math.round(median * 10) / 10,
    limitFramesPerSecond,
  };
}
