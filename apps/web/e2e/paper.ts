import type { Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as an independent reader sees it. */
export type ReadPrint = {
  readonly title: string;
  readonly language: string;
  /** Whether its parts are marked for assistive technology. */
  readonly isTagged: boolean;
  readonly pages: readonly ReadPage[];
};

/** One page: its size in millimetres, its text in one line, the roles of its marked parts. */
export type ReadPage = { readonly widthMillimetres: number; readonly heightMillimetres: number; readonly text: string; readonly roles: ReadonlySet<string> };

/** Reads a PDF back. */
export async function readPrint(pdf: Uint8Array): Promise<ReadPrint> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ').replaceAll(/\s+/g, ' ').trim();
      const roles = new Set<string>();
      collectRoles(await page.getStructTree(), roles);
      return { widthMillimetres: toMillimetres(width), heightMillimetres: toMillimetres(height), text, roles };
    }),
  );
  const read = { title: wordOf(info, 'Title'), language: wordOf(info, 'Language'), isTagged: (await document.getMarkInfo())?.Marked === true, pages };
  await document.destroy();
  return read;
}

/** Chooses a paper or letters in the print view. */
export async function choosePaper(page: Page, label: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).check({ force: true });
}

function collectRoles(node: unknown, roles: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node && typeof node.role === 'string') roles.add(node.role);
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) collectRoles(child, roles);
}

function wordOf(info: object, name: string): string {
  const word: unknown = Reflect.get(info, name);
  return typeof word === 'string' ? word : '';
}

// A point is a 72nd of an inch. Browsers round to whole pixels, so tenths say nothing.
function toMillimetres(points: number): number {
  return Math.round((points / 72) * 25.4);
}
