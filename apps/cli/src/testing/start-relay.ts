import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A relay as a process of its own, with its file in a folder that goes when it stops. */
export type TestRelay = {
  readonly address: string;
  /** The folder of its database. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
};

const noLimits = { PSOAS_RELAY_ADDRESS_RATE: '0', PSOAS_RELAY_FEED_RATE: '0', PSOAS_RELAY_NEW_FEEDS_RATE: '0', PSOAS_RELAY_LOG: 'silent' };

/** Starts a relay on a free port, or on that of one that was stopped. */
export async function startRelay(settings: Readonly<Record<string, string>> = {}, port = '0'): Promise<TestRelay> {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-cli-sync-'));
  const main = join(import.meta.dirname, '../../../relay/src/main.ts');
  const child = spawn(process.execPath, [main, '--port', port, '--data', folder], {
    env: { PATH: process.env['PATH'], ...noLimits, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^psoas relay is at (\S+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    return {
      address,
      folder,
      stop: async () => {
        child.kill('SIGTERM');
        await ended;
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  throw new Error('the relay did not start');
}
