import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { listen, type Heard } from './heard.ts';
import { readTree, useKeyboard, type Keyboard } from './keyboard.ts';
import { passSeconds, setTestClock } from './test-clock.ts';

const app = useApp();

/** One walk through everything: three proofs of the same minutes, because a session takes a browser its time. */
it('[AC-01] [AC-02] [AC-03] [AC-04] [AC-07] goes from the welcome to the progress of the day after, by keys, by ear and by the accessibility tree', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await setTestClock(page);
  const heard = await listen(page);
  const keyboard = await useKeyboard(page);
  const walk = createWalk(page, keyboard);
  await page.goto('/');
  await answerSafety(walk, keyboard);
  await tellAboutYou(walk, keyboard);
  await doTests(walk, keyboard);
  await startProgramme(walk, keyboard);
  await pauseAndAsk(page, walk, keyboard);
  await finishSession(page, walk, keyboard);
  const voice = await heard.voice();
  const reader = await heard.reader();
  await lookBack(page, walk, keyboard);
  expect(faults).toEqual([]);
  await expect(walk.text()).toMatchFileSnapshot('./golden/by-keyboard.txt');
  await expect(sessionText(voice)).toMatchFileSnapshot('./golden/heard-session.txt');
  const told = reader.filter(({ second }) => second >= (voice[0]?.second ?? 0));
  await expect(sessionText(told)).toMatchFileSnapshot('./golden/told-session.txt');
  expect(toldInOneSecond(told)).toEqual([]);
}, 180_000);

type Walk = ReturnType<typeof createWalk>;

/** Writes down each screen as somebody meets it who tabs through it, and holds it to what every screen owes. */
function createWalk(page: Page, keyboard: Keyboard) {
  const told: string[] = [];
  return {
    text: () => `${told.join('\n').trim()}\n`,
    screen: async (title: string | RegExp, begin: 'at the title' | 'anywhere' = 'at the title'): Promise<void> => {
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      if (begin === 'at the title') await expect.poll(() => keyboard.focused()).toMatch(/^heading/);
      const first = await keyboard.focused();
      const { titles, nameless, pictures } = await readTree(page);
      const { lines, faults } = await keyboard.stops();
      const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
      expect({ title, titles: titles.length, nameless, faults, moving }).toEqual({ title, titles: 1, nameless: [], faults: [], moving: 0 });
      told.push('', `# ${titles.join()}`, `begins at ${first}`, ...pictures.map((picture) => `picture "${picture}"`), ...lines);
    },
    /** A dialog keeps the focus inside; Escape gives it back to what opened it. An alert stays. */
    dialog: async (role: 'dialog' | 'alertdialog', opener: string): Promise<void> => {
      await page.getByRole(role).waitFor();
      const opened = await keyboard.focused();
      const { lines, faults } = await keyboard.stops();
      expect({ faults, isInside: await page.evaluate(() => document.activeElement?.closest('dialog') !== null || document.activeElement === document.body) }).toEqual({ faults: [], isInside: true });
      told.push('', `## ${role} "${await page.getByRole(role).getByRole('heading', { level: 2 }).textContent()}"`, `begins at ${opened}`, ...lines);
      await page.keyboard.press('Escape');
      if (role === 'alertdialog') {
        await page.keyboard.press('Escape');
        // The second Escape closes it for a moment, whatever the page says; it opens again.
        await expect.poll(() => page.getByRole(role).isVisible()).toBe(true);
        return;
      }
      await page.getByRole(role).waitFor({ state: 'detached' });
      await expect.poll(() => keyboard.focused()).toContain(opener);
    },
  };
}

async function answerSafety(walk: Walk, keyboard: Keyboard): Promise<void> {
  await walk.screen('Find out where to start with your psoas', 'anywhere');
  await keyboard.enter('link', 'Start the check');
  await walk.screen('Right now');
  await keyboard.enter('button', 'Fever or ill');
  await walk.dialog('dialog', 'Fever or ill');
  await keyboard.enter('button', 'None of these');
  for (const title of ['Back and nerves', 'Belly, chest, blood vessels', 'Hip and groin', 'Illness and medicines', 'Operations and bones', 'Life stage']) {
    await walk.screen(title);
    await keyboard.enter('button', 'None of these');
  }
}

async function tellAboutYou(walk: Walk, keyboard: Keyboard): Promise<void> {
  await walk.screen('About you');
  await keyboard.type('spinbutton', 'Age', '38');
  await keyboard.choose(/train/, /I train most weeks/);
  await keyboard.enter('button', 'Next');
  await walk.screen('Your week');
  await keyboard.enter('button', 'Next');
  await walk.screen('How you move');
  await keyboard.choose(/[Kk]neel/, 'No trouble');
  await keyboard.choose(/down to the floor/, 'No');
  await keyboard.choose(/on one leg/, 'No');
  await keyboard.choose(/bendier/, 'No');
  await keyboard.choose(/worse|back/, 'Neither of the two');
  await keyboard.enter('button', 'Next');
  await walk.screen('Where it hurts');
  await keyboard.choose(/pain|Pain/, '0');
  await keyboard.enter('button', 'Next');
}

