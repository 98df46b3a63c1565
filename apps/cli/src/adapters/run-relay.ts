import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The relay is an app of its own, so it runs as a process of its own. */
const relayPath = fileURLToPath(new URL('../../../relay/src/main.ts', import.meta.url));

/**
 * Runs the relay with the words of the command line until it ends; gives its exit code. What stops this process
 * stops the relay, which then ends in peace.
 */
export async function runRelay(words: readonly string[]): Promise<number> {
  const relay = spawn(process.execPath, [relayPath, ...words], { stdio: 'inherit' });
  const stop = (signal: NodeJS.Signals): void => void relay.kill(signal);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  await once(relay, 'exit');
  process.off('SIGINT', stop).off('SIGTERM', stop);
  return relay.exitCode ?? 1;
}
