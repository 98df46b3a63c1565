import type { ComponentChild } from 'preact';
import type { Clock } from '@psoas/kernel';
import type { SetLogged } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import type { Moment, PlayerState, Timeline } from '@psoas/core/session';
import type { Exercise } from '@psoas/knowledge/types';
import type { PlayerSenses } from '../../adapters/device-player-ports.ts';
import type { PlayerPorts } from '../../adapters/player-ports.ts';
import type { SessionResult } from './session-result.ts';

/** The device's clock with a second reading that never jumps, such as performance.now(). */
export type PlayerClock = Clock & { readonly monotonicMillis: () => number };

/** How the person likes to be guided; the settings of the device fit. */
export type PlayerPreferences = PlayerSenses & {
  /** 3 to 10. */
  readonly countInSeconds: number;
};

export type PlayerScreenProps = {
  readonly timeline: Timeline;
  readonly items: readonly PlanItem[];
  /** The full records of the session's exercises; more do no harm. */
  readonly exercises: readonly Exercise[];
  readonly preferences: PlayerPreferences;
  /** Each exercise after the first waits until the person goes on. */
  readonly waitsBetween?: boolean;
  /** Names this walk through the session. */
  readonly run: string;
  readonly clock: PlayerClock;
  /** Pain of 6 and more in the diary's last seven days (D-05). */
  readonly redsInLastWeek?: number;
  /** One set was worked. Comes when its exercise is left, because pain and place belong to all its sets. */
  readonly onLog: (set: SetLogged) => void;
  /** The session is over: write it down at once. The screen may still show a stop that has to be read. */
  readonly onFinished: (result: SessionResult) => void;
  /** The person has read everything: show the done screen. Always comes after `onFinished`. */
  readonly onDone: (result: SessionResult) => void;
  /** What `onSave` gave last for this run, as read from the storage; anything damaged is noticed and left out. */
  readonly savedState?: unknown;
  /** Called on each change and every few seconds: keep it until `onFinished`. */
  readonly onSave: (state: PlayerState) => void;
  /** A word about the storage, beside the player's own. */
  readonly storageLine?: ComponentChild;
  /** Other ports than the device's, for tests. */
  readonly ports?: PlayerPorts;
};

/** Both readings of now. */
export function momentOf(clock: PlayerClock): Moment {
  return { wallMillis: clock.nowMillis(), monotonicMillis: clock.monotonicMillis() };
}
