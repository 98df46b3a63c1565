import { flagIds, isLiftable, type FlagId, type Urgency } from '@psoas/core/safety';
import { fillTemplate } from '@psoas/kernel';
import type { FhirKnowledge, FhirWords } from '../fhir-input.ts';
import type { PlanAction } from '../r4.ts';
import { levelOfFlag, modifierWhen } from '../rules/flag-conditions.ts';
import { levelName, modifierName, painName } from '../rules/screening-variables.ts';
import { applies, decided } from './plan-action.ts';

/** One action for each flag, with the levels it can take; then pain at rest and the circumstances. */
export function screeningActions({ questions, modifiers }: FhirKnowledge, { fhir: { plan, codes } }: FhirWords): readonly PlanAction[] {
  const labelOf = (id: string): string => [...questions, ...modifiers].find((item) => item.id === id)?.label ?? id;
  const atLevel = (id: string, level: Urgency, condition: string): PlanAction => {
    const title = fillTemplate(plan.flagLevel, { label: labelOf(id), level });
    return decided({ id: `${id}-${level}`, code: `level-${level}`, words: codes[`level-${level}`], title }, condition);
  };
  const flags = flagIds.map((id) => ({
    id,
    title: fillTemplate(plan.flag, { label: labelOf(id), id }),
    ...applies(`%${id}`),
    action: levelsOf(id).map((level) => atLevel(id, level, `%${levelName(id)} = '${level}'`)),
  }));
  return [
    ...flags,
    { id: 'S-PAIN', title: plan.painAtRest, ...applies(`%${painName}`), action: [atLevel('S-PAIN', 'C', 'true')] },
    ...modifierWhen.map(([id]) => ({ id, title: labelOf(id), ...applies(`%${modifierName(id)}`), action: [atLevel(id, 'D', 'true')] })),
  ];
}

// [S-05] Where C can come, a clinician's word can turn it into D.
function levelsOf(id: FlagId): readonly Urgency[] {
  const level = levelOfFlag(id);
  const own = typeof level === 'string' ? [level] : [level.level, level.otherwise];
  const all = new Set<Urgency>([...own, ...(own.includes('C') && isLiftable(id) ? (['D'] as const) : [])]);
  return [...all].toSorted();
}
