import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { createFakeWorld } from '../testing/fake-io.ts';

it('[L-10] hands every word to the relay, also --help, and its exit code back', async () => {
  const world = createFakeWorld();
  expect((await world.run('relay', '--help')).exitCode).toBe(0);
  expect((await world.run('relay', '--port', '0', '--data', 'folder')).exitCode).toBe(0);
  expect(world.relayRuns).toEqual([['--help'], ['--port', '0', '--data', 'folder']]);
});

it('[L-10] starts a relay that answers, and ends in peace with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-cli-relay-'));
  const main = join(import.meta.dirname, '../main.ts');
  const child = spawn(process.execPath, [main, 'relay', '--port', '0', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PSOAS_RELAY_LOG: 'silent' },
  });
  const ended = once(child, 'exit');
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /^psoas relay is at (\S+)$/.exec(line)?.[1];
      if (address === undefined) continue;
      expect(await (await fetch(`${address}/healthz`)).text()).toBe('ok\n');
      break;
    }
  } finally {
    child.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
  rmSync(folder, { recursive: true, force: true });
}, 30_000);
