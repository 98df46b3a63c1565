import { expect, it } from 'vitest';
import { useApp } from './app.ts';
import { passSafety, press, startSession, tellAboutYou } from './person.ts';
import { openWithDiary, startedDiary } from './sample-diary.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

it('[S-03] answers an emergency sign at once, keeps the answer after a reload, and offers no programme', async () => {
  const page = await app.openPage();
  await page.goto('/check');
  await press(page, /Chest pain/);
  await page.getByRole('dialog').getByRole('button', { name: 'Yes', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Get help now' }).waitFor();
  expect(await page.getByRole('link', { name: 'Call 112' }).getAttribute('href')).toBe('tel:112');
  await page.getByLabel('Where you are').selectOption('uk');
  expect(await page.getByRole('link', { name: 'Call 999' }).getAttribute('href')).toBe('tel:999');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Get help now' }).waitFor();
  await page.goto('/programme');
  await page.getByRole('heading', { level: 1, name: 'Your programme waits' }).waitFor();
  expect(await page.getByRole('button', { name: 'Start this programme' }).count()).toBe(0);
});

it('[E-09] stops the programme when a new sign is told before a session', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/today', startedDiary());
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await press(page, /Severe belly/);
  await page.getByRole('dialog').getByRole('button', { name: 'Yes', exact: true }).click();
  await press(page, 'Next');
  await page.getByRole('heading', { level: 1, name: 'Get help now' }).waitFor();
  await page.goto('/session/day-1-home');
  await page.getByRole('heading', { level: 1, name: 'Get help now' }).waitFor();
  expect(await page.getByRole('button', { name: 'Start', exact: true }).count()).toBe(0);
});

it('[E-09] ends a session under way when an emergency is told elsewhere meanwhile', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/today', startedDiary());
  await startSession(page);
  await page.getByRole('timer').waitFor();
  const other = await page.context().newPage();
  await setTestClock(other);
  await other.goto('/check?new');
  await press(other, /Chest pain/);
  await other.getByRole('dialog').getByRole('button', { name: 'Yes', exact: true }).click();
  await other.getByRole('heading', { level: 1, name: 'Get help now' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Get help now' }).waitFor();
  expect(await page.getByRole('timer').count()).toBe(0);
});

it('[S-08] reaches emergency help in one press from every place', async () => {
  const page = await app.openPage();
  for (const path of ['/', '/check', '/today', '/learn', '/settings']) {
    await page.goto(path);
    await page.waitForSelector('h1');
    await press(page, 'Emergency help');
    expect(await page.getByRole('dialog').getByRole('link', { name: /Call/ }).getAttribute('href')).toBe('tel:112');
  }
});

it('leaves the kneeling test and everything on the floor out for a person who can do neither', async () => {
  const page = await app.openPage();
  await passSafety(page);
  await tellAboutYou(page, { kneeling: 'I cannot', floorIsHard: true });
  await page.getByText('Left out for you').waitFor();
  await press(page, 'Begin');
  for (const title of ['Left side', 'Right side']) {
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText('Standing knee lift').first().waitFor();
    await page.getByLabel('The pelvis tipped backward').check({ force: true });
    await press(page, 'Next');
  }
  await press(page, 'Show my result');
  await page.getByRole('link', { name: 'See my programme' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your week' }).waitFor();
  const shown = (await page.locator('.week').textContent()) ?? '';
  expect(shown).toContain('Standing march');
  for (const onFloor of ['Kneeling', 'Dead bug', 'Lying leg raise', 'Bridge', 'Low lunge']) expect(shown).not.toContain(onFloor);
});
