#!/usr/bin/env node
import { once } from 'node:events';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { readConfig } from './config.ts';
import { openRelay } from './start-relay.ts';

/** How long requests that are under way may take once the relay is told to stop, in milliseconds. */
const stopMillis = 10_000;

// Signatures are checked on threads of their own. More of them than there are processors to spare only take turns with
// the one that answers: with two processors, one thread let a sixth more appends through than four.
process.env['UV_THREADPOOL_SIZE'] ??= String(Math.max(1, availableParallelism() - 1));

/** Runs the relay until the process is told to stop; gives the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const config = readConfig(words, process.env);
  if (!config.ok) {
    const { text, exitCode } = config.error;
    (exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`);
    return exitCode;
  }
  const { host } = config.value;
  try {
    const port = config.value.port === 0 ? await findFreePort(host) : config.value.port;
    const relay = await openRelay(config.value, port);
    // It comes twice where a terminal and the program that started this one both send it.
    const isTold = new Promise<void>((resolve) => {
      process.on('SIGINT', () => resolve()).on('SIGTERM', () => resolve());
    });
    process.stdout.write(
      `psoas relay is at ${await relay.listen({ host, port, listenTextResolver: () => 'listening' })}\n`,
    );
    await isTold;
    setTimeout(() => process.exit(1), stopMillis).unref();
    await relay.close();
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function findFreePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
