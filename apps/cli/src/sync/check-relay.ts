import { createFieldReader, readJson } from '@psoas/kernel';
import type { RelayPort } from '@psoas/sync/client';
import type { TalkFault } from './fault-text.ts';

/** Looks whether a relay answers; undefined where one does. */
export async function checkRelay(port: RelayPort): Promise<TalkFault | undefined> {
  const key = await askRelayKey(port);
  return typeof key === 'string' ? undefined : key;
}

/** The key with which a relay signs its receipts. */
export async function askRelayKey(port: RelayPort): Promise<string | TalkFault> {
  const reply = await port.get('/v1/relay').catch(() => undefined);
  if (reply === undefined) return { type: 'unreachable' };
  const key = reply.status === 200 ? createFieldReader(readJson(reply.body), '', [])?.text('key') : undefined;
  return key ?? { type: 'not-a-relay' };
}
