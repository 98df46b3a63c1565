import { addDays, parseLocalDate, type LocalDate } from '@psoas/kernel';
import { defaultBreakSettings, type BreakSettings } from '../break-settings.ts';
import { stepBreaks } from '../break-scheduler.ts';
import { createBreakState, type BreakAction, type BreakEffect, type BreakMoment } from '../break-state.ts';

/** Milliseconds of a minute. */
export const minute = 60_000;

/** For tests: somebody at a desk with two clocks and a day. Times are minutes. */
export function createDesk(settings: Partial<BreakSettings> = {}, time = '09:00', on = '2026-03-02') {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const start = dayOf(on);
  let sinceMidnight = hours * 60 + minutes;
  let wallMillis = 1_772_409_600_000;
  let monotonicMillis = 5000;
  const now = (): BreakMoment => ({
    wallMillis,
    monotonicMillis,
    day: addDays(start, Math.floor(sinceMidnight / 1440)),
    minuteOfDay: ((sinceMidnight % 1440) + 1440) % 1440,
  });
  let state = createBreakState({ ...defaultBreakSettings, ...settings }, now());
  const send = (action: BreakAction): readonly BreakEffect['kind'][] => {
    const turn = stepBreaks(state, { ...action, at: now() });
    state = turn.state;
    return turn.effects.map(({ kind }) => kind);
  };
  const drift = (wall: number, monotonic = wall): void => {
    wallMillis = Math.round(wallMillis + wall * minute);
    monotonicMillis = Math.round(monotonicMillis + monotonic * minute);
    sinceMidnight += wall;
  };
  return {
    state: () => state,
    send,
    /** Moves the clocks without anybody noticing. */
    drift,
    /** The clock on the wall jumps, as in the night when summer time begins. */
    moveDayBy: (minutesAhead: number) => {
      sinceMidnight += minutesAhead;
    },
    /** Lets time pass, with a tick each `every` minutes. */
    pass: (total: number, every = 0.5): readonly BreakEffect['kind'][] => {
      const effects: BreakEffect['kind'][] = [];
      for (let left = total; left > 1e-9; left -= every) {
        drift(Math.min(every, left));
        effects.push(...send({ kind: 'tick' }));
      }
      return effects;
    },
    /** A new page after so many minutes: the monotonic clock starts anew, the state comes from text. */
    reload: (gone: number): readonly BreakEffect['kind'][] => {
      drift(gone);
      monotonicMillis = 12;
      state = JSON.parse(JSON.stringify(state)) as typeof state;
      return send({ kind: 'restore' });
    },
  };
}

function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(text);
  return day.value;
}
