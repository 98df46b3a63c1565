import { addDays, daysBetween, sides, type LocalDate, type Side } from '@psoas/kernel';
import type { CatalogueExercise } from '../../catalogue/index.ts';
import type { PlanItem } from '../../programme/index.ts';
import { verdictOf } from './day-verdict.ts';
import type { Move } from './move.ts';
import { capped, moveBack, trim, type Given } from './move-back.ts';
import { moveForward } from './move-forward.ts';
import { untouched, type ExerciseProgress } from './exercise-progress.ts';
import { createProposalDesk, type ProposalDesk, type StepsSoFar } from './proposal-desk.ts';
import type { ProposalMoment } from './proposal-moments.ts';
import { startAgain, startingItem } from './start-again.ts';
import type { StepContext } from './step-context.ts';
import { verdicts, type SideVerdict, type StepChange } from './step-change.ts';
import type { DoneExercise, TrainingDay } from './training-days.ts';

/** [D-09] Days without a session: before the first it goes on as it was, from the second it begins anew. Own choice. */
export const stepBackAfterDays = 10;
const startAgainAfterDays = 21;
/** [D-03] Good sessions in a row before a step. */
export const greensForProgress = 2;

/** Where every exercise has come to, and every change on the way, oldest first. */
export type StepState = {
  readonly progressByExercise: ReadonlyMap<string, ExerciseProgress>;
  readonly changes: readonly StepChange[];
};

/** [D-02] Walks through the training days and lets each say what comes next. The same days give the same steps. */
export function foldSteps(days: readonly TrainingDay[], context: StepContext): StepState {
  const proposals = createProposalDesk();
  const folding: Folding = { progress: new Map(), changes: [], context, proposals };
  const queue = [...context.proposals];
  const takeUpTo = (isBefore: (moment: ProposalMoment) => boolean): void => {
    while (queue[0] !== undefined && isBefore(queue[0])) proposals.take(folding, queue.shift());
  };
  let before: LocalDate | undefined;
  for (const trained of days) {
    takeUpTo(isBeforeGap(before, trained));
    if (before !== undefined) afterBreak(folding, before, trained.day);
    takeUpTo(isBeforeDay(trained));
    for (const done of trained.exercises) takeDone(folding, done, trained);
    before = trained.day;
  }
  const end = { day: context.today, startedAtMillis: Infinity };
  takeUpTo(isBeforeGap(before, end));
  if (before !== undefined) afterBreak(folding, before, context.today);
  takeUpTo(isBeforeDay(end));
  return { progressByExercise: folding.progress, changes: folding.changes.toSorted((first, second) => (first.day === second.day ? 0 : first.day < second.day ? -1 : 1)) };
}

type Begun = Pick<TrainingDay, 'day' | 'startedAtMillis'>;

function isBeforeDay({ day, startedAtMillis }: Begun): (moment: ProposalMoment) => boolean {
  return (moment) => moment.day < day || (moment.day === day && moment.atMillis < startedAtMillis);
}

// [D-09] What was answered before a gap counted as one is part of what the gap takes back from.
function isBeforeGap(from: LocalDate | undefined, begun: Begun): (moment: ProposalMoment) => boolean {
  return (moment) => from !== undefined && daysBetween(from, moment.day) < stepBackAfterDays && isBeforeDay(begun)(moment);
}

type Folding = StepsSoFar & { readonly context: StepContext; readonly proposals: ProposalDesk };
type Told = Pick<StepChange, 'exercise' | 'side' | 'rule' | 'day'> & {
  readonly extra?: StepChange['values'];
};

