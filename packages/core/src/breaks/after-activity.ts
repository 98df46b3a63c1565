import type { Activity, TodaySession } from '../diary/index.ts';
import { todayOf } from '../diary/index.ts';
import { activityStretch, type PlanItem, type ProgrammeInput } from '../programme/index.ts';
import { hurtToday, secondsLeft, shortestHoldSeconds, type OfferFacts } from './break-offer.ts';

/** What is offered after an activity. */
export type ActivityOffer =
  /** Today's session has a stretch in it: that one, now. */
  | { readonly kind: 'session'; readonly session: TodaySession }
  | { readonly kind: 'stretch'; readonly item: PlanItem }
  | { readonly kind: 'none'; readonly because: readonly string[] };

/** [BR-12] The stretch that fits an activity, inside what safety and the week leave. */
export function afterActivity(
  activity: Activity,
  facts: OfferFacts,
  input: ProgrammeInput | undefined,
): ActivityOffer {
  const { state, assessment, today } = facts;
  const now = todayOf(state, assessment, today);
  if (now.kind === 'stopped' || now.kind === 'not-today') return { kind: 'none', because: now.because };
  const programme = assessment?.programme ?? null;
  if (programme === null || input === undefined) return { kind: 'none', because: ['BR-09'] };
  if (hurtToday(facts)) return { kind: 'none', because: ['D-04'] };
  const session = openStretchSession(now.sessions, activity);
  if (session !== undefined && state.programmeStartedOn !== undefined) return { kind: 'session', session };
  const item = activityStretch(input, activity);
  if (item === undefined) {
    const isWaiting = input.conduct.noImpact && (activity === 'run' || activity === 'ride');
    return { kind: 'none', because: [isWaiting ? 'RF13' : 'BR-09'] };
  }
  const holdSeconds = Math.min(item.holdSeconds ?? 0, secondsLeft(facts, programme));
  return holdSeconds < shortestHoldSeconds
    ? { kind: 'none', because: ['BR-08'] }
    : { kind: 'stretch', item: { ...item, holdSeconds } };
}

const kindsAfter: { readonly [activity in Activity]?: TodaySession['kind'] } = {
  run: 'after-run',
  ride: 'after-ride',
};

// A session for before a run is none for after it.
function openStretchSession(sessions: readonly TodaySession[], activity: Activity): TodaySession | undefined {
  const open = sessions.filter(
    ({ done, kind, items }) =>
      !done && kind !== 'before-run' && items.some((item) => item.class === 'stretch'),
  );
  return open.find(({ kind }) => kind === kindsAfter[activity]) ?? open[0];
}
