import { fillTemplate } from '@psoas/kernel';
import type { StepChange } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/progress';

/** What a change of the plan was, in a few words. */
export function changeKindText({ key, values }: StepChange): string {
  return fillTemplate(text.plan.kinds[key], values);
}
