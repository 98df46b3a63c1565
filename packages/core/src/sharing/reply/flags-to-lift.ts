import type { ClinicianAgreement } from '../../answers/index.ts';
import { isLiftable, isUrgent, type FlagId, type Triage } from '../../safety/index.ts';

/**
 * [S-05] [SH-06] Of the flags in a guest's word those that a clinician's word can lift on this day: named by the
 * screening at level C, or lifted already and agreed to anew. Whoever has the link can name any flag, and one that
 * nobody has raised would lie ready to lift what comes later. None while something urgent stands.
 */
export function flagsToLift({ flags }: Pick<ClinicianAgreement, 'flags'>, triage: Pick<Triage, 'level' | 'reasons'> | undefined): readonly FlagId[] {
  if (triage === undefined || isUrgent(triage.level)) return [];
  const named = new Set<string>(triage.reasons.filter(({ level, lifted }) => level === 'C' || lifted).map(({ id }) => id));
  return flags.filter((id) => isLiftable(id) && named.has(id));
}
