import { daysBetween, type LocalDate } from '@psoas/kernel';
import type { SafetyAnswers } from '../answers/index.ts';
import type { FlagId } from './flag-ids.ts';

/** [S-05] After this many weeks a clinician's word lapses. */
export const clinicianWordWeeks = 12;

/** Flags that no clinician's word lifts: under 16 psoas is not made for the person. */
const neverLifted: ReadonlySet<FlagId> = new Set(['RF31']);

/** [S-05] Whether a clinician's word covers a C flag today. A and B are never lifted; the caller asks for C only. */
export function isLifted(id: FlagId, agreed: SafetyAnswers['clinicianAgreed'], today: LocalDate): boolean {
  if (agreed === false || neverLifted.has(id)) return false;
  if (agreed === true) return true;
  const age = daysBetween(agreed.date, today);
  return agreed.flags.includes(id) && age >= 0 && age < clinicianWordWeeks * 7;
}
