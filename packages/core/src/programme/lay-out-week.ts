import { itemSeconds } from '../session/create-timeline.ts';
import { homeItems } from './home-sessions.ts';
import type { PlanningContext } from './planning-context.ts';
import type { PlanItem, PlannedSession, SessionKind } from './programme.ts';
import { afterItems, beforeRunItems, gymItems, gymTimesPerWeek, sportOf } from './sport-sessions.ts';
import { weekOf } from './week.ts';
import { withinStrengthLimit } from './within-strength-limit.ts';

/** [P-02] Maintenance, for a person who is neither tight nor weak. */
const maintenanceTimesPerWeek = 2;

/** Puts sessions on the days of the week: at home, and before, after and beside a sport (P-06, P-10). */
export function layOutWeek(context: PlanningContext): readonly PlannedSession[] {
  const sport = sportOf(context);
  const week = weekOf(context.about.daysPerWeek);
  if (sport === undefined) return context.needs.maintenanceOnly ? maintenanceWeek(context) : homeWeek(context);
  return week.days.flatMap((day) => {
    const strengthIndex = week.strengthDays.indexOf(day);
    if (strengthIndex >= 0) return sportDay(context, day, strengthIndex < gymTimesPerWeek);
    const kind = day === week.lightDay ? 'light' : 'home';
    return context.needs.maintenanceOnly ? [] : homeDay(context, { day, kind, strength: false });
  });
}

function homeWeek(context: PlanningContext): readonly PlannedSession[] {
  const week = weekOf(context.about.daysPerWeek);
  // [P-02] Beside tightness alone two light strength days are enough.
  const strengthDays = context.needs.strength === 'full' ? week.strengthDays : week.strengthDays.slice(0, 2);
  return week.days.flatMap((day) => homeDay(context, { day, kind: day === week.lightDay ? 'light' : 'home', strength: strengthDays.includes(day) }));
}

function maintenanceWeek(context: PlanningContext): readonly PlannedSession[] {
  const { days } = weekOf(Math.min(maintenanceTimesPerWeek, context.about.daysPerWeek));
  return days.flatMap((day) => homeDay(context, { day, kind: 'maintenance', strength: true }));
}

function homeDay(context: PlanningContext, day: { readonly day: number; readonly kind: SessionKind; readonly strength: boolean }): readonly PlannedSession[] {
  const items = homeItems(context, { ...day, budgetSeconds: dayBudget(context) });
  return sessionOf(context, day, items);
}

// Strength days carry the sport: the marches before a run count as strength work too, so they keep its spacing.
function sportDay(context: PlanningContext, day: number, withGym: boolean): readonly PlannedSession[] {
  const isRun = sportOf(context) === 'run';
  const budget = dayBudget(context);
  const after = sessionOf(context, { day, kind: isRun ? 'after-run' : 'after-ride' }, afterItems(context, budget));
  const before = isRun ? sessionOf(context, { day, kind: 'before-run' }, beforeRunItems(context, budget - secondsOf(after))) : [];
  const gym = withGym ? sessionOf(context, { day, kind: 'gym' }, gymItems(context, budget - secondsOf([...before, ...after]))) : [];
  return [...before, ...after, ...gym];
}

function dayBudget({ about }: PlanningContext): number {
  return about.minutesPerDay * 60;
}

// Whole minutes are what the person sees, so whole minutes are what the day pays.
function secondsOf(sessions: readonly PlannedSession[]): number {
  return sessions.reduce((total, { minutes }) => total + minutes * 60, 0);
}

function sessionOf(context: PlanningContext, { day, kind }: { readonly day: number; readonly kind: SessionKind }, items: readonly PlanItem[]): readonly PlannedSession[] {
  const allowed = withinStrengthLimit(items, context.selection.settings);
  return allowed.length === 0 ? [] : [timedSession({ id: `day-${day}-${kind}`, kind, day, items: allowed }, context)];
}

/** Adds the seconds and minutes that a session's timeline takes. */
export function timedSession(session: Omit<PlannedSession, 'seconds' | 'minutes'>, { selection, order }: PlanningContext): PlannedSession {
  const seconds = session.items.reduce((total, item) => total + itemSeconds(item, selection.available.find(({ exercise }) => exercise.id === item.exercise)?.exercise, order), 0);
  return { ...session, seconds, minutes: Math.ceil(seconds / 60) };
}
