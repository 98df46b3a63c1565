import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How long Node takes to start and end with nothing to do, in milliseconds: a yardstick for commands. */
export async function bareNodeMillis(): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--eval', '0'], { stdio: 'ignore' });
  await once(child, 'exit');
  return performance.now() - start;
}
