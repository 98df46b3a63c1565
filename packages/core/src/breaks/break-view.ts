import { everyMillis, type BreakState, type BreakStatus } from './break-state.ts';
import { quietReason } from './quiet-hours.ts';

/** What a screen shows of the reminder. */
export type BreakView = {
  readonly status: BreakStatus | 'quiet';
  readonly quietBecause?: 'day-off' | 'quiet-hours';
  /** Until the next reminder, or until a meeting ends; undefined when nobody knows. */
  readonly leftMillis?: number;
};

/** The state as a screen shows it. Times are those of the last event. */
export function viewBreaks(state: BreakState): BreakView {
  const quietBecause = quietReason(state.settings, state.last);
  if (quietBecause !== undefined && state.status === 'counting') return { status: 'quiet', quietBecause };
  switch (state.status) {
    case 'counting':
      return {
        status: 'counting',
        leftMillis: Math.max(0, everyMillis(state) - state.sittingMillis),
      };
    case 'snoozed':
    case 'meeting':
      return {
        status: state.status,
        ...(state.waitMillis !== null && { leftMillis: state.waitMillis }),
      };
    case 'due':
    case 'taking':
      return { status: state.status };
  }
}
