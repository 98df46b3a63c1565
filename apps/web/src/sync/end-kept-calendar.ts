import { ok, type Result } from '@psoas/kernel';
import { bytesToBase64url, deriveCalendarKeys } from '@psoas/sync';
import { endCalendar, isRefusal } from '@psoas/sync/client';
import { askRelay } from './ask-relay.ts';
import { readKeptCalendar, removeKeptCalendar } from './calendar-store.ts';
import type { SyncFault } from './sync-fault.ts';
import type { SyncTaskParts } from './sync-task-parts.ts';
import type { ErasedFeed } from './sync-tasks.ts';

/**
 * [IC-13] Ends the calendar that this device publishes and forgets its secret; undefined where there is none, here or at
 * the relay. Where the relay is not reached, nothing is forgotten.
 */
export async function endKeptCalendar({ storage, openPort, nowMillis, random }: SyncTaskParts): Promise<Result<ErasedFeed | undefined, SyncFault>> {
  const kept = await readKeptCalendar(storage);
  if (kept === undefined) return ok(undefined);
  const port = openPort(kept.relay);
  const relay = await askRelay(port);
  if (!relay.ok) return relay;
  const keys = deriveCalendarKeys(kept.secret);
  const atMillis = Math.max(nowMillis(), kept.putAtMillis + 1);
  const ended = await endCalendar({ port, nowMillis: () => atMillis, random }, keys, relay.value.key);
  if (!ended.ok && !isRefusal(ended.error, 'no-such-calendar')) return ended;
  await removeKeptCalendar(storage);
  if (!ended.ok) return ok(undefined);
  const { receipt, receiptBytes } = ended.value;
  const signed = receipt !== undefined && { receipt: { atMillis: receipt.atMillis, ...receipt.deleted, text: bytesToBase64url(receiptBytes) } };
  return ok({ feedId: keys.calendarId, relayKey: relay.value.key, ...signed });
}
