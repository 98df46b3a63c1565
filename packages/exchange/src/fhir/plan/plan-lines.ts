import { fillTemplate } from '@psoas/kernel';
import type { FhirKnowledge, FhirWords } from '../fhir-input.ts';
import { exerciseName } from '../definitions/activity-definitions.ts';
import type { CarePlanProblem, ImportedExercise, ImportedPlan, NotUsed } from './imported-plan.ts';

type Words = Pick<FhirWords['fhir'], 'import' | 'reasons' | 'problems' | 'sides'>;

/** Why a file is no plan that can be taken: what, where, and what to do. */
export function carePlanProblemText({ type, ...values }: CarePlanProblem, { problems }: Words): string {
  return fillTemplate(problems[type], values);
}

/** What a plan proposes, and what of it is not used: each place with its reason. */
export function importedPlanLines(plan: ImportedPlan, knowledge: FhirKnowledge, words: Words): readonly string[] {
  const text = words.import;
  const exercises = plan.exercises.map((one) => fillTemplate(text.line, { exercise: exerciseName(one.exercise, knowledge), dose: doseText(one, words) }));
  const others = joinedPlaces(plan.notUsed).map(({ path, reason, allowed }) =>
    fillTemplate(text.notUsedLine, { path, reason: fillTemplate(words.reasons[reason], { allowed: allowed ?? '' }) }),
  );
  return [
    ...(plan.title === undefined ? [] : [fillTemplate(text.from, { title: plan.title })]),
    ...(exercises.length === 0 ? [text.none] : exercises),
    ...(others.length === 0 ? [] : ['', text.notUsed, ...others]),
  ];
}

function doseText({ sets, reps, holdSeconds, side }: ImportedExercise, { import: text, sides }: Words): string {
  const parts = [
    ...(sets === undefined ? [] : [sets === 1 ? text.oneSet : fillTemplate(text.sets, { sets })]),
    ...(reps === undefined ? [] : [reps === 1 ? text.oneRep : fillTemplate(text.reps, { reps })]),
    ...(holdSeconds === undefined ? [] : [fillTemplate(text.hold, { seconds: holdSeconds })]),
    ...(side === undefined ? [] : [fillTemplate(text.side, { side: sides[side] })]),
  ];
  return parts.length === 0 ? text.asUsual : parts.join(text.joined);
}

// The same field of many activities is one line: `CarePlan.activity[0, 1].detail.goal`.
function joinedPlaces(notUsed: readonly NotUsed[]): readonly NotUsed[] {
  const byPlace = new Map<string, { readonly first: NotUsed; readonly indexes: string[] }>();
  for (const one of notUsed) {
    const [, index] = /activity\[(\d+)\]/.exec(one.path) ?? [];
    const key = JSON.stringify([one.path.replace(/activity\[\d+\]/, 'activity[]'), one.reason, one.allowed]);
    const known = byPlace.get(key);
    if (known === undefined) byPlace.set(key, { first: one, indexes: index === undefined ? [] : [index] });
    else if (index !== undefined) known.indexes.push(index);
  }
  return [...byPlace.values()].map(({ first, indexes }) => ({ ...first, path: first.path.replace(/activity\[\d+\]/, `activity[${indexes.join(', ')}]`) }));
}
