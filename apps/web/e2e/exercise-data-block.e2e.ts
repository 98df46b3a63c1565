import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';

const app = useApp();

it('[WS-14] an exercise carries its data for machines, and the policy has nothing against it', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  const answer = await page.goto('/exercises/dead-bug');
  expect(answer?.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
  const block = page.locator('script[type="application/ld+json"]');
  await block.waitFor({ state: 'attached' });
  const graph: unknown = JSON.parse((await block.textContent()) ?? '');
  expect(graph).toMatchObject({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'WebPage', url: `${app.address()}/exercises/dead-bug` }, { '@type': 'HowTo', name: 'Dead bug' }, { '@type': 'ExercisePlan' }, { '@type': 'ExercisePlan' }, { '@type': 'BreadcrumbList' }],
  });
  await page.getByRole('link', { name: 'Supine march' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Supine march' }).waitFor();
  await expect.poll(() => block.textContent()).toContain('/exercises/supine-march');
  expect(await block.count()).toBe(1);
  await page.getByRole('link', { name: 'Learn' }).click();
  await page.getByRole('heading', { level: 1, name: 'Learn' }).waitFor();
  expect(await block.count()).toBe(0);
  expect(faults).toEqual([]);
  // The browser does enforce it: a text that no policy let through is refused.
  expect(
    await page.evaluate(() => {
      try {
        document.createElement('script').text = '{}';
        return 'set';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error);
      }
    }),
  ).toBe('refused');
});
