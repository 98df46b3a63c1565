import type { LocalDate } from '@psoas/kernel';
import { parseAnswers } from '../answers/index.ts';
import type { DiaryState } from '../diary/index.ts';
import { compareUrgency, screen, worstLevel, type Triage } from '../safety/index.ts';

/** What the page says of the screening. */
export type ReportTriage = Pick<Triage, 'level' | 'reasons'>;

/** [PR-12] The screening of the check with every sign that a short form or a stop has raised since (E-09), worst first. */
export function triageSinceCheck({ latestCheck, shortSafetySinceCheck }: DiaryState, triage: Triage, today: LocalDate): ReportTriage {
  if (shortSafetySinceCheck.length === 0) return { level: triage.level, reasons: triage.reasons };
  const yes = shortSafetySinceCheck.flatMap(({ newSigns }) => newSigns);
  const now = Math.max(...shortSafetySinceCheck.map(({ painNow }) => painNow));
  const { ageYears, sports, safety } = parseAnswers(latestCheck?.answers);
  const raised = screen({ ageYears, sports, safety: { ...safety, yes }, pain: { now, where: [] } }, today).reasons;
  const kept = triage.reasons.filter(({ id }) => !raised.some((reason) => reason.id === id && reason.level !== 'D'));
  const added = raised.filter(({ id }) => !kept.some((reason) => reason.id === id));
  const reasons = [...kept, ...added].toSorted((first, second) => compareUrgency(first.level, second.level));
  return { level: worstLevel(reasons.map(({ level }) => level)), reasons };
}
