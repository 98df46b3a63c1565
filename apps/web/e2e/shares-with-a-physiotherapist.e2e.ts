import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { entriesIn } from './browser-store.ts';
import { createGuest } from './guest.ts';
import { press } from './person.ts';
import { openWithDiary, sampleAnswers, sampleEvent, startedDiary } from './sample-diary.ts';
import { relayBytes, share } from './share-steps.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp({ withRelay: true });

const secretNote = 'Slept badly, felt stiff beneath the window.';
const comment = 'The left side comes along well, keep the pelvis tucked.';
const diary = [...startedDiary(2), sampleEvent('note', { text: secretNote }, 1)];

async function openPerson(events = diary, path = '/settings'): Promise<Page> {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, path, events);
  return page;
}

it('[SH-01] [SH-06] [SH-07] [SH-12] a person shares, hears a proposal, accepts it, takes it back, and ends the share; the relay can read nothing', async () => {
  const page = await openPerson();
  const { faults } = watchPage(page);
  await page.getByRole('link', { name: /Share with a physiotherapist or coach/ }).click();
  const address = await share(page, ['Programme', 'Sessions and pain']);
  await page.getByText('A sealed copy of your diary now lies at the relay', { exact: false }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  const guest = createGuest(address);
  const view = await guest.read();
  expect(view.standing).toMatchObject({ callMe: 'Kim', parts: ['programme', 'sessions'], today: 'sessions', untilDay: '2026-12-05' });
  expect(view.findings).toBeUndefined();
  expect(JSON.stringify(view)).not.toContain(secretNote);

  await guest.write('comment', { from: 'Anna', text: comment });
  await guest.write('proposal', {
    from: 'Anna',
    text: 'A little more each day.',
    changes: [
      { kind: 'amount', exercise: 'dead-bug', reps: 12 },
      { kind: 'swap', exercise: 'dead-bug', by: 'no-such-thing' },
    ],
  });
  await page.goto('/today');
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'A note from Anna from the practice' }) });
  await card.getByText(comment).waitFor();

  await card.getByText('A part of this', { exact: false }).or(card.getByText('This fits the plan.', { exact: false })).first().waitFor();
  await card.getByText('psoas does not know this exercise.', { exact: false }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await card.getByRole('button', { name: 'Noted' }).click();
  await card.getByRole('button', { name: 'Accept', exact: true }).click();
  await card.getByText('Accepted. Your plan follows what fits.').waitFor();
  await page.locator('.step-changes').getByText('Anna', { exact: false }).waitFor();
  await card.getByRole('button', { name: 'Take it back' }).click();
  await card.getByText('Taken back.', { exact: false }).waitFor();
  expect(await page.locator('.step-changes').getByText('Anna', { exact: false }).count()).toBe(0);
  await card.getByRole('button', { name: 'Accept after all' }).click();
  await card.getByText('Accepted. Your plan follows what fits.').waitFor();
  await expect.poll(async () => (await guest.read()).standing?.answers, { timeout: 15_000 }).toMatchObject([{ proposal: 'reply-2', answer: 'accepted' }]);

  await page.goto('/settings/devices');
  await page.getByText('You still share with somebody.', { exact: false }).waitFor();
  await page.goto('/share');
  await page.getByRole('link', { name: /Anna from the practice/ }).click();
  await page.getByText(/Looked once|Looked \d+ times/).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await press(page, 'End this share');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').check({ force: true });
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'End this share' }).click();
  await page.getByText('The relay has emptied it.').waitFor();
  expect(await guest.knock()).toBe('revoked');
  expect(await entriesIn(page)).toContainEqual(expect.objectContaining({ kind: 'share-ended' }));
  await page.goto('/share');
  await page.getByText('No longer shared').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  const stored = await relayBytes(app);
  expect(stored.length).toBeGreaterThan(1000);
  for (const words of [secretNote, comment, 'Anna', 'Kim', 'dead-bug', 'A little more']) expect(stored.includes(words)).toBe(false);
});

it('[S-05] [SH-06] a clinician\'s word counts only when the person writes it down; a passphrase is needed where one was set', async () => {
  const waiting = sampleEvent('check-completed', { answers: { ...sampleAnswers, safety: { ...sampleAnswers.safety, yes: ['RF22'] } } });
  const page = await openPerson([waiting], '/share');
  const address = await share(page, ['Findings'], 'horse battery');
  expect(() => createGuest(address)).toThrow('passphrase-needed');
  const guest = createGuest(address, 'horse battery');
  expect((await guest.read()).findings?.reasons.map(({ id }) => id)).toContain('RF22');
  await guest.write('clinician-word', { from: 'Anna', flags: ['RF22'], date: '2026-11-20' as never });
  await page.goto('/today');
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'A note from Anna from the practice' }) });
  await card.getByText('It counts only if you took part in this talk.', { exact: false }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect((await entriesIn(page)).filter((entry) => Object(entry).kind === 'clinician-agreed')).toEqual([]);
  await card.getByRole('button', { name: 'Write it down' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').first().waitFor({ state: 'attached' });
  for (const box of await dialog.getByRole('checkbox').all()) await box.check({ force: true });
  await dialog.getByLabel('On which day?').fill('2026-11-20');
  await dialog.getByRole('button', { name: 'Record this' }).click();
  await expect.poll(async () => (await entriesIn(page)).some((entry) => Object(entry).kind === 'clinician-agreed')).toBe(true);
});

it('without a relay it says so, and shows another way', async () => {
  const page = await openPerson(diary, '/share');
  await page.route('**/v1/relay', (route) => route.fulfill({ status: 404, body: 'Not found.' }));
  await page.getByRole('link', { name: 'Share with somebody' }).click();
  await page.getByLabel('Their name, for your list').fill('Anna');
  await press(page, 'Next');
  await page.getByLabel('Programme').check({ force: true });
  await press(page, 'Next');
  await press(page, 'Next');
  await press(page, 'Make the link');
  await page.getByText('Sharing needs a relay', { exact: false }).waitFor();
  expect(await entriesIn(page)).toHaveLength(diary.length);
  expect(await axeFaults(page)).toEqual([]);
});
