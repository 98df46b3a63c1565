import { expect, it } from 'vitest';
import { mechanics } from '@psoas/knowledge/mechanics';
import { useApp, watchPage } from './app.ts';

const app = useApp();

it('reads on a claim what the body model shows, with its limit', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  const boat = mechanics.find(({ id }) => id === 'boat-pose');
  await page.goto('/corrections#C087');
  const card = page.locator('#C087');
  await card.getByText('A body model shows otherwise than the article').waitFor();
  await card.getByText(boat?.sentence ?? 'no such finding', { exact: true }).waitFor();
  await card.getByText(boat?.limit ?? 'no such finding', { exact: true }).waitFor();
  // A claim that no posture can test has no such line.
  expect(
    await page
      .locator('#C086')
      .getByText(/body model/)
      .count(),
  ).toBe(0);
  expect(faults).toEqual([]);
});
