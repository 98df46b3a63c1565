/**
 * `npm run trial:hidden`: a session whose page really is hidden for ten minutes. Says how far the timer is off when
 * the person comes back, and what was said and sounded then. Fails above the bars.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createAppServer } from '../serve/app-server.ts';
import { distFolder, ensureBuild } from '../serve/build-freshness.ts';
import { close, listen } from '../serve/listen.ts';
import { launchBareBrowser, type BareTab } from './bare-browser.ts';
import { pageScript, parseReading, type Reading } from './hidden-page.ts';

/** The bar: how far the timer may be off, in milliseconds. */
const errorLimitMillis = 50;
/** The bar: sounds and sentences in the first three seconds after coming back. One set may begin just then. */
const cueLimit = 3;
const holdSeconds = 30;
const restSeconds = 10;

const { values: options } = parseArgs({ options: { minutes: { type: 'string' }, help: { type: 'boolean' } } });
const minutes = Number(options.minutes ?? 10);
if (options.help === true || !(minutes > 0 && minutes <= 60)) {
  console.log('Usage: npm run trial:hidden [-- --minutes 10]\n\nHides a page in the middle of a session for so many minutes (up to 60) and looks at its timer and its sounds when it is seen again.');
  process.exit(options.help === true ? 0 : 1);
}

await ensureBuild();
const server = createAppServer(distFolder);
const address = await listen(server, 0);
const browser = await launchBareBrowser();
try {
  process.exitCode = (await tryHiding()) ? 0 : 1;
} finally {
  await browser.close();
  await close(server);
}

async function tryHiding(): Promise<boolean> {
  const session = await browser.openTab(pageScript());
  await session.show();
  await beginSession(session);
  const other = await browser.openTab('');
  const before = await read(session);
  const hiddenAt = process.hrtime.bigint();
  await other.show();
  const isHidden = (await session.evaluate('document.visibilityState')) === 'hidden';
  console.log(`${isHidden ? 'Hidden' : 'NOT hidden'} for ${minutes} min ...`);
  await wait(minutes * 60_000);
  const ticksHidden = await session.evaluate('psoasTrial.ticks');
  await session.show();
  const hiddenMillis = Number(process.hrtime.bigint() - hiddenAt) / 1e6;
  await wait(3200);
  const after = await read(session);
  return isHidden && report({ before, after, hiddenMillis, ticksHidden: Number(ticksHidden) });
}

// The walk is in the diary already, so that the page goes straight to the player: sets of 30 s with rests of 10 s.
async function beginSession(tab: BareTab): Promise<void> {
  const sets = Math.ceil(((minutes + 3) * 60) / (holdSeconds + restSeconds));
  const item = { exercise: 'kneeling-hip-flexor-lunge', class: 'stretch', side: 'left', sets, holdSeconds, restSeconds, because: ['P-02'] };
  await tab.goTo(`${address}/settings`);
  await until(tab, `/\\d+ entries/.test(document.body?.innerText ?? '')`);
  await tab.evaluate(`psoasTrial.fill(${JSON.stringify(item)})`);
  await tab.goTo(`${address}/session/day-1-home`);
  await press(tab, 'Start');
  await until(tab, 'psoasTrial.saved().then((saved) => saved?.position >= 1)');
}

async function press(tab: BareTab, name: string): Promise<void> {
  const find = `[...document.querySelectorAll('button')].find((button) => button.textContent.trim() === ${JSON.stringify(name)})`;
  await until(tab, `${find} !== undefined`);
  await tab.evaluate(`${find}.click()`);
}

async function until(tab: BareTab, expression: string): Promise<void> {
  for (let turn = 0; turn < 150; turn += 1) {
    if ((await tab.evaluate(expression)) === true) return;
    await wait(200);
  }
  throw new Error(`never came true in the page: ${expression}`);
}

async function read(tab: BareTab): Promise<Reading> {
  const from = Number(process.hrtime.bigint()) / 1e6;
  const found = await tab.evaluate('psoasTrial.read()');
  const to = Number(process.hrtime.bigint()) / 1e6;
  return parseReading(found, { from, to });
}

type Outcome = { readonly before: Reading; readonly after: Reading; readonly hiddenMillis: number; readonly ticksHidden: number };

function report({ before, after, hiddenMillis, ticksHidden }: Outcome): boolean {
  const counted = after.activeMillis - before.activeMillis;
  const passed = after.savedMonotonicMillis - before.savedMonotonicMillis;
  const inPage = after.nowMillis - before.nowMillis;
  const outside = (after.askedMillis.from + after.askedMillis.to - before.askedMillis.from - before.askedMillis.to) / 2;
  // Told by this process's clock, which knows nothing of the page.
  const error = counted - passed + (inPage - outside);
  const onReturn = after.cues.filter(({ sinceShownMillis }) => sinceShownMillis >= 0 && sinceShownMillis < 3000);
  console.log(`hidden ${(hiddenMillis / 1000).toFixed(1)} s, ${ticksHidden} ticks of the page in that time`);
  console.log(`timer: ${(counted / 1000).toFixed(3)} s counted, ${(passed / 1000).toFixed(3)} s by the page's clock; beside the clock of this process ${error.toFixed(1)} ms off (bar: ${errorLimitMillis} ms)`);
  console.log(`on the screen after coming back: "${after.shown}", due ${after.due}, first drawn ${after.drawnAfterMillis.toFixed(0)} ms after it was seen`);
  console.log(`while hidden: ${after.cues.filter(({ sinceShownMillis }) => sinceShownMillis < 0).length} sentences and tones begun`);
  console.log(`in the first 3 s after coming back: ${onReturn.length} (bar: ${cueLimit})`);
  for (const { kind, what, sinceShownMillis } of onReturn) console.log(`  ${(sinceShownMillis / 1000).toFixed(2)} s ${kind} ${what}`);
  return Math.abs(error) <= errorLimitMillis && onReturn.length <= cueLimit;
}
