import type { Moment } from '../session/session-clock.ts';
import type { BreakSettings, SnoozeMinutes } from './break-settings.ts';
import type { PlaceInDay } from './quiet-hours.ts';

/** A moment, by both clocks and in the person's own day. */
export type BreakMoment = Moment & PlaceInDay;

/**
 * `counting` sitting; `due`: reminded, not answered; `snoozed`: put off; `meeting`: silent until it is over;
 * `taking`: the person is on their feet.
 */
export type BreakStatus = 'counting' | 'due' | 'snoozed' | 'meeting' | 'taking';

/** Everything the reminder knows. Plain data: written down and read again, it goes on the same. */
export type BreakState = {
  readonly version: 1;
  readonly settings: BreakSettings;
  readonly status: BreakStatus;
  /** Sitting since the last break. */
  readonly sittingMillis: number;
  /** Until the status ends by itself: a snooze, a meeting, a reminder, a break. Null when it does not. */
  readonly waitMillis: number | null;
  /** How long nobody has been there, where the platform tells; null while somebody is. */
  readonly idleMillis: number | null;
  readonly last: BreakMoment;
};

/** Something that happens to the reminder. Each carries when. */
export type BreakEvent = BreakAction & { readonly at: BreakMoment };

/** What can happen to the reminder. */
export type BreakAction =
  /** Time has passed. How often it comes changes nothing but how soon a reminder is given. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'settings'; readonly settings: BreakSettings }
  | { readonly kind: 'snooze'; readonly minutes: SnoozeMinutes }
  /** Without minutes until `resume`. */
  | { readonly kind: 'meeting'; readonly minutes?: number }
  | { readonly kind: 'resume' }
  /** The person stands up for it. */
  | { readonly kind: 'take' }
  /** The break is over, or was taken without being told before. */
  | { readonly kind: 'done' }
  /** Not this time. */
  | { readonly kind: 'skip' }
  /** The platform says that nobody has been there for so long. */
  | { readonly kind: 'idle'; readonly forMillis: number }
  | { readonly kind: 'active' }
  /** The page was loaded anew with a saved state; the monotonic clock started again. */
  | { readonly kind: 'restore' };

/** Something the world outside has to do. */
export type BreakEffect =
  | { readonly kind: 'remind' }
  /** A reminder no longer holds; its notification goes. */
  | { readonly kind: 'withdraw' }
  /** [BR-07] A time away counted as a break from sitting. */
  | { readonly kind: 'rested'; readonly because: 'idle' | 'slept' | 'away' }
  | { readonly kind: 'meeting-over' };

/** The state after an event, and what the world outside has to do. */
export type BreakTurn = { readonly state: BreakState; readonly effects: readonly BreakEffect[] };

/** A reminder that starts to count now. */
export function createBreakState(settings: BreakSettings, at: BreakMoment): BreakState {
  return {
    version: 1,
    settings,
    status: 'counting',
    sittingMillis: 0,
    waitMillis: null,
    idleMillis: null,
    last: at,
  };
}

/** [BR-01] Sitting up to a reminder. */
export function everyMillis({ settings }: Pick<BreakState, 'settings'>): number {
  return settings.everyMinutes * 60_000;
}