async function doTests(walk: Walk, keyboard: Keyboard): Promise<void> {
  await walk.screen('Now two short tests');
  await keyboard.enter('button', 'Begin');
  for (const side of ['Left side', 'Right side']) {
    await walk.screen(side);
    await keyboard.choose(/feel/, /^Deep in the front of the hip/);
    await keyboard.choose(/when|When/, /^Early/);
    await keyboard.enter('button', 'Next');
  }
  await walk.screen('Left side');
  await keyboard.choose(/./, /^The pelvis tipped backward/);
  await keyboard.enter('button', 'Next');
  await walk.screen('Right side');
  await keyboard.choose(/./, /^It came up cleanly/);
  await keyboard.choose(/higher|above/i, /^Clean there too/);
  await keyboard.enter('button', 'Next');
  await walk.screen(/Measure more/);
  await keyboard.enter('button', 'Show my result');
}

async function startProgramme(walk: Walk, keyboard: Keyboard): Promise<void> {
  await walk.screen('Tight on both sides, weak on the left');
  await keyboard.enter('link', 'See my programme');
  await walk.screen('Your week');
  await keyboard.enter('button', 'Start this programme');
  await walk.screen(/quiet minutes/);
  await keyboard.enter('link', 'Start');
  await walk.screen('Is anything new?');
  await keyboard.enter('button', 'None of these');
  await walk.screen('One more thing');
  await keyboard.choose(/./, '0');
  await keyboard.enter('button', 'Go to the session');
  await walk.screen('Ready when you are');
  await keyboard.enter('button', 'Start');
}

async function pauseAndAsk(page: Page, walk: Walk, keyboard: Keyboard): Promise<void> {
  await passInSession(page, 20);
  await page.keyboard.press('Space');
  await passInSession(page, 60);
  await walk.screen(/./, 'anywhere');
  await keyboard.enter('button', 'Something feels wrong');
  await walk.dialog('dialog', 'Something feels wrong');
  await keyboard.enter('button', 'More');
  await walk.dialog('dialog', 'More');
  await passInSession(page, 1);
  await keyboard.enter('button', 'Go on');
}

async function finishSession(page: Page, walk: Walk, keyboard: Keyboard): Promise<void> {
  for (const exercise of ['stretch', 'strength']) {
    await passInSession(page, 1200);
    if (exercise === 'strength') await walk.screen('How was it?');
    // Somebody who only listens has not tabbed away.
    await page.getByRole('heading', { level: 1, name: 'How was it?' }).focus();
    await answerByDigits(page);
  }
  await passInSession(page, 50);
  await keyboard.enter('button', 'Something feels wrong');
  await passInSession(page, 2);
  await keyboard.enter('button', 'A pinch in the groin');
  await passInSession(page, 30);
  await walk.dialog('alertdialog', 'Something feels wrong');
  await keyboard.enter('button', 'Finish here');
  await walk.screen('Session stopped');
}

// Pain 2, then the first answer of each question that follows.
async function answerByDigits(page: Page): Promise<void> {
  await passInSession(page, 7);
  for (let digit = '2'; (await page.locator('.player-asking').count()) > 0; digit = '1') {
    await page.keyboard.press(digit);
    await passInSession(page, 2);
    await page.keyboard.press('Enter');
    await passInSession(page, 20);
  }
}

async function lookBack(page: Page, walk: Walk, keyboard: Keyboard): Promise<void> {
  await passSeconds(page, 86_400);
  await page.goto('/today');
  await walk.screen(/./, 'anywhere');
  await keyboard.choose(/./, 'Same');
  await keyboard.choose(/pain/i, '0');
  await keyboard.enter('button', 'Save');
  await keyboard.enter('link', 'Progress');
  await walk.screen('');
}

/** Lets the session run, second by second, up to a question, its end or so many seconds. */
async function passInSession(page: Page, seconds: number): Promise<void> {
  await page.evaluate(async (most) => {
    const wasAsking = document.querySelector('.player-asking') !== null;
    for (let passed = 0; passed < most; passed += 1) {
      if (window.__psoasTestClock !== undefined) window.__psoasTestClock.nowMillis += 1000;
      document.dispatchEvent(new Event('visibilitychange'));
      await new Promise((resolve) => setTimeout(resolve));
      const isAsking = document.querySelector('.player-asking') !== null;
      if ((isAsking && !wasAsking) || document.querySelector('.player') === null) break;
    }
    sessionStorage.setItem('test-clock', String(window.__psoasTestClock?.nowMillis));
  }, seconds);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

function sessionText(voice: readonly Heard[]): string {
  const from = voice[0]?.second ?? 0;
  const clock = (second: number): string => `${String(Math.floor((second - from) / 60)).padStart(2)}:${String(Math.floor((second - from) % 60)).padStart(2, '0')}`;
  return `${voice.map(({ second, words, isCut }) => `${clock(second)}  ${words}${isCut === true ? ' ...' : ''}`).join('\n')}\n`;
}

/** Two things told to a screen reader in one second drive each other out. */
function toldInOneSecond(reader: readonly Heard[]): readonly string[] {
  return reader.flatMap(({ second, words }, index) => (reader[index - 1]?.second === second ? [`${reader[index - 1]?.words} / ${words}`] : []));
}
