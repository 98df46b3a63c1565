import type { Result } from '@psoas/kernel';
import type { Diary } from '../diary/diary.ts';
import { hasCalendarNote, writeCalendarNote } from './calendar-note.ts';
import type { CalendarDay, CalendarTasks, CalendarWish, PublishedCalendar } from './calendar-tasks.ts';
import { kindOfFault, type SyncFault } from './sync-fault.ts';
import { createSyncLoop, type Attempt, type SyncLoopParts } from './sync-loop.ts';
import type { ErasedFeed } from './sync-tasks.ts';

/** How it stands with the calendar of this device. */
export type CalendarState = {
  /** Undefined where there is none. */
  readonly published: PublishedCalendar | undefined;
  readonly isRunning: boolean;
  /** Why the latest try to bring it up to date did not work. */
  readonly fault?: SyncFault | undefined;
};

/** The published calendar as screens see it. */
export type CalendarPublisher = {
  readonly state: () => CalendarState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly preview: (wish: CalendarWish) => Promise<string>;
  readonly begin: (input: { readonly relay: string; readonly wish: CalendarWish }) => Promise<Result<PublishedCalendar, SyncFault>>;
  readonly replace: () => Promise<Result<PublishedCalendar, SyncFault>>;
  readonly end: () => Promise<Result<ErasedFeed | undefined, SyncFault>>;
  /** Brings it up to date at once; resolves when it is done or could not be done. */
  readonly renewNow: () => Promise<void>;
};

/** What it is made from. */
export type CalendarWiring = Omit<SyncLoopParts, 'attempt'> & {
  readonly tasks: CalendarTasks;
  readonly diary: Pick<Diary, 'records' | 'subscribe' | 'readKept' | 'writeKept' | 'removeKept'>;
  readonly day: () => CalendarDay;
  readonly onWake: (listener: () => void) => void;
};

/** [IC-12] Keeps what lies at the relay up to date while a page is open. Without a calendar it does nothing. */
export async function createCalendarPublisher(wiring: CalendarWiring): Promise<CalendarPublisher> {
  const { tasks, diary, day, later, isVisible, onWake } = wiring;
  const listeners = new Set<() => void>();
  let state: CalendarState = { published: await tasks.published(), isRunning: false };
  const change = (changes: Partial<CalendarState>): void => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const settle = async (published: PublishedCalendar | undefined): Promise<void> => {
    change({ published, fault: undefined });
    await writeCalendarNote(diary, published !== undefined);
  };
  let done: Seen | undefined;
  const attempt = async (): Promise<Attempt> => {
    const seen = { records: diary.records(), day: JSON.stringify(day()) };
    if (state.published === undefined) return { kind: 'done' };
    if (done !== undefined && isSameAs(done, seen) && state.fault === undefined) return { kind: 'done' };
    change({ isRunning: true });
    try {
      const renewed = await tasks.renew(day());
      if (!renewed.ok) {
        change({ fault: renewed.error });
        return attemptAfter(renewed.error);
      }
      done = seen;
      await settle(renewed.value);
      return { kind: 'done' };
    } finally {
      change({ isRunning: false });
    }
  };
  const loop = createSyncLoop({ attempt, later, isVisible });
  const changed = async <Value>(work: Promise<Result<Value, SyncFault>>): Promise<Result<Value, SyncFault>> => {
    const result = await work;
    // A fault may have left a new address that the relay has not heard of yet: what is kept says.
    await settle(await tasks.published());
    done = undefined;
    if (!result.ok && state.published !== undefined) change({ fault: result.error });
    return result;
  };
  let records = diary.records();
  diary.subscribe(() => {
    if (diary.records() === records) return;
    records = diary.records();
    loop.nudge('soon');
  });
  onWake(() => loop.nudge('now'));
  if ((await hasCalendarNote(diary)) !== (state.published !== undefined)) await writeCalendarNote(diary, state.published !== undefined);
  if (state.published !== undefined) loop.nudge('now');
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    preview: (wish) => tasks.preview(wish, day()),
    begin: (input) => changed(tasks.begin(input, day())),
    replace: () => changed(tasks.replace(day())),
    end: () => changed(tasks.end()),
    renewNow: async () => {
      await attempt().catch(() => undefined);
    },
  };
}

/** What a renewal was made from: the diary, which is another list after each change, and the day. */
type Seen = { readonly records: readonly unknown[]; readonly day: string };

function isSameAs(one: Seen, other: Seen): boolean {
  return one.records === other.records && one.day === other.day;
}

function attemptAfter(fault: SyncFault): Attempt {
  if (kindOfFault(fault) === 'end') return { kind: 'ended' };
  const waitMillis = fault.type === 'refused' ? fault.waitMillis : undefined;
  return { kind: 'failed', ...(waitMillis !== undefined && { waitMillis }) };
}
