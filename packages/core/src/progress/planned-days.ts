import { addDays, daysBetween, type LocalDate } from '@psoas/kernel';
import type { DiaryState } from '../diary/index.ts';
import type { Programme, SessionKind } from '../programme/index.ts';

/** The week as it stands now, and the day it began. */
export type Plan = Pick<Programme, 'sessions'> & { readonly startedOn: LocalDate };

/** A run, a ride or a day in the gym is the person's own choice, so nothing is expected on account of it. */
const chosenKinds: readonly SessionKind[] = ['before-run', 'after-run', 'after-ride'];

/** [PR-02] Whether the week as it is now asks for a session on a day. Before its first day nothing is known. */
export function isPlanned({ sessions, startedOn }: Plan, day: LocalDate): boolean {
  const since = daysBetween(startedOn, day);
  return since >= 0 && sessions.some((session) => session.day === (since % 7) + 1 && !chosenKinds.includes(session.kind));
}

/** [PR-02] How many planned days there were, and on how many days something was done. */
export type Adherence = { readonly from: LocalDate; readonly to: LocalDate; readonly plannedDays: number; readonly doneDays: number };

/** [PR-02] Counted from the start of the programme; today only once something was done in it. Undefined before its first day is over. */
export function adherenceOf(state: Pick<DiaryState, 'runs'>, plan: Plan | undefined, today: LocalDate): Adherence | undefined {
  if (plan === undefined) return undefined;
  const done = sessionDays(state);
  const to = done.has(today) ? today : addDays(today, -1);
  const count = daysBetween(plan.startedOn, to) + 1;
  if (count < 1) return undefined;
  const days = Array.from({ length: count }, (_, index) => addDays(plan.startedOn, index));
  return {
    from: plan.startedOn,
    to,
    plannedDays: days.filter((day) => isPlanned(plan, day)).length,
    doneDays: days.filter((day) => done.has(day)).length,
  };
}

// Days on which at least one set was done.
function sessionDays({ runs }: Pick<DiaryState, 'runs'>): ReadonlySet<LocalDate> {
  return new Set(runs.flatMap(({ sets }) => sets.map(({ day }) => day)));
}
