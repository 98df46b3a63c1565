import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { err, isRecord, ok, type Result } from '@psoas/kernel';
import { errorCode } from './error-code.ts';
import { findBrowser, type BrowserProblem } from './find-browser.ts';

/** Why there is no PDF; `reason` is the code of the system, or the number or signal with which the browser ended. */
export type PdfProblem = BrowserProblem | { readonly type: 'failed'; readonly browser: string; readonly reason: string };

/** Nothing calls out, updates itself or asks to be the usual browser. */
const quietFlags = ['--headless=new', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-pdf-header-footer'];

/** A page takes about a second; a machine that is busy with other things takes longer. */
const longestMillis = 120_000;

/**
 * [PA-09] Prints a document as a tagged PDF through the machine's Chromium, without a window and with a profile of its
 * own, which is gone afterwards together with the page.
 */
export async function printPdf(html: string, named: string | undefined): Promise<Result<Uint8Array, PdfProblem>> {
  const browser = findBrowser({ named, env: process.env, platform: process.platform });
  if (!browser.ok) return browser;
  let folder: string | undefined;
  try {
    folder = await mkdtemp(join(tmpdir(), 'psoas-paper-'));
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    await writeFile(page, html, { mode: 0o600 });
    const args = [...quietFlags, ...sandboxFlags(), `--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${pdf}`, pathToFileURL(page).href];
    await promisify(execFile)(browser.value, args, { timeout: longestMillis });
    return ok(await readFile(pdf));
  } catch (error) {
    return err({ type: 'failed', browser: browser.value, reason: endOf(error) });
  } finally {
    // Its helpers may still be writing when the browser has ended.
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

// What a browser that ended by itself gives: a number or a signal. The text of that error is the whole command line.
function endOf(error: unknown): string {
  if (!isRecord(error)) return errorCode(error);
  const { code, signal } = error;
  return typeof code === 'number' ? String(code) : typeof signal === 'string' ? signal : errorCode(error);
}

// Chromium refuses to run as root with its sandbox on, as in a container.
function sandboxFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
