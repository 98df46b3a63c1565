import { parseLocalDate } from '@psoas/kernel';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { createGuest } from './guest.ts';
import { press } from './person.ts';
import { valueOf } from './relay-talk.ts';
import { finishedRun, openWithDiary, sampleEvent, startedDiary } from './sample-diary.ts';
import { createSharingOwner } from './sharing-owner.ts';
import { share } from './share-steps.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp({ withRelay: true });

/** Would run where it was parsed as HTML, in a text, in an attribute or in a script. */
const hostile = `"'><img src=x onerror=hostileRan=1></script>`;
const shareId = 'ab'.repeat(16);

const diary = [
  ...startedDiary(4),
  ...finishedRun(3),
  { ...sampleEvent('note', { text: `${hostile} note` }, 2), id: hostile },
  sampleEvent('measurement', { test: 'thomas', side: 'left', method: 'tape', measuredBy: hostile, trials: [4, 6, 5], value: 5, pelvisHeld: true }, 1),
  sampleEvent('preference-changed', { key: hostile, value: hostile }, 1),
  sampleEvent('preference-changed', { key: '__proto__', value: { hostileRan: 1 } }, 1),
  sampleEvent('share-made', { share: shareId, label: hostile, parts: ['programme', 'sessions'], callMe: hostile, untilMillis: 8e15 }, 1),
  sampleEvent('client-added', { client: 'c1', label: hostile, link: `https://psoas.example/shared#${hostile}`, guestSecret: 'A'.repeat(43) }, 1),
  sampleEvent('client-added', { client: 'c2', label: 'Kim', link: 'javascript:hostileRan=1', guestSecret: 'A'.repeat(43) }, 2),
  sampleEvent(hostile, { some: hostile }, 1),
];

/** Nothing of it ran, and nothing of it became an element or a link. */
async function expectHarmless(page: Page, where: string): Promise<void> {
  expect([where, await page.evaluate(() => [Reflect.get(window, 'hostileRan'), Reflect.get({}, 'hostileRan')])]).toEqual([where, [undefined, undefined]]);
  expect([where, await page.locator('[onerror], img[src="x"], [href^="javascript:" i]').count()]).toEqual([where, 0]);
}

it('[HD-05] names, notes and labels that are HTML are shown as they are, on every screen that shows them', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/today', diary);
  const { faults } = watchPage(page);
  const shown: string[] = [];
  for (const path of ['/today', '/programme', '/progress', '/report', '/result', '/measure', '/share', `/share/${shareId}`, '/clients', '/clients/c1', '/clients/c2', '/settings']) {
    await page.goto(path);
    await page.waitForSelector('h1');
    await page.waitForLoadState('networkidle');
    await expectHarmless(page, path);
    if ((await page.locator('main').innerText()).includes(hostile)) shown.push(path);
  }
  expect(shown).toEqual(expect.arrayContaining(['/progress', '/share', `/share/${shareId}`, '/clients']));
  expect(faults.filter((fault) => !fault.startsWith('Failed to load resource'))).toEqual([]);
});

it('[HD-05] a file with a hostile name and hostile entries is refused or shown, and runs nothing', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/settings', startedDiary());
  await page.getByRole('heading', { name: 'Your data', exact: true }).click();
  const choose = (text: string): Promise<void> =>
    page.getByLabel('Bring in a copy').setInputFiles({ name: `${hostile}.json`.replaceAll('/', ' '), mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose(`<gpx><trk><type>${hostile.replaceAll(/[<>]/g, '')}</type></trk></gpx>`);
  await page.getByRole('alert').waitFor();
  await expectHarmless(page, 'a file of a watch');
  await choose(`{"format":"psoas-diary","version":1,"${hostile.replaceAll('"', '')}":1,"events":[{"__proto__":{"hostileRan":1}},${JSON.stringify(diary[6])},{"id":${JSON.stringify(hostile)},"kind":"x"}]}`);
  await page.getByRole('dialog').waitFor();
  await expectHarmless(page, 'a copy of a diary');
});

it('[HD-05] what a guest writes, and what a share shows, stays text on both sides', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/settings', startedDiary(2));
  await page.getByRole('link', { name: /Share with a physiotherapist or coach/ }).click();
  const guest = createGuest(await share(page, ['Programme', 'Sessions and pain']));
  await guest.write('comment', { from: hostile, text: `${hostile} comment` });
  await guest.write('proposal', { from: hostile, text: hostile, changes: [{ kind: 'swap', exercise: 'dead-bug', by: 'constructor' }] });
  await guest.write('clinician-word', { from: hostile, text: hostile, flags: ['RF21'], date: valueOf(parseLocalDate('2026-11-20')) });
  await page.goto('/today');
  await page.getByText(`${hostile} comment`, { exact: false }).first().waitFor();
  await expectHarmless(page, 'today');

  const owner = await createSharingOwner(app.address());
  await owner.show(diary, { callMe: hostile });
  const other = await app.openPage();
  await setTestClock(other);
  await other.goto(owner.address());
  await other.getByRole('heading', { level: 1, name: hostile }).waitFor();
  await expectHarmless(other, 'a share');
  await other.getByLabel('Name in your list').fill(hostile);
  await press(other, 'Keep this client');
  await other.goto('/clients');
  await other.getByRole('link', { name: hostile }).waitFor();
  await expectHarmless(other, 'clients');
});
