import { createFieldReader, err, isRecord, ok, readJson, type Result } from '@psoas/kernel';
import type { RelayPort, RelayReply } from '@psoas/sync/client';

/** What a relay says of itself. */
export type RelayInfo = {
  /** The key that signs receipts, as hexadecimal. */
  readonly key: string;
  /** How much one feed may hold. */
  readonly quota: { readonly entries: number; readonly bytes: number };
  /** Whether calendars may be published there; a relay that does not say takes none. */
  readonly takesCalendars: boolean;
};

/** Why an address is no relay: nothing answered, or something that is none, such as a server of files alone. */
export type NoRelay = { readonly type: 'unreachable' | 'no-relay' };

/** Asks an address what it is. */
export async function askRelay(port: RelayPort): Promise<Result<RelayInfo, NoRelay>> {
  const reply = await replyOf(port);
  if (reply === undefined || reply.status >= 500) return err({ type: 'unreachable' });
  const said = readJson(reply.body);
  const reader = createFieldReader(said, '', []);
  const key = reader?.text('key');
  const quota = reader?.inner('quota');
  const entries = quota?.number('entries', { min: 1, max: Number.MAX_SAFE_INTEGER });
  const bytes = quota?.number('bytes', { min: 1, max: Number.MAX_SAFE_INTEGER });
  if (reply.status !== 200 || key === undefined || entries === undefined || bytes === undefined) return err({ type: 'no-relay' });
  return ok({ key, quota: { entries, bytes }, takesCalendars: isRecord(said) && said['calendars'] === true });
}

async function replyOf(port: RelayPort): Promise<RelayReply | undefined> {
  try {
    return await port.get('/v1/relay');
  } catch {
    return undefined;
  }
}
