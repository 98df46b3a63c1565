import type { SetLogged } from '@psoas/core/diary';
import type { FlagId } from '@psoas/core/safety';
import { loggedSets, type Ending, type PlayerState, type StopDecision } from '@psoas/core/session';

/** What a session came to: for the diary and for the done screen. */
export type SessionResult = {
  readonly run: string;
  readonly ending: Ending;
  /** Everything that was worked; each was handed over by `onLog` before. */
  readonly sets: readonly SetLogged[];
  /** What the stop rules decided on the way, in order. */
  readonly decisions: readonly StopDecision[];
  /** Screening flags that were raised: write them down as a safety answer. */
  readonly raises: readonly FlagId[];
  /** Exercises that stay closed until a clinician agreed. */
  readonly closes: readonly string[];
};

/** The result of a session as its state tells it. One that has no end yet counts as ended early. */
export function sessionResult(state: PlayerState, run: string): SessionResult {
  const { decisions } = state;
  return {
    run,
    ending: state.ending ?? { outcome: 'ended-early' },
    sets: state.items.flatMap((_, item) => loggedSets(state, item)).map((set) => ({ run, ...set })),
    decisions,
    raises: [...new Set(decisions.flatMap(({ raises }) => raises))],
    closes: [...new Set(decisions.flatMap(({ closes }) => closes))],
  };
}
