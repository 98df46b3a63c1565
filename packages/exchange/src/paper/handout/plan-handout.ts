import type { Movement } from '@psoas/body';
import { assessFromDiary, retestPutOffOn, todayOf, withoutShortDay, type DiaryContext, type DiaryState } from '@psoas/core/diary';
import type { BreakPlan, PlanItem, Programme, SessionKind } from '@psoas/core/programme';
import { addDays, byId, daysBetween, err, ok, type LocalDate, type Result, type Side } from '@psoas/kernel';
import type { Exercise } from '@psoas/knowledge/types';

/** What a handout follows from. */
export type HandoutInput = DiaryContext & {
  readonly state: DiaryState;
  readonly exercises: readonly Exercise[];
  readonly movements: readonly Movement[];
};

/** Why there is nothing to hand out; `because` holds the rule ids. */
export type HandoutProblem =
  | { readonly id: 'no-check' }
  | { readonly id: 'no-programme'; readonly because: readonly string[] };

/** The programme as it stands on paper. */
export type Handout = {
  readonly madeOn: LocalDate;
  readonly checkOn: LocalDate;
  /** Flags and circumstances that training heeds. */
  readonly heeded: readonly string[];
  /** First days of the weeks that have boxes to tick, the present week first. */
  readonly weeks: readonly LocalDate[];
  /** Whole minutes of each day of the week; 0 is rest. */
  readonly minutes: readonly number[];
  readonly rows: readonly HandoutRow[];
  readonly exercises: readonly HandoutExercise[];
};

/** A line of the week: an exercise on one side or both, in one kind of session. */
export type HandoutRow = {
  readonly kind: SessionKind;
  readonly number: number;
  readonly exercise: Exercise;
  readonly side: Side | 'both';
  /** What is done on each of the seven days. */
  readonly days: readonly (PlanItem | undefined)[];
};

/** [PA-02] An exercise of the programme, with every amount that it is done in. */
export type HandoutExercise = {
  /** Counted from 1, the same in the week and beside the pictures. */
  readonly number: number;
  readonly exercise: Exercise;
  readonly movement: Movement | undefined;
  readonly sides: readonly (Side | 'both')[];
  readonly amounts: readonly { readonly item: PlanItem; readonly kinds: readonly SessionKind[] }[];
  readonly inBreaks?: BreakPlan;
};

/** Weeks with boxes to tick: as many as usually lie between two checks. */
const weekCount = 4;

/** [PA-02] The programme for paper; without one, why. */
export function planHandout(input: HandoutInput): Result<Handout, HandoutProblem> {
  const state = withoutShortDay(input.state);
  const { today } = input;
  const assessment = assessFromDiary(state, input);
  if (assessment === undefined || state.latestCheck === undefined) return err({ id: 'no-check' });
  const { programme, triage } = assessment;
  const now = todayOf(state, assessment, today);
  if (programme === null || now.kind === 'stopped' || programme.sessions.length === 0) return err({ id: 'no-programme', because: now.because });
  const started = state.programmeStartedOn ?? today;
  const weekStart = addDays(started, Math.max(0, Math.floor(daysBetween(started, today) / 7)) * 7);
  const exercises = exercisesOf(programme, input);
  const due = retestPutOffOn(state, today) ?? addDays(state.latestCheck.day, programme.retestAfterDays);
  return ok({
    madeOn: today,
    checkOn: due < today ? today : due,
    heeded: triage.reasons.map(({ id }) => id),
    weeks: Array.from({ length: weekCount }, (_, week) => addDays(weekStart, week * 7)),
    minutes: days.map((day) => programme.sessions.filter((session) => session.day === day).reduce((total, { minutes }) => total + minutes, 0)),
    rows: rowsOf(programme, exercises),
    exercises,
  });
}

const days = [1, 2, 3, 4, 5, 6, 7] as const;

function exercisesOf({ sessions, breaks }: Programme, { exercises, movements }: HandoutInput): readonly HandoutExercise[] {
  const known = byId<Exercise>(exercises);
  const items = sessions.flatMap(({ kind, items: own }) => own.map((item) => ({ item, kind })));
  const ids = [...new Set([...items.map(({ item }) => item.exercise), ...(breaks === null ? [] : [breaks.exercise])])];
  return ids
    .flatMap((id) => known.get(id) ?? [])
    .map((exercise, index) => {
      const own = items.filter(({ item }) => item.exercise === exercise.id);
      const isInBreaks = breaks?.exercise === exercise.id;
      const sides = new Set([...own.map(({ item }) => item.side), ...(isInBreaks ? ['both' as const] : [])]);
      const amounts = groupsOf(own, ({ item }) => amountKey(item)).map((alike) => ({ item: alike[0].item, kinds: [...new Set(alike.map(({ kind }) => kind))] }));
      const movement = movements.find(({ id }) => id === exercise.id);
      return { number: index + 1, exercise, movement, sides: [...sides], amounts, ...(isInBreaks && { inBreaks: breaks }) };
    });
}

function rowsOf({ sessions }: Programme, exercises: readonly HandoutExercise[]): readonly HandoutRow[] {
  const placed = sessions.flatMap(({ kind, day, items }) => items.map((item) => ({ item, kind, day })));
  const kinds = [...new Set(placed.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const ofKind = placed.filter((each) => each.kind === kind);
    return groupsOf(ofKind, ({ item }) => `${item.exercise} ${item.side}`).flatMap((own) => {
      const [{ item }] = own;
      return exercises
        .filter(({ exercise }) => exercise.id === item.exercise)
        .map(({ number, exercise }) => ({ kind, number, exercise, side: item.side, days: days.map((day) => own.find((each) => each.day === day)?.item) }));
    });
  });
}

/** What has the same key, together, in the order of the first of each. */
function groupsOf<Each>(list: readonly Each[], keyOf: (each: Each) => string): readonly (readonly [Each, ...Each[]])[] {
  const groups = new Map<string, [Each, ...Each[]]>();
  for (const each of list) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

function amountKey({ side, sets, reps, holdSeconds, variant, loadKilograms }: PlanItem): string {
  return JSON.stringify([side, sets, reps, holdSeconds, variant, loadKilograms]);
}
