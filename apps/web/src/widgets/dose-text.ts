import { fillTemplate } from '@psoas/kernel';
import type { PlanItem } from '@psoas/core/programme';
import text from '@psoas/knowledge/text/programme';

/** How much of an exercise, such as "2 × 45 s each side". */
export function doseText(
  { sets, reps, holdSeconds, side }: Pick<PlanItem, 'sets' | 'reps' | 'holdSeconds' | 'side'>,
  isBilateral = false,
): string {
  const dose =
    reps === undefined
      ? fillTemplate(text.dose.hold, { sets, seconds: holdSeconds ?? 0 })
      : fillTemplate(text.dose.reps, { sets, reps });
  const template = side === 'both' ? (isBilateral ? text.dose.plain : text.dose.each) : text.dose[side];
  return fillTemplate(template, { dose });
}
