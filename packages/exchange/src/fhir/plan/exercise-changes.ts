import type { PlanItem, PlannedSession } from '@psoas/core/programme';
import { ownAmountKinds, type ProposedChange } from '@psoas/core/sharing';
import { sides } from '@psoas/kernel';
import { doseToExtension } from '../dose.ts';
import type { ImportedExercise } from './imported-plan.ts';

/** What a plan wants of one exercise that is in the week. */
export type ExerciseChanges = {
  /** Empty where the week is so already. */
  readonly changes: readonly ProposedChange[];
  /** Where they stand in the plan. */
  readonly paths: readonly string[];
  /** Places with an amount beside the one that an exercise has. */
  readonly several: readonly string[];
};

/** How much of an exercise, in one kind of session. */
export type GivenAmounts = Pick<PlanItem, 'side' | 'sets' | 'reps' | 'holdSeconds'>;

const fields = ['side', 'sets', 'reps', 'holdSeconds'] as const;

/** Each exercise of a week as our own export lists it; the amount that it has of its own stands first, others follow from that. */
export function amountsByExercise(sessions: readonly PlannedSession[]): ReadonlyMap<string, readonly GivenAmounts[]> {
  const found = new Map<string, Map<string, GivenAmounts>>();
  const isOwn = ({ kind }: PlannedSession): number => Number(ownAmountKinds.includes(kind));
  for (const { kind, items } of sessions.toSorted((first, second) => isOwn(second) - isOwn(first)))
    for (const item of items) {
      const known = found.get(item.exercise) ?? new Map<string, GivenAmounts>();
      const key = JSON.stringify([kind, doseToExtension(item)]);
      found.set(item.exercise, known.has(key) ? known : known.set(key, item));
    }
  return new Map([...found].map(([exercise, amounts]) => [exercise, [...amounts.values()]]));
}

/**
 * [FH-11] What a plan wants of one exercise, beside what the week gives. What the plan does not name stays. Where it
 * names several amounts and nobody can tell which is meant, nothing is proposed.
 */
export function changesOfExercise(asked: readonly ImportedExercise[], given: readonly GivenAmounts[]): ExerciseChanges {
  const [own, ...others] = given;
  if (own === undefined) return { changes: [], paths: [], several: asked.map(({ path }) => path) };
  const isAsIs = asked.find((one) => agrees(one, own));
  if (isAsIs !== undefined) {
    const several = asked.filter((one) => one !== isAsIs && !given.some((amounts) => agrees(one, amounts))).map(({ path }) => path);
    return { changes: [], paths: [], several };
  }
  const { unmatched, left } = withoutMatches(asked, others);
  const wanted = bothSides(unmatched.length > 0 ? unmatched : asked);
  const paths = wanted.flatMap((one) => one.paths);
  const mayVary = wanted.length <= left.length + 1;
  const one = oneAmount(wanted, { own, given, mayVary });
  return one === undefined ? { changes: [], paths: [], several: paths } : { changes: changesTo(one, own, wanted[0]?.exercise ?? ''), paths, several: [] };
}

type Wanted = Omit<ImportedExercise, 'path'> & { readonly paths: readonly string[] };

function agrees(asked: Partial<GivenAmounts>, given: GivenAmounts): boolean {
  return fields.every((name) => asked[name] === undefined || asked[name] === given[name]);
}

// Each amount of the week answers one of the plan; what is said in full is looked up first.
function withoutMatches(asked: readonly ImportedExercise[], given: readonly GivenAmounts[]): { readonly unmatched: readonly ImportedExercise[]; readonly left: readonly GivenAmounts[] } {
  const named = (one: ImportedExercise): number => fields.filter((name) => one[name] !== undefined).length;
  const left = [...given];
  const unmatched = asked
    .toSorted((first, second) => named(second) - named(first))
    .filter((one) => {
      const at = left.findIndex((amounts) => agrees(one, amounts));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  return { unmatched, left };
}

// The same for the left and for the right is the same for both.
function bothSides(asked: readonly ImportedExercise[]): readonly Wanted[] {
  const wanted: Wanted[] = [];
  for (const { path, ...one } of asked) {
    const at = wanted.findIndex((other) => isOtherSide(one, other));
    const before = wanted[at];
    if (before === undefined) wanted.push({ ...one, paths: [path] });
    else wanted[at] = { ...before, side: 'both', paths: [...before.paths, path] };
  }
  return wanted;
}

function isOtherSide(one: Partial<GivenAmounts>, other: Partial<GivenAmounts>): boolean {
  const [first, second] = sides;
  const isPair = (one.side === first && other.side === second) || (one.side === second && other.side === first);
  return isPair && fields.every((name) => name === 'side' || one[name] === other[name]);
}

type Beside = { readonly own: GivenAmounts; readonly given: readonly GivenAmounts[]; readonly mayVary: boolean };

// Several activities may differ as those of the week do (a light day has fewer sets): then the one value that is new
// counts. Undefined where two are new, or where an activity has no counterpart in the week.
function oneAmount(wanted: readonly Wanted[], { own, given, mayVary }: Beside): Partial<GivenAmounts> | undefined {
  let one: Partial<GivenAmounts> = {};
  for (const name of fields) {
    const values = [...new Set(wanted.flatMap((each) => each[name] ?? []))];
    const fresh = values.length === 1 ? values : values.filter((value) => !given.some((amounts) => amounts[name] === value));
    if (values.length > 1 && (!mayVary || fresh.length > 1)) return undefined;
    one = { ...one, [name]: fresh[0] ?? own[name] };
  }
  return one;
}

function changesTo({ side, sets, reps, holdSeconds }: Partial<GivenAmounts>, own: GivenAmounts, exercise: string): readonly ProposedChange[] {
  const amounts = {
    ...(sets !== undefined && sets !== own.sets && { sets }),
    ...(reps !== undefined && reps !== own.reps && { reps }),
    ...(holdSeconds !== undefined && holdSeconds !== own.holdSeconds && { holdSeconds }),
  };
  const isSide = side !== undefined && side !== own.side;
  return [
    ...(isSide ? [{ kind: 'side', exercise, side } as const] : []),
    // An amount for one side is meant for that side: where the side cannot be, neither can the amount.
    ...(Object.keys(amounts).length === 0 ? [] : [{ kind: 'amount', exercise, ...(side !== undefined && side !== 'both' && { side }), ...amounts } as const]),
  ];
}
