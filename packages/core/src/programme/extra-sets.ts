import type { Side } from '@psoas/kernel';
import { timedSession } from './lay-out-week.ts';
import type { PlanningContext } from './planning-context.ts';
import type { PlanItem, PlannedSession } from './programme.ts';
import { weeklyStretch, weeklyStretchLimitSeconds } from './weekly-stretch.ts';

/**
 * [P-04] One extra set on the side that needs more, where minutes and the weekly limit allow it. The other side keeps
 * its own sets.
 */
export function addExtraSets(sessions: readonly PlannedSession[], context: PlanningContext): readonly PlannedSession[] {
  const { worseSide } = context.needs;
  return sessions.reduce<readonly PlannedSession[]>((done, session, index) => {
    const longer = extend(session, context, worseSide);
    const week = [...done, ...(longer === undefined ? [] : [longer]), ...sessions.slice(index + 1)];
    const fits = longer !== undefined && minutesOfDay(week, session.day) <= context.about.minutesPerDay && staysUnderLimit(week);
    return [...done, fits ? longer : session];
  }, []);
}

function extend(session: PlannedSession, context: PlanningContext, worse: { readonly stretch?: Side; readonly strength?: Side }): PlannedSession | undefined {
  if (session.kind !== 'home' && session.kind !== 'gym') return undefined;
  const extra = session.items.map((item): PlanItem | undefined => {
    const side = item.class === 'stretch' ? worse.stretch : worse.strength;
    const isLimited = item.class === 'strengthen' && context.selection.settings?.strengthSetsAtMost !== undefined;
    return side !== undefined && item.side === 'both' && !isLimited && !wasSteppedBack(item) && canWorkOneSide(item, context) ? { ...item, side, sets: 1, because: ['P-04', ...item.because] } : undefined;
  });
  // One extra set a session: the first exercise that can have one.
  const at = extra.findIndex((item) => item !== undefined);
  const item = extra[at];
  return item === undefined ? undefined : timedSession({ ...session, items: session.items.toSpliced(at + 1, 0, item) }, context);
}

// [D-04] What was just made less gets nothing on top until it is good again.
const stepsBack: readonly string[] = ['D-01', 'D-04', 'D-09', 'D-11'];

function wasSteppedBack({ because }: PlanItem): boolean {
  return because.some((rule) => stepsBack.includes(rule));
}

function canWorkOneSide(item: PlanItem, { selection }: PlanningContext): boolean {
  return selection.available.find(({ exercise }) => exercise.id === item.exercise)?.exercise.side.model !== 'bilateral';
}

function minutesOfDay(week: readonly PlannedSession[], day: number): number {
  return week.filter((session) => session.day === day).reduce((total, { minutes }) => total + minutes, 0);
}

function staysUnderLimit(week: readonly PlannedSession[]): boolean {
  const { left, right } = weeklyStretch(week);
  return Math.max(left, right) <= weeklyStretchLimitSeconds;
}
