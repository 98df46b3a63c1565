import type { LocalDate } from '@psoas/kernel';
import { triageOn, type DiaryState, type SteppedAssessment } from '../../diary/index.ts';
import type { Report } from '../../progress/index.ts';
import { exclusionsOfFindings } from '../../selfcheck/index.ts';
import type { FindingsPart } from './shared-part.ts';

type FindingsFacts = { readonly assessment: SteppedAssessment; readonly report: Report; readonly today: LocalDate };

/** [SH-01] The findings of the first check and the latest, and the safety answers with every sign since (E-09). */
export function findingsPart(state: DiaryState, { assessment, report, today }: FindingsFacts): FindingsPart {
  const triage = triageOn(state, assessment, today) ?? assessment.triage;
  return {
    part: 'findings',
    day: today,
    checks: report.checks.map(({ day, left, right }) => ({ day, left, right })),
    checkCount: report.checkCount,
    level: report.triage.level,
    reasons: report.triage.reasons,
    exclusions: sharedExclusions(state, assessment, today),
    conduct: triage.conduct,
    ...(report.painAtCheck && { pain: report.painAtCheck }),
  };
}

/** [S-06] What somebody must not do for now, by safety answers with every sign since the check (E-09) and by findings. */
export function sharedExclusions(state: DiaryState, assessment: SteppedAssessment, today: LocalDate): FindingsPart['exclusions'] {
  const { exclusions } = triageOn(state, assessment, today) ?? assessment.triage;
  return assessment.findings === null ? exclusions : [...exclusions, ...exclusionsOfFindings(assessment.findings)];
}