function takeDone(folding: Folding, done: DoneExercise, { day, nextDay }: TrainingDay): void {
  const exercise = folding.context.exerciseById.get(done.exercise);
  if (exercise === undefined) return;
  const before = folding.progress.get(done.exercise);
  const verdictBySide = sides.flatMap((side) => {
    const sets = done.sets.filter((set) => set.side === side || set.side === 'both');
    return sets.length === 0 ? [] : [{ side, ...verdictOf({ item: done.item, exercise, sets, ...(done.isMain && nextDay && { nextDay }) }) }];
  });
  const greens = { ...before?.greens };
  const latest = { ...before?.latest };
  for (const { side, ...verdict } of verdictBySide) {
    greens[side] = greensAfter(greens[side] ?? 0, verdict.verdict, done.counts);
    latest[side] = { ...verdict, day };
  }
  folding.progress.set(done.exercise, {
    ...before,
    setting: before?.setting ?? untouched,
    item: (done.counts && !done.item.because.includes('P-07')) || before?.item === undefined ? done.item : before.item,
    greens,
    latest,
  });
  noteGoodAndBad(folding, exercise.id, { day, verdictBySide, done });
  decide(folding, exercise, { day, verdictBySide, done });
}

// [SH-13] What was good on the bad day itself does not count yet.
function noteGoodAndBad({ progress }: Folding, exercise: string, { day, verdictBySide, done }: DayOfExercise): void {
  const now = progress.get(exercise);
  if (now === undefined || verdictBySide.length === 0) return;
  const isBad = verdictBySide.some(({ verdict }) => verdict === 'back' || verdict === 'trim');
  const isGood = done.counts && verdictBySide.every(({ verdict }) => verdict === 'green');
  if (isBad) progress.set(exercise, { ...now, bad: { day, goodDays: 0 } });
  else if (isGood && now.bad !== undefined && day > now.bad.day) progress.set(exercise, { ...now, bad: { ...now.bad, goodDays: now.bad.goodDays + 1 } });
}

// A good session counts one, anything but good starts again; what is not known leaves the count as it is.
function greensAfter(greens: number, verdict: SideVerdict['verdict'], counts: boolean): number {
  if (verdict === 'unknown') return greens;
  return verdict === 'green' ? greens + (counts ? 1 : 0) : 0;
}

type DayOfExercise = {
  readonly day: LocalDate;
  readonly done: DoneExercise;
  readonly verdictBySide: readonly (SideVerdict & { readonly side: Side })[];
};

// [D-02] The worse side decides for both: sides stay equal (P-04), and no side is dropped.
function decide(folding: Folding, exercise: CatalogueExercise, { day, done, verdictBySide }: DayOfExercise): void {
  const now = folding.progress.get(exercise.id);
  const worst = verdictBySide.toSorted((first, second) => verdicts.indexOf(first.verdict) - verdicts.indexOf(second.verdict))[0];
  if (now === undefined || worst === undefined) return;
  const { context } = folding;
  const { setting } = now;
  const told: Told = {
    exercise: exercise.id,
    side: worst.side,
    rule: worst.rule,
    day,
    ...(worst.pain !== undefined && { extra: { pain: worst.pain } }),
  };
  if (worst.verdict === 'back') stepBack(folding, { setting, item: done.item, exercise }, told);
  else if (worst.verdict === 'trim') apply(folding, trim({ setting, item: done.item, exercise }), told);
  else if (worst.verdict === 'green' && done.counts && isReady(now, verdictBySide) && context.pauseOn(day) === undefined)
    stepForward(folding, { setting, item: done.item, exercise }, { ...told, side: 'both', rule: 'D-03' });
}

// [SH-13] A trim comes back first; a proposal that waited then comes in place of the usual step.
function stepForward(folding: Folding, given: Given, told: Told): void {
  const { proposals, context } = folding;
  if (given.setting.beforeTrim === undefined && proposals.comesIn(folding, given.exercise, told.day)) return;
  apply(folding, moveForward({ ...given, facts: context.factsOn(told.day) }), told);
  if (given.setting.beforeTrim !== undefined) proposals.comesIn(folding, given.exercise, told.day);
}

// At the very bottom nothing is left to take away, but what was given still is the most that comes next.
function stepBack(folding: Folding, given: Given, told: Told): void {
  const move = moveBack(given);
  const now = folding.progress.get(given.exercise.id);
  if (move !== undefined) apply(folding, move, told);
  else if (now !== undefined) folding.progress.set(given.exercise.id, { ...now, setting: capped(given) });
}

