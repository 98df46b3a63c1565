import type { LocalDate } from '@psoas/kernel';
import type { Assessment } from '../assessment/index.ts';
import { assessFromDiary, todayOf, type DiaryContext, type DiaryState } from '../diary/index.ts';
import {
  weeklyStretch,
  weeklyStretchLimitSeconds,
  type PlanItem,
  type Programme,
} from '../programme/index.ts';
import { amberFrom } from '../session/index.ts';
import { breakSecondsOfWeek, larger, stretchSecondsOfWeek } from './stretch-done.ts';

/** [BR-08] A shorter hold than this is not offered: the shortest that a stretch of the catalogue asks for. */
export const shortestHoldSeconds = 30;

/** What a break holds: a guided stretch, or standing up and moving, or nothing while something has to be cleared. */
export type BreakOffer =
  | { readonly kind: 'stretch'; readonly item: PlanItem }
  | { readonly kind: 'move'; readonly because: readonly string[] }
  | { readonly kind: 'none'; readonly because: readonly string[] };

/** Where the person stands, for offering something outside the sessions. */
export type OfferFacts = {
  readonly state: DiaryState;
  readonly assessment: Assessment | undefined;
  readonly today: LocalDate;
};

/** [BR-08] The diary's assessment with breaks planned: who asks to be reminded wishes for them, whatever the goals. */
export function assessWithBreaks(state: DiaryState, context: DiaryContext): Assessment | undefined {
  return assessFromDiary({ ...state, preferences: { ...state.preferences, deskBreaks: true } }, context);
}

/** [BR-08] [BR-09] What the next break holds. `workingDays` is how many days of the week have breaks. */
export function breakOffer(facts: OfferFacts, workingDays: number): BreakOffer {
  const { state, assessment, today } = facts;
  const now = todayOf(state, assessment, today);
  if (now.kind === 'stopped' || now.kind === 'not-today') return { kind: 'none', because: now.because };
  const programme = assessment?.programme ?? null;
  if (programme === null) return { kind: 'move', because: ['BR-09'] };
  const plan = programme.breaks;
  if (hurtToday(facts)) return { kind: 'move', because: ['D-04'] };
  const item = plan === null ? undefined : breakItem(plan);
  if (item === undefined)
    return {
      kind: 'move',
      because: [secondsLeft(facts, programme) < shortestHoldSeconds ? 'BR-08' : 'BR-09'],
    };
  const ofToday = state.breaks.filter(
    ({ day, occasion, exercise }) => day === today && occasion === 'desk' && exercise !== undefined,
  ).length;
  const aDay = Math.ceil((plan?.timesPerWeek ?? 0) / Math.max(1, workingDays));
  const isFull = ofToday >= aDay || secondsLeft(facts, programme) < (item.holdSeconds ?? 0);
  return isFull ? { kind: 'move', because: ['BR-08'] } : { kind: 'stretch', item };
}

/** [BR-08] Seconds a side that the ten minutes of the week leave beside what is planned and what was done. */
export function secondsLeft({ state, today }: OfferFacts, programme: Programme): number {
  const besidePlan =
    weeklyStretchLimitSeconds -
    larger(weeklyStretch(programme.sessions)) -
    larger(breakSecondsOfWeek(state, today));
  const besideDone = weeklyStretchLimitSeconds - larger(stretchSecondsOfWeek(state, today));
  return Math.max(0, Math.min(besidePlan, besideDone));
}

/** [BR-09] Pain of 4 or more, or a stop, in a break of today: no more stretch outside the sessions today (D-04). */
export function hurtToday({ state, today }: OfferFacts): boolean {
  return state.breaks.some(
    ({ day, pain, because }) => day === today && (because !== undefined || (pain ?? 0) >= amberFrom),
  );
}

function breakItem({ exercise, holdSeconds, because }: NonNullable<Programme['breaks']>): PlanItem {
  return { exercise, class: 'stretch', side: 'both', sets: 1, holdSeconds, restSeconds: 0, because };
}
