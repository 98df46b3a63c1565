import type { LocalDate } from '@psoas/kernel';
import type { ParsedAnswers } from '../answers/index.ts';
import { isLifted } from './clinician-word.ts';
import type { Exclusion } from './exclusion.ts';
import { exclusionsOfFlag } from './flag-exclusions.ts';
import type { FlagId } from './flag-ids.ts';
import { levelOfFlag } from './flag-levels.ts';
import { compareUrgency, worstLevel, type TriageLevel, type Urgency } from './level.ts';
import { activeModifiers, type ModifierId } from './modifiers.ts';
import { raisedFlags } from './raised-flags.ts';

/** Why the level is what it is. */
export type TriageReason = {
  readonly id: FlagId | ModifierId | 'S-PAIN';
  readonly level: Urgency;
  /** True when a clinician's word turned a C into this D (S-05). */
  readonly lifted: boolean;
};

/** How training differs for this person, beyond exclusions. */
export type Conduct = {
  /** [S-05] Start on the lowest rungs, whatever level was declared. */
  readonly lowestRungs: boolean;
  /** [RF42, RF54] Flags that forbid a session today. */
  readonly noSessionToday: readonly FlagId[];
  /** [RF43] Nothing moves on by itself. */
  readonly noAutomaticProgression: boolean;
  /** [RF13] No sessions around a run: impact waits. */
  readonly noImpact: boolean;
  /** [RF44] No targets by minutes, no streaks. */
  readonly noTargets: boolean;
};

/** The answer of the screening. */
export type Triage = {
  readonly level: TriageLevel;
  /** All of them, worst first (S-01). */
  readonly reasons: readonly TriageReason[];
  readonly exclusions: readonly Exclusion[];
  readonly conduct: Conduct;
};

/** What screening needs of the answers: whatever could be read (S-03). */
export type ScreeningAnswers = Pick<ParsedAnswers, 'ageYears' | 'sports' | 'safety' | 'pain'>;

/** [S-04] Pain at rest, today, from which training waits for a clinician. */
export const painThatWaits = 6;

/** Screens the answers: rules S-01 to S-10. Pure; `today` decides whether a clinician's word still holds. */
export function screen(answers: ScreeningAnswers, today: LocalDate): Triage {
  const details = answers.safety.details ?? {};
  const painSites = answers.pain.where ?? [];
  const flags = raisedFlags({ yes: answers.safety.yes ?? [], details, ageYears: answers.ageYears, painSites });
  const facts = { details, flags: new Set(flags), sports: answers.sports, hasGroinPain: painSites.some((site) => site.startsWith('groin-')) };
  const agreed = answers.safety.clinicianAgreed ?? false;
  const flagReasons = flags.map((id): TriageReason => {
    const level = levelOfFlag(id, facts);
    const lifted = level === 'C' && isLifted(id, agreed, today);
    return { id, level: lifted ? 'D' : level, lifted };
  });
  const modifiers = activeModifiers({ details, ageYears: answers.ageYears, painSites });
  const reasons: readonly TriageReason[] = [
    ...flagReasons,
    ...((answers.pain.now ?? 0) >= painThatWaits ? [{ id: 'S-PAIN', level: 'C', lifted: false } as const] : []),
    ...modifiers.map(({ id }) => ({ id, level: 'D', lifted: false }) as const),
  ].toSorted((first, second) => compareUrgency(first.level, second.level));
  return {
    level: worstLevel(reasons.map(({ level }) => level)),
    reasons,
    exclusions: [...flags.flatMap((id) => exclusionsOfFlag(id, { details, painSites })), ...modifiers.flatMap(({ exclusions }) => exclusions)],
    conduct: {
      lowestRungs: reasons.some(({ lifted }) => lifted),
      noSessionToday: flags.filter((id) => id === 'RF42' || id === 'RF54'),
      noAutomaticProgression: flags.includes('RF43'),
      noImpact: flags.includes('RF13'),
      noTargets: flags.includes('RF44'),
    },
  };
}

/** Whether a level forbids any programme: A, B, and a C that no clinician lifted. */
export function forbidsTraining(level: TriageLevel): boolean {
  return level === 'A' || level === 'B' || level === 'C';
}

/** [S-03] Whether a level is answered at once, whatever else is missing or damaged. */
export function isUrgent(level: TriageLevel): boolean {
  return level === 'A' || level === 'B';
}