// [D-03] Every side that the exercise ever worked has its good sessions, not only the one that was done today.
function isReady({ greens }: ExerciseProgress, verdictBySide: DayOfExercise['verdictBySide']): boolean {
  const worked = new Set([...sides.filter((side) => greens[side] !== undefined), ...verdictBySide.map(({ side }) => side)]);
  return [...worked].every((side) => (greens[side] ?? 0) >= greensForProgress);
}

function apply({ progress, changes, context }: Folding, move: Move | undefined, { exercise, side, rule, day, extra }: Told): void {
  const now = progress.get(exercise);
  if (now === undefined || move === undefined) return;
  progress.set(exercise, { ...now, setting: { ...move.setting, because: rule }, greens: zeroed(now.greens) });
  changes.push({ exercise, side, key: move.key, rule, day, values: { ...move.values, ...extra } });
  if (move.key === 'ladderUp') mayTryAgain(progress, context.exerciseById.get(exercise)?.harder ?? []);
  if (move.key === 'ladderDown') mustEarnAgain(progress, context.exerciseById.get(exercise)?.easier ?? []);
}

function zeroed(greens: ExerciseProgress['greens']): ExerciseProgress['greens'] {
  return Object.fromEntries(Object.keys(greens).map((side) => [side, 0]));
}

// Who has earned the step up may try once more what was too much before: the exercises right above, no others.
function mayTryAgain(progress: Map<string, ExerciseProgress>, harder: readonly string[]): void {
  for (const id of harder) {
    const other = progress.get(id);
    if (other?.setting.ladder === -1) progress.set(id, { ...other, setting: { ...other.setting, ladder: 0 } });
  }
}

// Who has come down earns the step up anew from below: without this nobody could ever try again.
function mustEarnAgain(progress: Map<string, ExerciseProgress>, easier: readonly string[]): void {
  for (const id of easier) {
    const other = progress.get(id);
    if (other?.setting.ladder === 1) progress.set(id, { ...other, setting: { ...other.setting, ladder: 0 } });
  }
}

// [D-09] Missed days, and [D-11] days of illness, the evening of a training day too, between two days.
function afterBreak(folding: Folding, from: LocalDate, to: LocalDate): void {
  const days = daysBetween(from, to);
  const illDay = folding.context.illDays.find((day) => day >= from && day <= to);
  if (days >= stepBackAfterDays) afterGap(folding, from, days);
  if (illDay === undefined) return;
  const gapDay = days < stepBackAfterDays ? from : gapDayOf(from, days);
  const told = { side: 'both', rule: 'D-11', day: illDay > gapDay ? illDay : gapDay } as const;
  for (const { id, exercise, setting, item } of touched(folding)) {
    const given = days < startAgainAfterDays ? item : startingItem(item, exercise);
    apply(folding, trim({ setting, item: given, exercise }), { ...told, exercise: id });
  }
}

function afterGap(folding: Folding, from: LocalDate, days: number): void {
  for (const { id, exercise, setting, item } of touched(folding)) {
    const move = days >= startAgainAfterDays ? startAgain(setting, exercise) : moveBack({ setting, item, exercise });
    apply(folding, move, { exercise: id, side: 'both', rule: 'D-09', day: gapDayOf(from, days), extra: { days } });
  }
}

function gapDayOf(from: LocalDate, days: number): LocalDate {
  return addDays(from, days >= startAgainAfterDays ? startAgainAfterDays : stepBackAfterDays);
}

type Touched = ExerciseProgress & { readonly id: string; readonly exercise: CatalogueExercise; readonly item: PlanItem };

function touched({ progress, context }: Folding): readonly Touched[] {
  return [...progress].flatMap(([id, now]) => {
    const exercise = context.exerciseById.get(id);
    return exercise === undefined || now.item === undefined ? [] : [{ ...now, id, exercise, item: now.item }];
  });
}
