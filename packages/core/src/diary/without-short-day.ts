import type { DiaryState } from './diary-state.ts';

/** [D-12] A diary without the wish for two minutes: that is the wish of one day, and not of the weeks that are written out. */
export function withoutShortDay(state: DiaryState): DiaryState {
  const { shortVersionOn: _day, ...preferences } = state.preferences;
  return { ...state, preferences };
}
