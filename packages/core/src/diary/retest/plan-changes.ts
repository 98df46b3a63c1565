import { daysBetween, sides, type LocalDate, type Side } from '@psoas/kernel';
import type { FindingResult } from '../../selfcheck/index.ts';
import type { DiaryState } from '../diary-state.ts';
import { meanPain, painReports, type PainReport } from '../pain-over-time.ts';
import type { KeptReading } from './kept-reading.ts';
import type { ReadCheck } from './read-checks.ts';

/** [D-07] Painless and unchanged for so long: other exercises come first. The rule says 8 to 12 weeks; a check falls on 56 days. */
const freshStartAfterDays = 56;
/** [D-07] A mean of pain up to this over all that time is painless: the lowest number that is not none. */
const painlessMean = 1;

/** What a check changed in the plan, or did not: one sentence each. */
export type PlanChange =
  | { readonly key: 'findingChanged'; readonly rule: 'D-06'; readonly day: LocalDate; readonly side: Side; readonly before: FindingResult; readonly after: FindingResult }
  | { readonly key: 'findingKept'; readonly rule: 'D-06'; readonly day: LocalDate; readonly side: Side; readonly why: KeptReading }
  | { readonly key: 'unchanged'; readonly rule: 'D-06'; readonly day: LocalDate }
  | { readonly key: 'freshStart'; readonly rule: 'D-07'; readonly day: LocalDate; readonly weeks: number };

/** [D-06] [D-07] What every check after the first one did to the plan, oldest first. */
export function planChanges(checks: readonly ReadCheck[], state: Pick<DiaryState, 'runs' | 'breaks'>): readonly PlanChange[] {
  const reports = painReports(state.runs, state.breaks);
  const changes: PlanChange[] = [];
  let since = checks[0];
  for (const [index, check] of checks.entries()) {
    const before = checks[index - 1];
    if (before === undefined || since === undefined) continue;
    const found = comparedWith(before, check);
    const isChanged = found.some(({ key }) => key === 'findingChanged');
    const isFresh = !isChanged && isStuck(since, check, reports);
    // That nothing changes would be untrue beside a fresh start.
    changes.push(...found.filter(({ key }) => !isFresh || key !== 'unchanged'));
    if (isFresh) changes.push({ key: 'freshStart', rule: 'D-07', day: check.day, weeks: Math.floor(daysBetween(since.day, check.day) / 7) });
    if (isChanged || isFresh) since = check;
  }
  return changes;
}

function comparedWith(before: ReadCheck, check: ReadCheck): readonly PlanChange[] {
  const { day } = check;
  const found = sides.flatMap((side): readonly PlanChange[] => {
    const why = check.kept[side];
    const [was, is] = [before.findings[side].result, check.findings[side].result];
    return [
      ...(was === is ? [] : [{ key: 'findingChanged', rule: 'D-06', day, side, before: was, after: is } as const]),
      ...(why === undefined ? [] : [{ key: 'findingKept', rule: 'D-06', day, side, why } as const]),
    ];
  });
  return found.length > 0 ? found : [{ key: 'unchanged', rule: 'D-06', day }];
}

// Painless at every check and in what was done, with something to change, for long enough.
function isStuck(since: ReadCheck, check: ReadCheck, reports: readonly PainReport[]): boolean {
  const hasSomething = sides.some((side) => check.findings[side].result !== 'neither');
  const isPainless =
    since.answers.pain.now === 0 &&
    check.answers.pain.now === 0 &&
    (meanPain(reports.filter(({ day }) => day > since.day && day <= check.day)) ?? 0) <= painlessMean;
  return hasSomething && isPainless && daysBetween(since.day, check.day) >= freshStartAfterDays;
}
