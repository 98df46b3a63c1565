import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { entriesIn } from './browser-store.ts';
import { arrived, codeOf, idsIn, openDevice, openFirst, passOn, writeNote } from './other-device.ts';
import { press } from './person.ts';
import { finishedRun, sampleEvent, startedDiary } from './sample-diary.ts';
import { relayBytes, share } from './share-steps.ts';
import { passSeconds } from './test-clock.ts';

const app = useApp({ withRelay: true });

const secretNote = 'cold draught beside the kitchen door';
const diary = [...startedDiary(4), ...finishedRun(3), sampleEvent('note', { text: secretNote }, 2)];

it('[SY-05] [SH-06] two devices and a physiotherapist, each in a browser of its own: one diary, one proposal, one end', async () => {
  const phone = await openFirst(app, diary);
  const { faults } = watchPage(phone);
  const laptop = await openDevice(app, await codeOf(phone));
  await press(laptop, 'Bring it here');
  await arrived(laptop);

  for (const [page, name, seconds] of [[phone, 'phone', 20], [laptop, 'laptop', 10]] as const) {
    await page.goto('/progress');
    await page.getByLabel('Write a note').waitFor();
    await page.context().setOffline(true);
    await passSeconds(page, seconds);
    await writeNote(page, `alone on the ${name}`);
    await page.context().setOffline(false);
  }
  await passOn(phone);
  await passOn(laptop);
  await passOn(phone);
  expect(await idsIn(phone)).toEqual(await idsIn(laptop));

  await phone.goto('/share');
  const address = await share(phone, ['Programme', 'Sessions and pain']);
  const practice = await openDevice(app, address);
  await practice.getByRole('heading', { level: 1, name: 'Kim' }).waitFor();
  await practice.getByLabel('How shall they call you?').fill('Anna');
  await practice.getByRole('button', { name: /^Propose a change:/ }).first().click();
  const proposing = practice.getByRole('dialog');
  await proposing.getByRole('button', { name: /^[−+] /, disabled: false }).first().click();
  await proposing.getByLabel('Why, in one line').fill('Less is enough this week.');
  await proposing.getByRole('button', { name: 'Send the proposal' }).click();
  await practice.getByText('Sent, no answer yet').waitFor();

  await phone.goto('/today');
  const card = phone.locator('section', { has: phone.getByRole('heading', { name: 'A note from Anna from the practice' }) });
  await card.getByText('Less is enough this week.').waitFor();
  await card.getByRole('button', { name: 'Accept', exact: true }).click();
  await card.getByText('Accepted. Your plan follows what fits.').waitFor();
  // The answer goes out from Today by itself.
  await expect
    .poll(async () => {
      await practice.reload();
      await practice.getByRole('heading', { name: 'What you sent' }).waitFor();
      return practice.getByText(/^Accepted on /).count();
    }, { timeout: 20_000 })
    .toBe(1);
  await passOn(phone);
  await passOn(laptop);
  await expect.poll(async () => JSON.stringify(await entriesIn(laptop))).toContain('"proposal-answered"');

  await phone.goto('/share');
  await phone.getByRole('link', { name: /Anna from the practice/ }).click();
  await press(phone, 'End this share');
  await phone.getByRole('dialog').getByRole('button', { name: 'End this share' }).click();
  await phone.getByText('Share with somebody').or(phone.getByText('No longer shared')).or(phone.getByText('ended', { exact: false })).first().waitFor();
  await practice.reload();
  await practice.getByRole('heading', { name: 'This share was ended' }).waitFor();

  expect(faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  const stored = await relayBytes(app);
  expect(stored.length).toBeGreaterThan(10_000);
  const readable = [secretNote, 'alone on the', 'Anna', 'Less is enough', 'kneeling-hip-flexor-lunge', 'proposal-answered'].filter((words) => stored.includes(words));
  expect(readable).toEqual([]);
});
