import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { seedToSigningKey, type SigningKey } from '@psoas/sync';

/**
 * The key that signs receipts (Y-17), from its file: 64 hexadecimal digits that only their owner can read. It is made
 * where it is missing; of relays that make it at once, all take the first.
 * @throws Error where the file holds something else.
 */
export function openRelayKey(path: string): SigningKey {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  flushFolder(dirname(path));
  const text = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new Error(`${path} is no key of a relay: it should hold 64 hexadecimal digits.`);
  return seedToSigningKey(Buffer.from(text, 'hex'));
}

// A name is only as durable as its folder.
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
