import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { choosePaper, readPrint } from './paper.ts';
import { openWithDiary, sampleEvent, startedDiary } from './sample-diary.ts';
import { tenWeeks } from './ten-weeks.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

it('[PA-10] prints the programme from the app: pictures and all, on white, under the strict policy', async () => {
  const page = await app.openPage({ colourScheme: 'dark' });
  const { faults, requests } = watchPage(page);
  await setTestClock(page);
  await openWithDiary(page, '/programme', tenWeeks());
  await page.getByRole('link', { name: 'Print or save as PDF' }).click();
  await page.getByRole('heading', { level: 1, name: 'On paper' }).waitFor();
  await page.getByLabel('Name on the page').fill('<b>Anna</b>');
  const paper = page.locator('.paper-view article');
  await paper.getByText('<b>Anna</b>').waitFor();
  expect(await paper.locator('b').count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  const print = await readPrint(await page.pdf({ preferCSSPageSize: true, tagged: true }));
  expect(print).toMatchObject({ title: 'Your programme, 21 November 2026', language: 'en-GB', isTagged: true });
  expect(print.pages[0]).toMatchObject({ widthMillimetres: 210, heightMillimetres: 297 });
  expect(print.pages[0]?.text).toContain('Stop at once:');
  expect(print.pages[0]?.text).not.toContain('Name on the page');
  expect(print.pages[0]?.roles).toContain('Figure');
  await page.emulateMedia({ media: 'print' });
  const colours = await paper.evaluate((element) => [getComputedStyle(document.body).backgroundColor, getComputedStyle(element).backgroundColor, getComputedStyle(element).color]);
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  expect(await paper.locator('svg path').count()).toBeGreaterThan(100);
  await page.emulateMedia({ media: 'screen' });
  await choosePaper(page, 'Letter');
  await choosePaper(page, 'Large');
  const large = await readPrint(await page.pdf({ preferCSSPageSize: true, tagged: true }));
  expect(large.pages.length).toBeGreaterThan(print.pages.length);
  expect(large.pages[0]).toMatchObject({ widthMillimetres: 216, heightMillimetres: 279 });
  expect([faults, requests.filter((address) => !address.startsWith(app.address()))]).toEqual([[], []]);
  await page.context().close();
});

it('says what comes first where there is nothing to print', async () => {
  const page = await app.openPage();
  await openWithDiary(page, '/handout', []);
  await page.getByRole('heading', { level: 1, name: 'Nothing to print yet' }).waitFor();
  expect(await page.locator('.paper-view').count()).toBe(0);
  await page.context().close();
});

it('[PA-02] says that training is stopped before anything else, shows no exercise, and still prints the report', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/handout', [...startedDiary(), sampleEvent('safety-answered', { newSigns: ['RF01'], painNow: 2 }, 0)]);
  await page.getByRole('heading', { level: 2, name: 'Your programme waits' }).waitFor();
  expect(await page.getByRole('link', { name: 'What to do' }).getAttribute('href')).toBe('/today');
  expect(await page.locator('main svg, .paper-view').count()).toBe(0);
  expect(await page.getByLabel('Name on the page').count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await choosePaper(page, 'Report');
  await page.locator('.paper-view article').getByText('get help now', { exact: false }).waitFor();
  await page.goto('/programme');
  await page.getByRole('heading', { level: 1, name: 'Your programme waits' }).waitFor();
  expect(await page.locator('.figure-card').count()).toBe(0);
  await page.context().close();
});
