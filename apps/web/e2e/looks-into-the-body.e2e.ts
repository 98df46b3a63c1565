import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createBodyModel, evaluatePose } from '@psoas/body';
import { useApp, watchPage } from './app.ts';

const app = useApp();

it('is read and moved by the keyboard alone, and shows the numbers of the model', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await page.goto('/learn');
  await page.getByRole('link', { name: /Inside the body/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Inside the body' }).waitFor();

  const picture = page.getByRole('slider', { name: 'Turn the picture' });
  await picture.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await picture.getAttribute('aria-valuetext')).toContain('the right');

  const hip = page.getByRole('slider', { name: 'Hip', exact: true });
  await hip.focus();
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('ArrowLeft');
  expect(await hip.getAttribute('aria-valuetext')).toBe('20° back');
  for (const muscle of ['psoas', 'iliacus', 'rectus_femoris'])
    expect(await numberOf(page, `[data-muscle=${muscle}]`)).toBe(percentIn({ hip_flexion_r: -20 }, muscle));

  await page.getByRole('slider', { name: 'Pelvis' }).focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
  expect(await hip.getAttribute('aria-valuetext')).toBe('25° back');
  expect(await numberOf(page, '[data-muscle=psoas]')).toBe(
    percentIn({ hip_flexion_r: -25, lumbar_extension: -5 }, 'psoas'),
  );
  expect(faults).toEqual([]);
  await page.context().close();
});

it('lets a person try the tuck and the arch, and says what they changed', async () => {
  const page = await app.openPage();
  await page.goto('/body');
  await page.getByRole('button', { name: 'Tuck', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Now press Arch.').waitFor();
  await page.getByRole('button', { name: 'Arch', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/Same thigh, another pelvis/).waitFor();
  const level = { hip_flexion_r: -20, knee_angle_r: 90 };
  expect(await numberOf(page, '[data-row=tucked]')).toBe(
    percentIn({ ...level, hip_flexion_r: -30, lumbar_extension: -10 }, 'psoas'),
  );
  expect(await numberOf(page, '[data-row=level]')).toBe(percentIn(level, 'psoas'));
  expect(await numberOf(page, '[data-row=arched]')).toBe(
    percentIn({ ...level, hip_flexion_r: -10, lumbar_extension: 10 }, 'psoas'),
  );
  await page.context().close();
});

it('names a muscle that is chosen in the list or touched in the picture', async () => {
  const page = await app.openPage();
  await page.goto('/body');
  await page.getByRole('button', { name: 'Iliacus', exact: true }).focus();
  await page.keyboard.press('Enter');
  const card = page.locator('[data-part-card=iliacus]');
  await card.getByRole('heading', { name: 'Iliacus, right' }).waitFor();
  expect(await card.textContent()).toContain('lesser trochanter');
  await page.getByRole('button', { name: 'Wider' }).click();
  await page.locator('.body-through [data-part=rectus_femoris_r]').nth(1).click();
  await page.getByRole('heading', { name: 'Rectus femoris, right' }).waitFor();
  await page.context().close();
});

it('opens in the posture of an exercise', async () => {
  const page = await app.openPage();
  await page.goto('/body?posture=kneeling-hip-flexor-lunge');
  await page.getByText(/The end of the movement/).waitFor();
  await page.waitForFunction(
    () => !document.querySelector('[data-muscle=psoas]')?.textContent?.includes('0.0 %'),
  );
  expect(await numberOf(page, '[data-muscle=psoas]')).toMatch(/^\+\d\.\d %$/);
  await page.context().close();
});

it('walks, in still pictures for those who want less motion', async () => {
  const page = await app.openPage();
  await page.goto('/body');
  await page.getByLabel('Start from').selectOption('walking');
  await page.getByText('The foot is about to leave the floor').waitFor();
  const before = await numberOf(page, '[data-muscle=psoas]');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByText('The leg swings forward').waitFor();
  expect(await numberOf(page, '[data-muscle=psoas]')).not.toBe(before);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Play' }).waitFor();
  await page.context().close();
});

it('turns under a dragging pointer', async () => {
  const page = await app.openPage();
  await page.goto('/body');
  const picture = page.getByRole('slider', { name: 'Turn the picture' });
  const box = await picture.boundingBox();
  if (box === null) throw new Error('the picture is not there');
  const before = Number(await picture.getAttribute('aria-valuenow'));
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 50, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  expect(Number(await picture.getAttribute('aria-valuenow'))).toBe(before + 30);
  await page.context().close();
});

async function numberOf(page: Page, row: string): Promise<string> {
  return (await page.locator(`${row} .strong`).textContent()) ?? '';
}

/** What the page has to show for a muscle of the right side. */
function percentIn(pose: Readonly<Record<string, number>>, muscle: string): string {
  const evaluation = evaluatePose(createBodyModel(), pose);
  if (!evaluation.ok) throw new Error(evaluation.error.kind);
  const share =
    evaluation.value.muscles.find(({ name }) => name === `${muscle}_r`)?.changeShare ?? Number.NaN;
  return `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)} %`;
}
