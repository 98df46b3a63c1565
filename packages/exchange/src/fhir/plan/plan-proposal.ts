import type { Catalogue } from '@psoas/core/catalogue';
import { assessFromDiary, todayOf, type DiaryContext, type DiaryState } from '@psoas/core/diary';
import type { Programme } from '@psoas/core/programme';
import { judgeProposal, mostProposedChanges, type JudgedAsGiven, type JudgedAsRefused, type ProposedChange, type Refusal } from '@psoas/core/sharing';
import { amountsByExercise, changesOfExercise } from './exercise-changes.ts';
import type { ImportedExercise, ImportedPlan } from './imported-plan.ts';

/** [FH-11] What a plan would change today, and what of it cannot be taken over. */
export type PlanProposal = {
  /** Each change with what psoas says of it, in the order of the plan. */
  readonly judged: readonly JudgedAsGiven[];
  /** Exercises that are done so already. */
  readonly same: readonly string[];
  /** Exercises of ours that cannot be taken over so, by their places. */
  readonly left: readonly LeftExercise[];
};

/** An exercise that the plan names and psoas cannot take over so: where, why, and what is behind it. */
export type LeftExercise = {
  readonly exercise: string;
  readonly paths: readonly string[];
  readonly because: Refusal | 'several-amounts' | 'too-many';
  /** Flags, findings, rules or gates; empty where none is. */
  readonly by: readonly string[];
};

type Wish = { readonly change: ProposedChange; readonly paths: readonly string[] };

/**
 * [FH-11] The changes by which the week would become as the plan has it, in the words of a guest's proposal and under
 * the same judge. Compared is the week as our own export writes it, so that an export that comes back changes nothing.
 * Only exercises of the week change; what no rule lets through is left out, with its reason and place.
 */
export function proposalOfPlan({ exercises }: Pick<ImportedPlan, 'exercises'>, state: DiaryState, context: DiaryContext): PlanProposal {
  const { catalogue, today } = context;
  const assessment = assessFromDiary(state, { catalogue, today });
  // While something stops, also since the check, nothing is done as a plan has it.
  const isStopped = todayOf(state, assessment, today).kind === 'stopped';
  const programme = isStopped ? undefined : (assessment?.programme ?? undefined);
  const given = amountsByExercise(programme?.sessions ?? []);
  const wishes: Wish[] = [];
  const same: string[] = [];
  const left: LeftExercise[] = [];
  for (const exercise of new Set(exercises.map((one) => one.exercise))) {
    const asked = exercises.filter((one) => one.exercise === exercise);
    const amounts = given.get(exercise);
    if (amounts === undefined) {
      left.push({ exercise, paths: pathsOf(asked), ...whyNotInWeek(exercise, programme, catalogue) });
      continue;
    }
    const { changes, paths, several } = changesOfExercise(asked, amounts);
    if (several.length > 0) left.push({ exercise, paths: several, because: 'several-amounts', by: [] });
    else if (changes.length === 0) same.push(exercise);
    wishes.push(...changes.map((change) => ({ change, paths })));
  }
  const { judged, refused } = judgedWishes(wishes.slice(0, mostProposedChanges), state, context);
  const tooMany = wishes.slice(mostProposedChanges).map(({ change, paths }): LeftExercise => ({ exercise: change.exercise, paths, because: 'too-many', by: [] }));
  return { judged, same, left: [...left, ...refused, ...tooMany] };
}

function pathsOf(exercises: readonly ImportedExercise[]): readonly string[] {
  return exercises.map(({ path }) => path);
}

function judgedWishes(wishes: readonly Wish[], state: DiaryState, context: DiaryContext): { readonly judged: readonly JudgedAsGiven[]; readonly refused: readonly LeftExercise[] } {
  const judged: JudgedAsGiven[] = [];
  const refused: LeftExercise[] = [];
  judgeProposal({ changes: wishes.map(({ change }) => change) }, state, context).changes.forEach((one, index) => {
    if (one.verdict === 'refused') refused.push({ exercise: one.change.exercise, paths: wishes[index]?.paths ?? [], because: one.because, by: one.by });
    else judged.push(one);
  });
  return { judged, refused };
}

// Safety speaks first, as in SH-08.
function whyNotInWeek(id: string, programme: Programme | undefined, { exercises }: Pick<Catalogue, 'exercises'>): Pick<JudgedAsRefused, 'because' | 'by'> {
  if (programme === undefined) return { because: 'stopped', by: [] };
  const by = programme.leftOut.find(({ exercise }) => exercise === id)?.by ?? [];
  if (by.length > 0) return { because: by.every((each) => each.startsWith('P-')) ? 'not-here' : 'excluded', by };
  const gates = programme.locked.find(({ exercise }) => exercise === id)?.gates;
  if (gates !== undefined) return { because: 'locked', by: gates };
  return { because: exercises.find((one) => one.id === id)?.planned === true ? 'not-in-plan' : 'not-for-plans', by: [] };
}
