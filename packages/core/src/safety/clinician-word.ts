import { daysBetween, type LocalDate } from '@psoas/kernel';
import type { SafetyAnswers } from '../answers/index.ts';
import { flagIds, type FlagId } from './flag-ids.ts';

/** [S-05] After this many weeks a clinician's word lapses. */
export const clinicianWordWeeks = 12;

// Under 16 psoas is not made for the person, whatever a clinician says.
const neverLifted: ReadonlySet<string> = new Set(['RF31']);
const liftableFlags: ReadonlySet<string> = new Set(flagIds.filter((id) => !neverLifted.has(id)));

/** [S-05] Whether a clinician's word can lift what screening named at level C; pain at rest (S-PAIN) it cannot. */
export function isLiftable(id: string): id is FlagId {
  return liftableFlags.has(id);
}

/** [S-05] Whether a clinician's word covers a C flag today. A and B are never lifted; the caller asks for C only. */
export function isLifted(id: FlagId, agreed: SafetyAnswers['clinicianAgreed'], today: LocalDate): boolean {
  if (agreed === false || !isLiftable(id)) return false;
  if (agreed === true) return true;
  const age = daysBetween(agreed.date, today);
  return agreed.flags.includes(id) && age >= 0 && age < clinicianWordWeeks * 7;
}
