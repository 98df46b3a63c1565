import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { paperHtml, paperSizes } from '@psoas/exchange/paper';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printPdf } from '../../cli/src/adapters/print-pdf.ts';
import { findBrowser } from '../../../tools/find-browser.ts';
import { launchBrowser } from '../../../tools/launch-browser.ts';
import { handoutOf, personState, sheetOf } from '../../../tools/paper/person-on-paper.ts';
import { readPrint } from './paper.ts';

/** Two pages take those with five exercises, and those whose screening adds lines. */
const people = ['desk-worker', 'front-of-thigh', 'hypermobile-dancer', 'neither', 'no-floor-no-kneeling', 'pregnant-after-agreement', 'two-minutes', 'unsteady', 'hip-replacement-after', 'runner'] as const;
const twoPages: readonly string[] = ['hip-replacement-after a4', 'hip-replacement-after letter', 'runner a4', 'runner letter', 'hypermobile-dancer letter'];
const millimetres = { a4: { widthMillimetres: 210, heightMillimetres: 297 }, letter: { widthMillimetres: 216, heightMillimetres: 279 } } as const;

let browser: Browser;
let folder = '';
beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'psoas-pages-'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

it.each(people)('[PA-03] [PA-05] [PA-09] the programme of %s is whole on every paper: no exercise is split', async (person) => {
  const handout = handoutOf(personState(person));
  if (!handout.ok) throw new Error(handout.error.id);
  const page = await browser.newPage();
  for (const size of paperSizes)
    for (const isLarge of [false, true]) {
      const look = { size, isLarge };
      const file = join(folder, 'page.html');
      await writeFile(file, paperHtml(sheetOf(handout.value, look), look));
      await page.goto(pathToFileURL(file).href);
      // Each exercise as the browser lays it out; its words must all stand on one page of the print.
      const cards = await page.locator('.paper-card').allInnerTexts();
      const print = await readPrint(await page.pdf({ preferCSSPageSize: true, tagged: true }));
      expect(print).toMatchObject({ title: 'Your programme, 2 March 2026', language: 'en-GB', isTagged: true });
      expect(print.pages.map(({ widthMillimetres, heightMillimetres }) => ({ widthMillimetres, heightMillimetres }))).toEqual(print.pages.map(() => millimetres[size]));
      const pages = print.pages.map(({ text }) => bare(text));
      expect(cards.filter((card) => !pages.some((text) => lettersIn(card).every((line) => text.includes(line)))).map((card) => `${size} ${isLarge ? 'large ' : ''}${card.slice(0, 40)}`)).toEqual([]);
      expect(cards).toHaveLength(handout.value.exercises.length);
      if (!isLarge) expect(print.pages.length, `${size}`).toBe(twoPages.includes(`${person} ${size}`) ? 2 : 1);
    }
  await page.close();
});

it('[PA-09] the command line prints the same through its own browser, and leaves nothing behind', async () => {
  const handout = handoutOf(personState('two-minutes'));
  if (!handout.ok) throw new Error(handout.error.id);
  const look = { size: 'letter', isLarge: false } as const;
  const pdf = await printPdf(paperHtml(sheetOf(handout.value, look), look), findBrowser());
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
  const print = await readPrint(pdf.value);
  expect(print).toMatchObject({ language: 'en-GB', isTagged: true, pages: [{ ...millimetres.letter }] });
  expect([...(print.pages[0]?.roles ?? [])]).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'Table', 'L', 'Figure']));
  const broken = join(folder, 'no-browser');
  await writeFile(broken, '#!/bin/sh\nexit 3\n', { mode: 0o755 });
  expect(await printPdf('<p>', broken)).toMatchObject({ ok: false, error: { type: 'failed', browser: broken } });
  expect(await printPdf('<p>', join(folder, 'page.html'))).toMatchObject({ ok: false, error: { type: 'not-a-program' } });
  expect((await readFile(join(folder, 'page.html'))).length).toBeGreaterThan(0);
});

// A PDF knows no spaces at the ends of lines, so only what is printed counts.
function bare(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function lettersIn(card: string): readonly string[] {
  return card.split('\n').map(bare).filter((line) => line !== '');
}
