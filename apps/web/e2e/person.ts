import type { Page } from 'playwright-core';

/** What a person does in a check; every wait is for something that they would see. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: typeof name === 'string' }).first().click();
}

/** From the welcome to the screen about the person: none of the signs applies. */
export async function passSafety(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Start the check' }).click();
  await noneOfTheSigns(page);
}

/** All safety screens of a check, up to the one about the person. */
export async function noneOfTheSigns(page: Page): Promise<void> {
  for (const title of ['Right now', 'Back and nerves', 'Belly, chest, blood vessels', 'Hip and groin', 'Illness and medicines', 'Operations and bones', 'Life stage']) {
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await press(page, 'None of these');
  }
  await page.getByRole('heading', { level: 1, name: 'About you' }).waitFor();
}

/** How a person moves. */
export type Moving = { readonly kneeling: 'No trouble' | 'It hurts' | 'I cannot'; readonly floorIsHard: boolean };

/** The screens about the person, up to the tests. */
export async function tellAboutYou(page: Page, { kneeling, floorIsHard }: Moving = { kneeling: 'No trouble', floorIsHard: false }): Promise<void> {
  await page.getByLabel('Age').fill('38');
  await page.getByLabel('I train most weeks').check({ force: true });
  await press(page, 'Next');
  await page.getByRole('heading', { level: 1, name: 'Your week' }).waitFor();
  await press(page, 'Next');
  await page.getByRole('heading', { level: 1, name: 'How you move' }).waitFor();
  await page.getByLabel(kneeling, { exact: true }).check({ force: true });
  await choose(page, /down to the floor/, floorIsHard ? 'Yes' : 'No');
  await choose(page, /on one leg/, 'No');
  await choose(page, /bendier/, 'No');
  await page.getByLabel('Neither of the two').check({ force: true });
  await press(page, 'Next');
  await page.getByRole('heading', { level: 1, name: 'Where it hurts' }).waitFor();
  await page.getByRole('radio', { name: '0', exact: true }).check({ force: true });
  await press(page, 'Next');
  await page.getByRole('heading', { level: 1, name: 'Now two short tests' }).waitFor();
}

/** Both tests: a pull in half-kneeling on both sides, early unless told otherwise, and weak on the left. */
export async function doTests(page: Page, pullComes: string | RegExp = /^Early/): Promise<void> {
  await press(page, 'Begin');
  for (const [index, name] of ['half', 'half', 'lift', 'lift'].entries()) {
    await page.getByRole('heading', { level: 1, name: index % 2 === 0 ? 'Left side' : 'Right side' }).waitFor();
    if (name === 'half') {
      await page.getByLabel('Deep in the front of the hip').check({ force: true });
      await page.getByLabel(pullComes).check({ force: true });
    } else if (index % 2 === 0) await page.getByLabel('The pelvis tipped backward').check({ force: true });
    else {
      await page.getByLabel('It came up cleanly').check({ force: true });
      await page.getByLabel('Clean there too').check({ force: true });
    }
    await press(page, 'Next');
  }
  await page.getByRole('heading', { level: 1, name: /Measure more/ }).waitFor();
  await press(page, 'Show my result');
}

/** From Today through the short form into the running session: no new sign, no pain. */
export async function startSession(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await press(page, 'None of these');
  await page.getByRole('radio', { name: '0', exact: true }).check({ force: true });
  await press(page, 'Go to the session');
  await press(page, 'Start');
}

async function choose(page: Page, question: RegExp, answer: 'Yes' | 'No'): Promise<void> {
  await page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check({ force: true });
}
