import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from './app.ts';
import { press } from './person.ts';

/** Answers the questions of a new share; gives the link. */
export async function share(page: Page, parts: readonly string[], passphrase?: string): Promise<string> {
  await page.getByRole('link', { name: 'Share with somebody' }).click();
  await page.getByLabel('Their name, for your list').fill('Anna from the practice');
  await page.getByLabel('What they shall call you').fill('Kim');
  await press(page, 'Next');
  for (const part of parts) await page.getByLabel(part).check({ force: true });
  await press(page, 'Next');
  await page.getByLabel('After 2 weeks').check({ force: true });
  await press(page, 'Next');
  if (passphrase !== undefined) {
    await page.getByLabel('The link and a passphrase').check({ force: true });
    await page.getByRole('textbox', { name: /^Passphrase/ }).fill(passphrase);
  }
  await press(page, 'Make the link');
  await page.getByRole('heading', { name: 'The link is ready' }).waitFor();
  await page.getByText('The link', { exact: true }).click();
  return page.locator('.code-text').innerText();
}

/** Everything that the relay has on its disk. */
export async function relayBytes(app: App): Promise<string> {
  const names = await readdir(app.relayFolder());
  const files = await Promise.all(names.map((name) => readFile(join(app.relayFolder(), name), 'latin1')));
  return files.join('\n');
}
