import type { CodeableConcept, PlanAction } from '../r4.ts';
import { codeSystems, coding, concept } from '../systems.ts';

/** Every plan of ours is a protocol. */
export const planType: CodeableConcept = {
  coding: [coding('http://terminology.hl7.org/CodeSystem/plan-definition-type', 'clinical-protocol', 'Clinical Protocol')],
};

/** The one condition of an action. */
export function applies(expression: string): Pick<PlanAction, 'condition'> {
  return { condition: [{ kind: 'applicability', expression: { language: 'text/fhirpath', expression } }] };
}

type Decision = { readonly id: string; readonly title: string; readonly code: string; readonly words: string };

/** An action that states what was decided, as a code. */
export function decided({ id, title, code, words }: Decision, expression: string): PlanAction {
  return { id, title, code: [concept(codeSystems.decision, code, words)], ...applies(expression) };
}
