import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FastifyInstance } from 'fastify';
import { readConfig } from '../config.ts';
import { openRelay, type RelayParts } from '../start-relay.ts';
import { findFreePort } from './find-free-port.ts';
import { unwrap } from './household.ts';

/** A relay in this process, on a free port. */
export async function startRelay(
  settings: Readonly<Record<string, string>>,
  parts: RelayParts = {},
): Promise<{ readonly address: string; readonly app: FastifyInstance }> {
  const config = unwrap(readConfig([], { PSOAS_RELAY_LOG: 'silent', ...settings }));
  const port = await findFreePort();
  const app = await openRelay(config, port, parts);
  const address = await app.listen({ host: '127.0.0.1', port });
  return { address, app };
}

/** Settings of a relay that is loaded as much as it can bear. */
export const noLimits = {
  PSOAS_RELAY_LOG: 'error',
  PSOAS_RELAY_ADDRESS_RATE: '0',
  PSOAS_RELAY_FEED_RATE: '0',
  PSOAS_RELAY_NEW_FEEDS_RATE: '0',
  PSOAS_RELAY_TOTAL_BYTES: '0',
  PSOAS_RELAY_TOTAL_FEEDS: '0',
  PSOAS_RELAY_TOTAL_CALENDARS: '0',
  PSOAS_RELAY_FEED_ENTRIES: '10000000',
  PSOAS_RELAY_FEED_BYTES: '10000000000',
} as const;

/** A relay that runs: `ended` resolves when it has ended, however that came. */
export type RelayProcess = {
  readonly address: string;
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<unknown>;
};

/** A relay as a process of its own, as `psoas relay` runs it. */
export async function spawnRelay(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<RelayProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), ...words], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  for await (const line of createInterface({ input: child.stdout })) {
    output += `${line}\n`;
    const address = /^psoas relay is at (\S+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stdout.resume();
    return { address, process: child, output: () => output, ended };
  }
  throw new Error(`The relay did not start: ${output}`);
}
