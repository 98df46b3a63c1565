import { spawn, type ChildProcess } from 'node:child_process';
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

/** A relay as a process of its own, as `psoas relay` runs it. */
export async function spawnRelay(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly address: string; readonly process: ChildProcess; readonly output: () => string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), ...words], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
    return { address, process: child, output: () => output };
  }
  throw new Error(`The relay did not start: ${output}`);
}
