import { complain, isOn, printJson, printLines, type Command, type ExitCode } from '../io.ts';
import { exchangeLines } from '../print/exchange-lines.ts';
import { exchangeNow, type Exchanged } from '../sync/exchange-now.ts';
import { atDesk, sayFault, type SyncDesk } from '../sync/sync-desk.ts';

/** Syncs now. */
export const sync: Command = (input, io) => atDesk(input, io, syncNow);

/** Syncs, and says what came of it. */
export async function syncNow(desk: SyncDesk): Promise<ExitCode> {
  const { io, input, own } = desk;
  const done = await exchangeNow(desk);
  if (!done.ok) return done.error.type === 'diary' ? done.error.exitCode : sayFault(io, done.error.fault, own.relay);
  const { fault } = done.value;
  if (isOn(input, 'json')) printJson(io, { relay: own.relay, isThrough: fault === undefined, ...countsOf(done.value) });
  else printLines(io, exchangeLines(done.value, own.relay));
  return fault === undefined ? 0 : sayFault(io, fault, own.relay);
}

function countsOf({ feed: _feed, fault, ...counts }: Exchanged) {
  return { ...counts, ...(fault !== undefined && { fault: fault.type === 'refused' ? fault.refused : fault.type }) };
}
