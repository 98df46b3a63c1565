import { fillTemplate, sides } from '@psoas/kernel';
import type { FhirKnowledge, FhirWords } from '../fhir-input.ts';
import { aboutPlace } from '../link-ids.ts';
import type { PlanAction, PlanDefinition } from '../r4.ts';
import { anyOf, choose, isOneOf } from '../rules/expression.ts';
import { allowedOnWhen, suitsWhen } from '../rules/exercise-conditions.ts';
import { findingResults, findingVariables, resultName } from '../rules/finding-conditions.ts';
import { screeningVariables } from '../rules/screening-variables.ts';
import { variableName, type Variable } from '../rules/variable.ts';
import { addressOf, canonicalOf, variableExtension } from '../systems.ts';
import { exerciseCanonical, exerciseName } from './activity-definitions.ts';
import { named } from './named.ts';
import { applies, decided, planType } from './plan-action.ts';
import { questionnaireCanonical } from './questionnaire.ts';
import { screeningActions } from './screening-actions.ts';

const selfCheckPlanId = 'self-check-to-programme';

/** The address of the plan from the self-check to the programme, with its version. */
export const selfCheckPlanCanonical = canonicalOf('PlanDefinition', selfCheckPlanId);

/**
 * What the rules decide from one answered self-check: how urgent it is and why, what the tests say of each side, and
 * what may be planned. Conditions are asked of the QuestionnaireResponse; what several of them need has a name, once.
 */
export function selfCheckPlan(knowledge: FhirKnowledge, words: FhirWords): PlanDefinition {
  const text = words.fhir.plan;
  return {
    resourceType: 'PlanDefinition',
    ...named(addressOf('PlanDefinition', selfCheckPlanId), 'SelfCheckToProgramme', { ...text, publisher: words.fhir.publisher }),
    id: selfCheckPlanId,
    extension: [...screeningVariables(), ...findingVariables(knowledge.catalogue.checks), ...needVariables].map(([name, expression]) => ({
      url: variableExtension,
      valueExpression: { name, language: 'text/fhirpath', expression },
    })),
    type: planType,
    action: [
      {
        id: 'screening',
        title: text.screening,
        input: [{ type: 'QuestionnaireResponse', profile: [questionnaireCanonical] }],
        action: screeningActions(knowledge, words),
      },
      { id: 'findings', title: text.findings, ...applies('%A.not() and %B.not()'), action: findingActions(words) },
      { id: 'programme', title: text.programme, ...applies('%mayTrain'), action: [...protocolActions(words), ...exerciseActions(knowledge, words)] },
    ],
  };
}

const anySide = (name: string, ...values: readonly string[]): string =>
  anyOf(sides.flatMap((side) => values.map((value) => `%${variableName(name, side)} = '${value}'`)));

const wantsRun = anyOf([isOneOf(aboutPlace('sports'), ['running', 'triathlon']), isOneOf(aboutPlace('goals'), ['running'])]);
const wantsRide = anyOf([isOneOf(aboutPlace('sports'), ['cycling']), isOneOf(aboutPlace('goals'), ['cycling'])]);

// [P-02] [P-06] What the findings of both sides ask for together, and whose protocol fits.
const needVariables: readonly Variable[] = [
  ['mayTrain', choose('%A or %B or %C', 'false', 'true')],
  ['stretchFull', choose(anyOf([anySide('tight', 'yes'), anySide('rectus', 'yes')]), 'true', 'false')],
  ['strengthFull', choose(anySide('weak', 'yes', 'mild'), 'true', 'false')],
  ['maintenance', choose(sides.map((side) => `%${resultName(side)} = 'neither'`).join(' and '), 'true', 'false')],
  ['isRunner', choose(wantsRun, '%RF13.not()', 'false')],
  ['isCyclist', choose(wantsRide, '%RF13.not() and %isRunner.not()', 'false')],
];

function findingActions({ fhir, result: { results } }: FhirWords): readonly PlanAction[] {
  return sides.map((side) => ({
    id: `findings-${side}`,
    title: fillTemplate(fhir.plan.side, { side: fhir.sides[side] }),
    action: findingResults.map((result) =>
      decided(
        { id: `finding-${side}-${result}`, code: result, words: results[result], title: fillTemplate(fhir.plan.result, { side: fhir.sides[side], result: results[result] }) },
        `%${resultName(side)} = '${result}'`,
      ),
    ),
  }));
}

function protocolActions({ fhir: { plan } }: FhirWords): readonly PlanAction[] {
  const protocol = (id: string, title: string, condition: string): PlanAction => ({ id: `need-${id}`, title, ...applies(condition) });
  return [
    protocol('stretch-full', plan.stretchFull, '%stretchFull'),
    protocol('strength-full', plan.strengthFull, '%strengthFull'),
    protocol('maintenance', plan.maintenance, '%maintenance'),
    protocol('run', plan.run, '%isRunner'),
    protocol('ride', plan.ride, '%isCyclist'),
  ];
}

// [S-06] [P-05] [P-08] Rungs and gates are left to psoas: the diary decides them.
function exerciseActions(knowledge: FhirKnowledge, { fhir }: FhirWords): readonly PlanAction[] {
  return knowledge.catalogue.exercises
    .filter(({ planned }) => planned)
    .map((exercise) => {
      const title = exerciseName(exercise.id, knowledge);
      return {
        id: `exercise-${exercise.id}`,
        title,
        ...applies(suitsWhen(exercise)),
        action: sides.map((side) => ({
          id: `exercise-${exercise.id}-${side}`,
          title: fillTemplate(fhir.plan.onSide, { exercise: title, side: fhir.sides[side] }),
          ...applies(allowedOnWhen(exercise, side)),
          definitionCanonical: exerciseCanonical(exercise.id),
        })),
      };
    });
}
