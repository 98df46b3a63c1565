import { daysBetween, perSide, sides, type LocalDate, type PerSide } from '@psoas/kernel';
import type { DiaryState } from '../diary/index.ts';

/** Days over which stretch is added up for the limit of P-03: today and the six before. */
const weekDays = 7;

type Done = Pick<DiaryState, 'runs' | 'breaks'>;

/** [BR-08] Seconds that each side was stretched in the seven days up to `today`, breaks counted. */
export function stretchSecondsOfWeek({ runs, breaks }: Done, today: LocalDate): PerSide<number> {
  const sets = runs.flatMap((run) =>
    run.sets.filter(({ item, day }) => run.items[item]?.class === 'stretch' && isInWeek(day, today)),
  );
  const ofBreaks = breakSecondsOfWeek({ breaks }, today);
  return perSide((side) =>
    sets
      .filter((set) => set.side === side || set.side === 'both')
      .reduce((total, { seconds }) => total + seconds, ofBreaks[side]),
  );
}

/** [BR-08] Of these, the seconds in breaks and after activities. */
export function breakSecondsOfWeek({ breaks }: Pick<Done, 'breaks'>, today: LocalDate): PerSide<number> {
  const recent = breaks.filter(({ day }) => isInWeek(day, today));
  return perSide((side) => recent.reduce((total, taken) => total + taken[side], 0));
}

/** The larger side. */
export function larger(seconds: PerSide<number>): number {
  return Math.max(...sides.map((side) => seconds[side]));
}

function isInWeek(day: LocalDate, today: LocalDate): boolean {
  const age = daysBetween(day, today);
  return age >= 0 && age < weekDays;
}
