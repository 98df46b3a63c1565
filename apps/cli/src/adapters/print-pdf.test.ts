import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { printPdf } from './print-pdf.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psoas-print-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

describe('a page that becomes no PDF', () => {
  it('[PA-09] names the number with which the browser ended, and not its whole command line', async () => {
    const browser = await program('ends', 'exit 3');
    expect(await printPdf('<p>', browser)).toEqual({ ok: false, error: { type: 'failed', browser, reason: '3' } });
  });

  it('[PA-09] names the signal that ended the browser', async () => {
    const browser = await program('killed', 'kill -KILL $$');
    expect(await printPdf('<p>', browser)).toEqual({ ok: false, error: { type: 'failed', browser, reason: 'SIGKILL' } });
  });

  it('[PA-09] is a failure, and no crash, where there is no room for the page', async () => {
    const browser = await program('unused', 'exit 0');
    vi.stubEnv('TMPDIR', join(folder, 'not-there'));
    expect(await printPdf('<p>', browser)).toEqual({ ok: false, error: { type: 'failed', browser, reason: 'ENOENT' } });
  });
});
