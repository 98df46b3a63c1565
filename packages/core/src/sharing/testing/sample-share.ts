import { foldDiary, type DiaryState } from '../../diary/index.ts';
import { day, entry, healthyAnswers } from '../../diary/testing/sample-events.ts';
import { smallCatalogue } from '../../diary/testing/small-catalogue.ts';
import type { SharedView } from '../feed/fold-share.ts';
import { viewOfParts } from '../feed/fold-share.ts';
import { sharePartIds, type SharePartId } from '../part/share-part-id.ts';
import type { SharedPart } from '../part/shared-part.ts';
import { sharedPartsOf } from '../part/shared-parts-of.ts';

/** For tests: the day on which sample diaries begin. */
export const startDay = day('2026-03-02');

/** For tests: everything that rules need besides the diary. */
export const context = { catalogue: smallCatalogue, today: startDay };

/** For tests: a diary with its first check, a programme, and more. */
export function diaryWith(...more: readonly unknown[]): DiaryState {
  return foldDiary([entry('check-completed', { answers: healthyAnswers }, { id: 'check-1' }), entry('programme-started', { check: 'check-1' }, { id: 'started' }), ...more]);
}

/** For tests: the parts of a diary on its first day. */
export function partsOf(state: DiaryState, parts: readonly SharePartId[] = sharePartIds): readonly SharedPart[] {
  return sharedPartsOf(state, { ...context, firstWeekday: 1, choice: { parts, callMe: 'Kim' } });
}

/** For tests: what a guest sees of it. */
export function viewOf(state: DiaryState, parts: readonly SharePartId[] = sharePartIds): SharedView {
  return viewOfParts(partsOf(state, parts));
}

/** For tests: a value as it comes out of a feed. */
export function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
