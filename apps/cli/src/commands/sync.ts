import { complain, isOn, printJson, printLines, type Command, type ExitCode } from '../io.ts';
import { readDiary } from '../open-diary.ts';
import { exchangeLines } from '../print/exchange-lines.ts';
import { pushAllShares, pushedLines, type PushedShare } from '../share/push-all.ts';
import { exchangeNow, type Exchanged } from '../sync/exchange-now.ts';
import { rootOf } from '../sync/owner-desk.ts';
import { atDesk, sayFault, type SyncDesk } from '../sync/sync-desk.ts';

/** Syncs now. */
export const sync: Command = (input, io) => atDesk(input, io, syncNow);

/** Syncs the diary, brings shares up to date, and says what came of it. */
export async function syncNow(desk: SyncDesk): Promise<ExitCode> {
  const { io, input, own } = desk;
  const done = await exchangeNow(desk);
  if (!done.ok) return done.error.type === 'diary' ? done.error.exitCode : sayFault(io, done.error.fault, own.relay);
  const { fault } = done.value;
  const shares = fault === undefined ? await pushShares(desk) : [];
  if (isOn(input, 'json')) printJson(io, { relay: own.relay, isThrough: fault === undefined, ...countsOf(done.value), shares });
  else printLines(io, [...exchangeLines(done.value, own.relay), ...pushedLines(shares.filter(({ isPushed }) => isPushed), false)]);
  if (fault !== undefined) return sayFault(io, fault, own.relay);
  const failed = shares.filter(({ isPushed }) => !isPushed);
  if (failed.length > 0) complain(io, ...pushedLines(failed, false));
  return failed.length === 0 ? 0 : 1;
}

// Only who holds the root can share; what was merged just now is in it.
async function pushShares(desk: SyncDesk): Promise<readonly PushedShare[]> {
  const root = rootOf(desk);
  const state = root && (await readDiary(desk.diary, { ...desk.io, err: () => undefined }));
  return root !== undefined && state?.ok === true ? pushAllShares({ ...desk, root, state: state.value }) : [];
}

function countsOf({ feed: _feed, fault, ...counts }: Exchanged) {
  return { ...counts, ...(fault !== undefined && { fault: fault.type === 'refused' ? fault.refused : fault.type }) };
}
