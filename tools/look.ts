import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { screens, type Screen } from '../apps/web/e2e/screens.ts';
import { readCommandLine, repositoryRoot } from './command-line.ts';
import { launchBrowser } from './launch-browser.ts';
import { createAppServer } from './serve/app-server.ts';
import { distFolder, ensureBuild } from './serve/build-freshness.ts';
import { close, listen } from './serve/listen.ts';
import { galleryPage, looks, pictureFile, type Look, type Picture } from './gallery/gallery.ts';

const usage = `npm run look -- [--only <screen>]...

Takes a picture of every screen of apps/web/e2e/screens.ts, on a phone and on a desk, by day and by night, and
writes them to look/ with an index.html that shows them all.

  --only <screen>   only this screen; may be given more than once
  --help            print this

Exit code: 0 all taken, 1 some could not be taken, 2 wrong command line.`;

/** Takes the pictures, gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words, { only: { type: 'string', multiple: true } }, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const only = Array.isArray(line.options['only']) ? line.options['only'].map(String) : [];
  const chosen = only.length === 0 ? screens : screens.filter(({ name }) => only.includes(name));
  if (chosen.length === 0) {
    console.error(`No such screen. There are: ${screens.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const folder = join(repositoryRoot, 'look');
  await ensureBuild();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const pictures = await takePictures(chosen, folder);
  writeFileSync(join(folder, 'index.html'), galleryPage(pictures));
  const faults = pictures.filter(({ fault }) => fault !== undefined);
  for (const { file, fault } of faults) console.error(`${file}: ${fault ?? ''}`);
  console.log(`${pictures.length - faults.length} of ${pictures.length} pictures: look/index.html`);
  return faults.length === 0 ? 0 : 1;
}

async function takePictures(chosen: readonly Screen[], folder: string): Promise<Picture[]> {
  const server = createAppServer(distFolder);
  const address = await listen(server, 0);
  const pictures: Picture[] = [];
  for (const screen of chosen) {
    for (const look of looks) {
      const file = pictureFile(screen.name, look);
      const browser = await launchBrowser();
      const fault = await beforeStall(takePicture(browser, { screen, look, address, path: join(folder, file) }), 'the browser hung');
      await beforeStall(browser.close(), undefined);
      pictures.push({ screen: screen.name, look, file, ...(fault === undefined ? {} : { fault }) });
    }
  }
  await close(server);
  return pictures;
}

/** A browser that has hung after many pictures answers nothing any more, and nothing else tells. */
const stallMillis = 60_000;

// Each picture has its own browser and a deadline, so that a hanging one costs one picture and not the run.
function beforeStall<Value>(work: Promise<Value>, otherwise: Value): Promise<Value> {
  return Promise.race([work, setTimeout(stallMillis, otherwise, { ref: false })]);
}

interface Shot {
  readonly screen: Screen;
  readonly look: Look;
  readonly address: string;
  readonly path: string;
}

/** Takes one picture from a fresh start; gives what went wrong, if anything did. */
async function takePicture(browser: Browser, shot: Shot): Promise<string | undefined> {
  const context = await browser.newContext({
    baseURL: shot.address,
    viewport: shot.look.size,
    colorScheme: shot.look.colourScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await shot.screen.reach(page);
    await page.screenshot({ path: shot.path, animations: 'disabled' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await context.close();
  }
}

// A browser that hangs would keep the process alive.
if (import.meta.main) process.exit(await main(process.argv.slice(2)));
