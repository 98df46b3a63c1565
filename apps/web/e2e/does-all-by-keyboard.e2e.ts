import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { readTree, useKeyboard, type Keyboard } from './keyboard.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

it('[AC-01] x', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await setTestClock(page);
  const keyboard = await useKeyboard(page);
  const walk = createWalk(page, keyboard);
  await page.goto('/');
  await walk.screen('psoas');
  await keyboard.enter('link', 'Start the check');
  for (const title of ['Right now', 'Back and nerves', 'Belly, chest, blood vessels', 'Hip and groin', 'Illness and medicines', 'Operations and bones', 'Life stage']) {
    await walk.screen(title);
    await keyboard.enter('button', 'None of these');
  }
  await walk.screen('About you');
  console.log(walk.text());
  expect(faults).toEqual([]);
}, 180_000);

function createWalk(page: Page, keyboard: Keyboard) {
  const told: string[] = [];
  return {
    text: () => told.join('\n'),
    screen: async (title: string | RegExp) => {
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      const tree = await readTree(page);
      const { lines, faults } = await keyboard.stops();
      told.push('', `# ${tree.titles.join(' | ')}`, JSON.stringify({ ...tree, title }), ...lines, ...faults.map((f) => `!!! ${f}`));
    },
  };
}
