import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { press } from './person.ts';
import { createSharingOwner } from './sharing-owner.ts';
import { tenWeeks } from './ten-weeks.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp({ withRelay: true });

async function openGuest(address: string, colourScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await app.openPage({ colourScheme });
  await setTestClock(page);
  await page.goto(address);
  return page;
}

it('[SH-01] [SH-06] [Y-28] a link is opened in a browser that was never here, answered, and ended', async () => {
  const owner = await createSharingOwner(app.address());
  await owner.show(tenWeeks());
  const page = await openGuest(owner.address());
  const { faults } = watchPage(page);
  await page.getByRole('heading', { level: 1, name: 'Kim' }).waitFor();
  expect(page.url()).toBe(`${app.address()}/shared`);
  await page.getByRole('heading', { name: 'Plan', exact: true }).waitFor();
  await page.getByText(/Days with something done from/).waitFor();
  await page.getByRole('cell', { name: /tight/ }).first().waitFor();
  expect(await axeFaults(page)).toEqual([]);

  await page.getByLabel('How shall they call you?').fill('Anna');
  await page.getByLabel('Write a comment').fill('Good work.\nKeep the knee quiet.');
  await press(page, 'Send');
  await page.getByText('Sent', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Propose a change:/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^[−+] /, disabled: false }).first().click();
  await dialog.getByText(/fits/).first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByLabel('Why, in one line').fill('Less is enough for now.');
  await dialog.getByRole('button', { name: 'Send the proposal' }).click();
  await page.getByText('Sent, no answer yet').waitFor();
  const replies = await owner.replies();
  expect(replies.comments.map(({ data }) => data)).toEqual([{ from: 'Anna', text: 'Good work.\nKeep the knee quiet.' }]);
  expect(replies.open.map(({ data }) => data)).toMatchObject([{ from: 'Anna', text: 'Less is enough for now.', changes: [{ kind: 'amount' }] }]);

  await page.reload();
  await page.getByText('Keep the knee quiet.').waitFor();
  await owner.end();
  await page.reload();
  await page.getByRole('heading', { name: 'This share was ended' }).waitFor();
  expect(faults.filter((fault) => !fault.includes('403'))).toEqual([]);
});

it('[SH-15] a client is kept in a diary without any check, listed by how they stand, put aside and removed', async () => {
  const owner = await createSharingOwner(app.address());
  await owner.show(tenWeeks());
  const page = await openGuest(owner.address());
  await page.getByLabel('Name in your list').fill('Kim B.');
  await press(page, 'Keep this client');
  await page.getByText('You keep this person as Kim B.').waitFor();
  await page.goto('/today');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto('/settings');
  await page.getByRole('link', { name: /I look after others/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  await page.getByRole('link', { name: /Kim B\./ }).getByText(/Pain|Worse|session|Nothing needs/).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('link', { name: /Kim B\./ }).click();
  await page.getByRole('heading', { level: 1, name: 'Kim B.' }).waitFor();
  await page.getByLabel('How shall they call you?').fill('Anna');
  await page.getByLabel('Write a comment').fill('From the list.');
  await press(page, 'Send');
  await page.getByText('Sent', { exact: true }).waitFor();
  expect((await owner.replies()).comments.map(({ data }) => data.text)).toEqual(['From the list.']);
  await owner.end();
  await page.reload();
  await page.getByRole('heading', { name: 'This share was ended' }).waitFor();
  await page.getByLabel('Name in your list').fill('Kim');
  await press(page, 'Save the name');
  await press(page, 'Put aside');
  await page.getByRole('link', { name: 'Clients' }).click();
  await page.getByText('Put aside (1)').click();
  await page.getByRole('link', { name: /Kim/ }).click();
  await press(page, 'Remove');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { level: 1, name: 'No clients yet' }).waitFor();
});
