import { refusedSentences, type SharingTelling } from '@psoas/core/sharing';
import { fillTemplate, type LocalDate } from '@psoas/kernel';
import type { FhirWords } from '../fhir-input.ts';
import type { CarePlanProblem, ImportedPlan, NotUsed } from './imported-plan.ts';
import type { LeftExercise, PlanProposal } from './plan-proposal.ts';

type Words = Pick<FhirWords['fhir'], 'import' | 'reasons' | 'problems' | 'left'>;

/** What sentences about a plan are made with; what is judged has the words of sharing. */
export type PlanTelling = { readonly words: Words; readonly sharing: SharingTelling; readonly dayText: (day: LocalDate) => string };

/** Why a file is no plan that can be taken: what, where, and what to do. */
export function carePlanProblemText({ type, ...values }: CarePlanProblem, { problems }: Pick<Words, 'problems'>): string {
  return fillTemplate(problems[type], values);
}

/** [FH-12] What a plan says of itself that the person should look at before they accept anything. */
export function planNotices({ title, author, subject, isDraft, startsOn, endsOn }: ImportedPlan, today: LocalDate, { words, dayText }: PlanTelling): readonly string[] {
  const text = words.import;
  return [
    ...(title === undefined ? [] : [fillTemplate(text.from, { title })]),
    ...(author === undefined ? [] : [fillTemplate(text.by, { author })]),
    subject === undefined ? text.noSubject : fillTemplate(text.subject, { subject }),
    ...(isDraft ? [text.draft] : []),
    ...(endsOn !== undefined && endsOn < today ? [fillTemplate(text.over, { day: dayText(endsOn) })] : []),
    ...(startsOn !== undefined && startsOn > today ? [fillTemplate(text.later, { day: dayText(startsOn) })] : []),
  ];
}

/** [FH-11] In one or two sentences: whether anything changes, and what is so already. */
export function planSummary({ exercises }: Pick<ImportedPlan, 'exercises'>, { judged, same, left }: PlanProposal, { words, sharing }: PlanTelling): readonly string[] {
  const text = words.import;
  if (exercises.length === 0) return [text.none];
  const names = same.map(sharing.exerciseName).join(', ');
  return [
    ...(judged.length === 0 && left.length === 0 ? [text.nothing] : []),
    ...(names === '' ? [] : [fillTemplate(text.same, { exercises: names })]),
    ...(judged.length === 0 ? [] : [text.others]),
  ];
}

/** [FH-09] [FH-11] What cannot be taken over, and why, in plain words: exercises, activities by what they call themselves, and how much else. */
export function leftLines({ notUsed }: Pick<ImportedPlan, 'notUsed'>, { left }: Pick<PlanProposal, 'left'>, telling: PlanTelling): readonly string[] {
  const { words, sharing } = telling;
  const byReason = new Map<string, Set<string>>();
  const add = (why: string, name: string): void => void byReason.set(why, (byReason.get(why) ?? new Set<string>()).add(name));
  const named = notUsed.filter(({ says }) => says !== undefined);
  const count = joinedPlaces(notUsed.filter(({ says }) => says === undefined)).length;
  for (const one of left) add(whyLeft(one, telling), sharing.exerciseName(one.exercise));
  for (const { says = '', reason } of named) add(words.left[reason], says);
  const lines = [...byReason].map(([why, names]) => fillTemplate(words.import.leftLine, { exercise: [...names].join(', '), why }));
  return [...lines, ...(count === 0 ? [] : [fillTemplate(words.import.unknownCount, { count })])];
}

/** [FH-09] Everything of a plan that is not taken over, by its place; the same field of many activities is one line. */
export function placeLines({ notUsed }: Pick<ImportedPlan, 'notUsed'>, { left }: Pick<PlanProposal, 'left'>, telling: PlanTelling): readonly string[] {
  const { words } = telling;
  const line = (path: string, reason: string): string => fillTemplate(words.import.placeLine, { path, reason });
  return [
    ...left.flatMap((one) => one.paths.map((path) => line(path, whyLeft(one, telling)))),
    ...joinedPlaces(notUsed).map(({ path, reason, allowed }) => line(path, fillTemplate(words.reasons[reason], { allowed: allowed ?? '' }))),
  ];
}

function whyLeft({ because, by }: LeftExercise, { words, sharing }: PlanTelling): string {
  return isPlanReason(because) ? words.left[because] : refusedSentences({ because, by }, sharing).join(' ');
}

function isPlanReason(because: LeftExercise['because']): because is 'several-amounts' | 'too-many' {
  return because === 'several-amounts' || because === 'too-many';
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
