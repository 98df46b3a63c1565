import { addDays, err, ok, type LocalDate, type Result } from '@psoas/kernel';
import type { MadeShare } from '@psoas/core/diary';
import { createSharedEvent, foldShare, partsToWrite, sharedPartsOf, type SharedPart } from '@psoas/core/sharing';
import { catalogue } from '@psoas/knowledge/rules';
import { addEvents } from '@psoas/sync';
import { eventsOfReplica, syncReplica, type FeedFault } from '@psoas/sync/client';
import { partsOf } from '../sync/sync-desk.ts';
import type { ShareDesk } from './share-desk.ts';
import { openShareFeed } from './share-feed.ts';

/** Weeks begin on Monday here: a terminal does not know where the person is. */
const firstWeekday = 1;
const dayMillis = 86_400_000;

/** Sends what has changed in the parts of a share; gives how many parts that were. */
export async function pushShare(desk: ShareDesk, made: MadeShare): Promise<Result<number, FeedFault>> {
  const { io, own } = desk;
  const opened = await openShareFeed(desk, made.share, 'share');
  if (!opened.ok) return opened;
  const view = foldShare(eventsOfReplica(opened.value));
  const changed = partsToWrite(view, partsOfShare(desk, made));
  // Never before what is there already, so that the newest wins even where the clock was set back.
  const atMillis = Math.max(io.clock.nowMillis(), view.latestMillis ?? 0);
  const events = changed.map((part) => ({
    event: { ...createSharedEvent(part, { id: io.ids.nextId(), atMillis, day: io.clock.today() }) },
    atMillis,
  }));
  const added = addEvents(opened.value, events, io.random);
  const { fault, refused } = await syncReplica(added.replica, partsOf(desk, own.relay));
  if (fault !== undefined) return err(fault);
  const [first] = refused;
  return first === undefined ? ok(changed.length) : err({ type: 'refused', refused: first.refused, status: 0 });
}

function partsOfShare({ state, io }: Pick<ShareDesk, 'state' | 'io'>, made: MadeShare): readonly SharedPart[] {
  const { share, parts, callMe } = made;
  const untilDay = lastDayOf(made);
  const choice = {
    parts,
    share,
    ...(callMe !== undefined && { callMe }),
    ...(untilDay !== undefined && { untilDay }),
  };
  return sharedPartsOf(state, { catalogue, today: io.clock.today(), firstWeekday, choice });
}

/** The last day of a share, in the calendar in which it was made. */
export function lastDayOf({ untilMillis, atMillis, day }: MadeShare): LocalDate | undefined {
  return untilMillis === undefined ? undefined : addDays(day, Math.max(0, Math.round((untilMillis - atMillis) / dayMillis)));
}
