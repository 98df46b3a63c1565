import { err, ok, type Result } from '@psoas/kernel';
import { foldDiary } from '@psoas/core/diary';
import { calendarToPublishedIcs, planPublishedCalendar } from '@psoas/exchange/calendar';
import { catalogue } from '@psoas/knowledge/rules';
import words from '@psoas/knowledge/text/calendar';
import { deriveCalendarKeys } from '@psoas/sync';
import { putCalendar } from '@psoas/sync/client';
import { startMinuteOfDay } from '../reminders/session-start.ts';
import { askRelay } from './ask-relay.ts';
import type { CalendarDay, CalendarTasks, CalendarWish, PublishedCalendar } from './calendar-tasks.ts';
import { readKeptCalendar, removeKeptCalendar, writeKeptCalendar, type KeptCalendar } from './calendar-store.ts';
import { endKeptCalendar } from './end-kept-calendar.ts';
import type { SyncFault } from './sync-fault.ts';
import type { SyncTaskParts } from './sync-task-parts.ts';

/** After so many days without a change it is put again all the same: the relay keeps it for half a year (RE-18). */
const renewMillis = 30 * 86_400_000;

/** The tasks of the published calendar over storage and network. Each one that talks holds the turn. */
export function createCalendarTasks(parts: SyncTaskParts): CalendarTasks {
  const { storage, turn, random, nowMillis } = parts;
  const makeNew = (before: Pick<KeptCalendar, 'relay' | 'wish' | 'consentedAtMillis'>): KeptCalendar => {
    const { relay, wish, consentedAtMillis } = before;
    return { relay, wish, consentedAtMillis, secret: random(32), sequence: 0, putAtMillis: 0, text: '' };
  };
  return {
    published: async () => {
      const kept = await readKeptCalendar(storage);
      return kept === undefined ? undefined : toPublished(kept);
    },
    preview: async (wish, day) => {
      const kept = makeNew({ relay: '', wish, consentedAtMillis: 0 });
      return textOf(parts, { ...kept, sequence: 1, putAtMillis: nowMillis() }, day);
    },
    begin: ({ relay, wish }, day) =>
      turn(async () => {
        const before = await readKeptCalendar(storage);
        if (before !== undefined) return putWhereChanged(parts, before, day);
        const asked = await askRelay(parts.openPort(relay));
        if (!asked.ok) return asked;
        if (!asked.value.takesCalendars) return err({ type: 'no-calendars' });
        return beginWith(parts, makeNew({ relay, wish, consentedAtMillis: nowMillis() }), day);
      }),
    renew: (day) =>
      turn(async () => {
        const kept = await readKeptCalendar(storage);
        if (kept === undefined) return ok(undefined);
        const put = await putWhereChanged(parts, kept, day);
        if (put.ok || !isRefused(put.error, 'calendar-ended')) return put;
        // The answer to an end was lost on its way here.
        await removeKeptCalendar(storage);
        return ok(undefined);
      }),
    replace: (day) =>
      turn(async () => {
        const kept = await readKeptCalendar(storage);
        if (kept === undefined) return err({ type: 'not-set-up' });
        const ended = await endKeptCalendar(parts);
        return ended.ok ? beginWith(parts, makeNew(kept), day) : ended;
      }),
    end: () => turn(() => endKeptCalendar(parts)),
  };
}

// The secret is kept first: an address whose answer was lost could never be ended without it.
async function beginWith(parts: SyncTaskParts, fresh: KeptCalendar, day: CalendarDay): Promise<Result<PublishedCalendar, SyncFault>> {
  await writeKeptCalendar(parts.storage, fresh);
  const put = await putWhereChanged(parts, fresh, day);
  if (!put.ok && put.error.type === 'refused') await removeKeptCalendar(parts.storage);
  return put;
}

// [IC-12] What lies at the relay is the whole plan, so what fell out of the plan is not in it any more.
async function putWhereChanged(parts: SyncTaskParts, kept: KeptCalendar, day: CalendarDay): Promise<Result<PublishedCalendar, SyncFault>> {
  const { storage, openPort, random } = parts;
  const now = parts.nowMillis();
  const isSame = (await textOf(parts, kept, day)) === kept.text;
  if (isSame && now - kept.putAtMillis < renewMillis) return ok(toPublished(kept));
  // A request has to be newer than the one before, also where the clock was put back.
  const putAtMillis = Math.max(now, kept.putAtMillis + 1);
  const next = { ...kept, putAtMillis, sequence: kept.sequence + 1 };
  const text = await textOf(parts, next, day);
  const talking = { port: openPort(kept.relay), nowMillis: () => putAtMillis, random };
  const put = await putCalendar(talking, deriveCalendarKeys(kept.secret), text);
  if (!put.ok) return put;
  await writeKeptCalendar(storage, { ...next, text });
  return ok(toPublished({ ...next, text }));
}

async function textOf({ readDiary }: SyncTaskParts, { secret, wish, sequence, putAtMillis }: KeptCalendar, day: CalendarDay): Promise<string> {
  const input = {
    ...contextOf(day, wish),
    state: foldDiary(await readDiary()),
    uidStem: deriveCalendarKeys(secret).uidStem,
    nowMillis: putAtMillis,
    sequence,
  };
  return calendarToPublishedIcs(planPublishedCalendar(input, words));
}

function contextOf({ today, order, times, breakSettings }: CalendarDay, { withBreaks, startMinute }: CalendarWish) {
  return { catalogue, today, order, startMinuteOf: startMinuteOfDay(times, startMinute), ...(withBreaks && { breakSettings }) };
}

function toPublished({ secret, relay, wish, consentedAtMillis, putAtMillis, text }: KeptCalendar): PublishedCalendar {
  return { address: `${relay}/calendar/${deriveCalendarKeys(secret).address}.ics`, relay, wish, consentedAtMillis, putAtMillis, text };
}

function isRefused(fault: SyncFault, refused: string): boolean {
  return fault.type === 'refused' && fault.refused === refused;
}
