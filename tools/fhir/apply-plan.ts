import { evalFhirPathTyped, toTypedValue, type TypedValue } from '@medplum/core';
import type { PlanAction, PlanDefinition } from '@psoas/exchange/fhir';

/** The ids of the actions that apply, those inside others too. */
export type AppliedActions = ReadonlySet<string>;

/**
 * The least that FHIR's `$apply` needs: the named expressions in their order, then each action whose condition is
 * true, and what stands inside it. Everything is evaluated by Medplum's FHIRPath, nothing by psoas.
 */
export function applyPlan({ extension = [], action }: PlanDefinition, focus: object): AppliedActions {
  const input = [toTypedValue(focus)];
  const variables: Record<string, TypedValue> = {};
  for (const { valueExpression } of extension) {
    if (valueExpression?.name === undefined) continue;
    const [value] = evalFhirPathTyped(valueExpression.expression, input, variables);
    if (value !== undefined) variables[`%${valueExpression.name}`] = value;
  }
  const applied = new Set<string>();
  const apply = ({ id, condition = [], action: inner = [] }: PlanAction): void => {
    const holds = condition.every(({ expression }) => evalFhirPathTyped(expression.expression, input, variables)[0]?.value === true);
    if (!holds) return;
    if (id !== undefined) applied.add(id);
    inner.forEach(apply);
  };
  action.forEach(apply);
  return applied;
}
