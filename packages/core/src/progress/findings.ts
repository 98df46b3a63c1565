import { byId, type LocalDate, type PerSide } from '@psoas/kernel';
import { parseAnswers } from '../answers/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { readChecks, type DiaryState } from '../diary/index.ts';
import { isUrgent, screen } from '../safety/index.ts';
import type { FindingResult } from '../selfcheck/index.ts';

/** What a check came to, a side. */
export type CheckFindings = PerSide<FindingResult> & { readonly id: string; readonly day: LocalDate };

/**
 * [PR-08] The findings of every check that could be read, oldest first, as they count for the plan: a change inside the
 * error, or one that was not repeated yet, is none (D-06).
 */
export function findingsAtChecks(state: Pick<DiaryState, 'checks' | 'repeats'>, catalogue: Catalogue): readonly CheckFindings[] {
  const checkById = byId(state.checks);
  const momentOf = (id: string): number => checkById.get(id)?.atMillis ?? 0;
  return readChecks(state, catalogue)
    // Nothing is found under an emergency: there is only what to do.
    .filter(({ answers, day }) => !isUrgent(screen(parseAnswers(answers), day).level))
    .map(({ id, day, findings: { left, right } }) => ({ id, day, left: left.result, right: right.result }))
    .toSorted((first, second) => momentOf(first.id) - momentOf(second.id) || (first.id < second.id ? -1 : 1));
}
