import { assessWithBreaks, breakOffer, type BreakOffer } from '@psoas/core/breaks';
import { catalogue } from '@psoas/knowledge/rules';
import type { Standing } from '../../app/use-standing.ts';

/** What a break at the desk holds today. */
export function deskOffer({ state, day }: Pick<Standing, 'state' | 'day'>, workingDays: number): BreakOffer {
  const assessment = assessWithBreaks(state, { catalogue, today: day });
  return breakOffer({ state, assessment, today: day }, workingDays);
}
