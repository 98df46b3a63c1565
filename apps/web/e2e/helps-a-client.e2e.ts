import type { Page } from 'playwright-core';
import type { SealedEvent } from '@psoas/sync';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { press } from './person.ts';
import { sampleAnswers, sampleEvent, startedDiary } from './sample-diary.ts';
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
  const paper = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } });
  expect(Number(/\/Count (\d+)/.exec(paper.toString('latin1'))?.[1])).toBeLessThanOrEqual(3);
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

it('[Y-29] a wrong passphrase is told apart from a damaged link, and the right one opens it', async () => {
  const owner = await createSharingOwner(app.address());
  await owner.show(startedDiary(2), { parts: ['programme'] });
  const page = await openGuest(owner.address('green door'));
  await page.getByLabel('Passphrase').fill('red door');
  await press(page, 'Open');
  await page.getByText(/not the passphrase/).waitFor();
  await page.getByLabel('Passphrase').fill('green door');
  await press(page, 'Open');
  await page.getByRole('heading', { level: 1, name: 'Kim' }).waitFor();
  expect(await page.getByText('Not shared with you.').count()).toBe(3);
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(new URL(owner.address()).hash.slice(1, 60));

  for (const [hash, said] of [['#%', 'This link is damaged'], [owner.address().slice(owner.address().indexOf('#'), -3), 'This link is damaged']] as const) {
    await page.evaluate((next) => {
      window.location.hash = next;
    }, hash);
    await page.getByRole('heading', { name: said }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
  }
});

it('[Y-18] [Y-13] a second guest reads and cannot answer; a share that is over says so', async () => {
  const owner = await createSharingOwner(app.address());
  await owner.show(startedDiary(2));
  const first = await openGuest(owner.address());
  await first.getByLabel('How shall they call you?').fill('Anna');
  await first.getByLabel('Write a comment').fill('First.');
  await press(first, 'Send');
  await first.getByText('Sent', { exact: true }).waitFor();
  const second = await openGuest(owner.address());
  await second.getByText(/One guest can answer by a link/).first().waitFor();
  expect(await second.getByRole('button', { name: /^Propose/ }).count()).toBe(0);

  const short = await createSharingOwner(app.address(), 1);
  const late = await openGuest(short.address());
  await late.getByRole('heading', { name: 'This share has ended' }).waitFor();
});

it('[S-05] [SH-08] [SH-11] records that a clinician agreed, and proposes another exercise and a side', async () => {
  const owner = await createSharingOwner(app.address());
  const asked = { ...sampleAnswers, safety: { ...sampleAnswers.safety, yes: ['RF22'] } };
  await owner.show([sampleEvent('check-completed', { answers: asked })]);
  const page = await openGuest(owner.address());
  await page.getByRole('heading', { name: 'Sessions are stopped.' }).waitFor();
  await page.getByLabel('How shall they call you?').fill('Anna');
  await press(page, 'Record that a clinician agreed');
  const dialog = page.getByRole('dialog');
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Send this' }).click();
  await dialog.getByText('Mark for which, the day, and the statement.').waitFor();
  await dialog.getByRole('checkbox').first().check({ force: true });
  await dialog.getByLabel('On which day?').fill('2026-11-20');
  await dialog.getByRole('checkbox').last().check({ force: true });
  await dialog.getByRole('button', { name: 'Send this' }).click();
  await page.getByText('Sent', { exact: true }).waitFor();
  expect((await owner.replies()).words.map(({ data }) => data)).toEqual([{ from: 'Anna', flags: ['RF22'], date: '2026-11-20' }]);

  await owner.show(startedDiary(2));
  await page.reload();
  for (const kind of ['Another exercise', 'Which side']) {
    await page.getByRole('button', { name: /^Propose a change: Kneeling/ }).click();
    await dialog.getByLabel(kind).check({ force: true });
    if (kind === 'Which side') await dialog.getByLabel('The left side only').check({ force: true });
    else await dialog.getByLabel('In its place').selectOption({ index: 1 });
    await dialog.getByText('This fits the plan.').waitFor();
    await dialog.getByRole('button', { name: 'Send the proposal' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  expect((await owner.replies()).open.flatMap(({ data }) => data.changes.map((change) => change.kind))).toEqual(['swap', 'side']);
});

it('a message written without a network waits, and is sent when it is back', async () => {
  const owner = await createSharingOwner(app.address());
  await owner.show(startedDiary(2));
  const page = await openGuest(owner.address());
  await page.getByLabel('How shall they call you?').fill('Anna');
  await page.getByLabel('Write a comment').fill('From the train.');
  await page.context().setOffline(true);
  await press(page, 'Send');
  await page.getByText('Waits to be sent').waitFor();
  expect((await owner.replies()).comments).toEqual([]);
  await page.context().setOffline(false);
  await page.getByText('Sent', { exact: true }).waitFor();
  expect((await owner.replies()).comments.map(({ data }) => data.text)).toEqual(['From the train.']);
});

it('[SH-04] [SH-05] what somebody shares who means harm breaks nothing', async () => {
  const owner = await createSharingOwner(app.address());
  await owner.show(startedDiary(2), { callMe: '<img src=x onerror=alert(1)>' });
  const envelope = { kind: 'shared-part', version: 1, atMillis: Date.UTC(2026, 10, 22), day: '2026-11-21' };
  const odd: readonly SealedEvent[] = [
    { ...envelope, id: 'long', data: { part: 'standing', day: '2026-11-21', callMe: 'x'.repeat(50_000), parts: [], today: 'rest', retestDue: false, answers: [] } },
    { ...envelope, id: 'types', data: { part: 'programme', day: 7, programme: 'none' } },
    { ...envelope, id: 'proto', data: { part: '__proto__', day: '2026-11-21' } },
    { ...envelope, id: 'newer', version: 9, data: {} },
    { ...envelope, id: 'old', data: { part: 'measurements', day: '0001-01-01', series: [{ test: 'thomas', left: [{ day: '0001-01-01', value: 100_000, error: -100_000, method: 'tape' }, { day: '9999-12-31', value: 1, error: 1, method: 'tape' }], right: [], change: { left: { kind: 'nothing' }, right: { kind: 'nothing' } }, notUsed: 1 }] } },
    ...Array.from({ length: 1500 }, (_, index) => ({ ...envelope, id: `many-${index}`, data: { part: 'sessions', left: '<b>bold</b>' } })),
  ];
  await owner.showAnything(odd);
  const page = await openGuest(owner.address());
  const { faults } = watchPage(page);
  await page.getByRole('heading', { level: 1, name: '<img src=x onerror=alert(1)>' }).waitFor();
  await page.getByText(/A newer psoas wrote some of it/).waitFor();
  await page.getByText('Not measured in this time.').waitFor();
  expect(faults).toEqual([]);
});
