/** Safety comes before anything else: flags, levels, exclusions (docs/spec/safety.md). */
export { flagIds, type FlagId } from './flag-ids.ts';
export { blockingExclusions, type Demands, type Exclusion } from './exclusion.ts';
export { compareUrgency, worstLevel, type TriageLevel, type Urgency } from './level.ts';
export { fixedLevelOf } from './flag-levels.ts';
export { isAfterBirth } from './flag-exclusions.ts';
export { modifierIds, type ModifierId } from './modifiers.ts';
export { clinicianWordWeeks, isLiftable } from './clinician-word.ts';
export { forbidsTraining, isUrgent, painThatWaits, screen, type Conduct, type ScreeningAnswers, type Triage, type TriageReason } from './triage.ts';
