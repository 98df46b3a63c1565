import { weekdayOf, type LocalDate } from '@psoas/kernel';
import type { PlannedSession } from '@psoas/core/programme';
import text from '@psoas/knowledge/text/today';
import { isClaim } from '../../widgets/reason-text.ts';

/** The name of a day of the week. */
export function weekdayName(day: LocalDate): string {
  return text.weekdays[weekdayOf(day) - 1] ?? '';
}

/** The rules behind all exercises of a session, each once. */
export function rulesOf({ items }: PlannedSession): readonly string[] {
  return [...new Set(items.flatMap(({ because }) => because.filter((id) => !isClaim(id))))];
}
