import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LocalDate } from '@psoas/kernel';
import { standingOn, type DayStanding, type Run } from '@psoas/core/diary';
import { catalogue } from '@psoas/knowledge/rules';
import { whenIdle } from '../adapters/idle.ts';
import { holdSessionLock } from '../adapters/session-lock.ts';
import { closeSession } from '../diary/close-session.ts';
import type { Diary } from '../diary/diary.ts';
import { lookAhead, readAhead, type AskedDay } from '../diary/look-ahead.ts';
import { useServices } from './services.ts';
import { useSettings } from './use-settings.ts';

/** Where the person stands today, and how to add to the diary. */
export type TodayStanding = DayStanding & {
  /** Whether `state` holds the whole diary and not only its latest part. */
  readonly isWhole: boolean;
  readonly diary: Pick<Diary, 'append' | 'storageProblem' | 'waitingCount'>;
  /** [E-16] Ends a walk with which the person does not want to go on. */
  readonly closeRun: (run: Run) => Promise<void>;
};

/**
 * The standing of today, for the screen with which the app opens: first as it was worked out ahead, so that years of
 * diary need not be read before anything is seen; from the whole diary as soon as anything has changed.
 */
export function useDay(): TodayStanding | undefined {
  const { clock, openDiary, openStorage } = useServices();
  const [{ order }] = useSettings();
  const day = clock.today();
  const asked = useMemo((): AskedDay => ({ day, order }), [day, order]);
  const { ahead, diary } = useAheadThenDiary(asked);
  const state = diary?.folded();
  const standing = useMemo(() => {
    if (ahead !== undefined) return ahead;
    return state === undefined ? undefined : standingOn(state, { catalogue, today: day, order });
  }, [ahead, state, day, order]);
  useEffect(() => {
    if (diary !== undefined && standing !== undefined) void openStorage().then((storage) => lookAhead(diary, storage, asked, whenIdle)).catch(() => undefined);
  }, [openStorage, diary, state, asked]);
  const closing = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (diary !== undefined) closeLeftRun(diary, day, closing);
  }, [diary, state, day]);
  return useMemo(
    () =>
      standing && {
        ...standing,
        isWhole: state !== undefined,
        state: state ?? standing.state,
        closeRun: async (run) => {
          const opened = await openDiary();
          await closeSession(opened, run, opened.folded().latestShortSafety?.painNow ?? 0);
        },
        diary: {
          append: async (kind, data, on) => (await openDiary()).append(kind, data, on),
          storageProblem: () => diary?.storageProblem(),
          waitingCount: () => diary?.waitingCount() ?? 0,
        },
      },
    [standing, diary, state, openDiary],
  );
}

// [E-16] A walk of another day can go on no more (E-07), unless it is under way in another tab, past midnight.
function closeLeftRun(diary: Diary, day: LocalDate, closing: { current: string | undefined }): void {
  const { unfinishedRun, latestShortSafety } = diary.folded();
  // Each event on the way changes the diary and comes by here again.
  if (unfinishedRun === undefined || unfinishedRun.startedDay === day || closing.current === unfinishedRun.run) return;
  closing.current = unfinishedRun.run;
  const release = holdSessionLock((lock) => {
    if (lock === 'held') void closeSession(diary, unfinishedRun, latestShortSafety?.painNow ?? 0).finally(() => release());
  });
}

// `ahead` stands until the diary says anything else.
function useAheadThenDiary(asked: AskedDay): { readonly ahead: DayStanding | undefined; readonly diary: Diary | undefined } {
  const { openDiary, openStorage } = useServices();
  const [ahead, setAhead] = useState<DayStanding>();
  const [diary, setDiary] = useState<Diary>();
  const [, redraw] = useState(0);
  useEffect(() => {
    let isGone = false;
    let stop = (): void => undefined;
    const open = async (): Promise<void> => {
      const storage = await openStorage();
      const found = await readAhead(storage, asked).catch(() => undefined);
      if (isGone) return;
      setAhead(found?.standing);
      if (found !== undefined) await whenIdle();
      const opened = await openDiary();
      if (isGone) return;
      stop = opened.subscribe(() => {
        setAhead(undefined);
        redraw((count) => count + 1);
      });
      setDiary(() => opened);
      if (found !== undefined && (await storage.revision()) !== found.revision && !isGone) setAhead(undefined);
    };
    void open();
    return () => {
      isGone = true;
      stop();
    };
  }, [openDiary, openStorage, asked]);
  return { ahead: ahead?.day === asked.day ? ahead : undefined, diary };
}
