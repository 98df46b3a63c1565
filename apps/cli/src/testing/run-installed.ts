import { spawnSync, type SpawnSyncOptions } from 'node:child_process';

/** What a program said. */
export type Said = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/**
 * Runs a program that the system has.
 * @throws Error with what to do, where it is not installed.
 */
export function runInstalled(program: string, words: readonly string[], options: SpawnSyncOptions = {}): Said {
  const { error, status, stdout, stderr } = spawnSync(program, words, { ...options, encoding: 'utf8', maxBuffer: 50_000_000 });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT')
    throw new Error(`${program} is not installed, and this test asks the real one. Run node tools/setup-shells.ts, or install it.`);
  if (error !== undefined) throw error;
  return { status, stdout: String(stdout), stderr: String(stderr) };
}
