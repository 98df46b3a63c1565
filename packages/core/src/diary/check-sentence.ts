import { daysBetween, fillTemplate, type LocalDate, type Side } from '@psoas/kernel';
import type { FindingResult } from '../selfcheck/index.ts';
import type { DiaryState } from './diary-state.ts';
import type { ClinicianNamed } from './retest/clinician-named.ts';
import type { KeptReading } from './retest/kept-reading.ts';
import type { PlanChange } from './retest/plan-changes.ts';
import type { SteppedAssessment } from './today.ts';

/** The words of what a check did; the knowledge package's `text/steps` fits. */
export type CheckWords = {
  readonly sides: { readonly [side in Side]: string };
  readonly results: { readonly [result in FindingResult]: string };
} & { readonly [key in Exclude<PlanChange['key'], 'findingKept'> | KeptReading['because']]: string };

/** What a check did is news for so many days. Own choice. */
const newsDays = 7;

/** [D-06] [D-07] What the latest check did to the plan, as long as it is news; nothing where it left no plan. */
export function newsOfCheck(
  { latestCheck }: Pick<DiaryState, 'latestCheck'>,
  assessment: SteppedAssessment | undefined,
  today: LocalDate,
): readonly PlanChange[] {
  if (latestCheck === undefined || assessment?.programme === null || daysBetween(latestCheck.day, today) >= newsDays) return [];
  return (assessment?.planChanges ?? []).filter(({ day }) => day === latestCheck.day);
}

/** [D-06] [D-07] One sentence for what a check did to the plan, or did not. */
export function checkSentence(change: PlanChange, words: CheckWords): string {
  switch (change.key) {
    case 'findingChanged':
      return fillTemplate(words.findingChanged, {
        side: words.sides[change.side],
        before: words.results[change.before],
        after: words.results[change.after],
      });
    case 'findingKept': {
      const { why, side } = change;
      const degrees =
        why.because === 'within-error' ? { change: Math.round(why.changeDegrees), error: why.errorDegrees } : {};
      return fillTemplate(words[why.because], { side: words.sides[side], ...degrees });
    }
    case 'unchanged':
      return words.unchanged;
    case 'freshStart':
      return fillTemplate(words.freshStart, { weeks: change.weeks });
  }
}

/** [D-07] Why a clinician should look, with the numbers. */
export function clinicianSentence(
  named: ClinicianNamed,
  words: { readonly [key in ClinicianNamed['key']]: string },
): string {
  const pain = named.key === 'lostFunction' ? {} : { before: named.painBefore, now: named.painNow };
  return fillTemplate(words[named.key], { days: named.days, ...pain });
}
