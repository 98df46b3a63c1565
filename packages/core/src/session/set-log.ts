import type { Side } from '@psoas/kernel';
import type { LoggedSet } from './player-event.ts';
import type { PlayerState, StepRun } from './player-state.ts';
import type { WorkStep } from './step.ts';

/** A run of work. */
export type WorkRun = StepRun & { readonly step: WorkStep };

/** Whether a run is work. */
export function isWork(run: StepRun): run is WorkRun {
  return run.step.kind === 'work';
}

/**
 * [T-08] What one exercise of the session amounts to: per set and side the time really worked, in tenths of a second
 * rounded down. Pain and place belong to the whole exercise; repetitions in reserve and form to the last set of each side.
 * A report before any work was done is kept with a set of no seconds: a sign must never be lost.
 */
export function loggedSets({ runs, items }: PlayerState, item: number): readonly LoggedSet[] {
  const { pain, felt, repsInReserve, form } = items[item]?.answer ?? {};
  const isReported = pain !== undefined || felt !== undefined;
  const own = runs.filter(isWork).filter(({ step }) => step.item === item);
  const held = own.filter(({ heldMillis }) => heldMillis >= 100);
  const worked = held.length === 0 && isReported ? own.slice(0, 1) : held;
  const groups = groupsOf(worked);
  const lastSet = lastSetBySide(worked);
  return groups.flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const { exercise, side, set, mode } = first.step;
    const isLast = lastSet.get(side) === set;
    const logged: LoggedSet = {
      item,
      exercise,
      side,
      set,
      seconds: Math.floor(sum(group.map(({ heldMillis }) => heldMillis)) / 100) / 10,
      ...(mode === 'reps' ? { reps: sum(group.map(({ repsDone }) => repsDone)) } : {}),
      ...(pain === undefined ? {} : { pain }),
      ...(felt === undefined ? {} : { felt }),
      ...(repsInReserve !== undefined && isLast ? { repsInReserve } : {}),
      ...(form !== undefined && isLast ? { form } : {}),
    };
    return [logged];
  });
}

/** [T-08] Notes what was worked when a step is left before its end; the longest go counts, never the sum of several. */
export function withPartialWork(run: StepRun, elapsedMillis: number): StepRun {
  if (!isWork(run)) return run;
  const { step } = run;
  const turns = turnsOf(step);
  const reps =
    step.secondsPerRep === undefined ? 0 : Math.floor(elapsedMillis / (step.secondsPerRep * turns * 1000));
  return {
    ...run,
    heldMillis: Math.max(run.heldMillis, elapsedMillis),
    repsDone: Math.max(run.repsDone, Math.min(reps, step.reps ?? 0)),
  };
}

/** Notes that a step has had its whole time, or that its repetitions are done. */
export function withWholeWork(run: StepRun, elapsedMillis: number): StepRun {
  if (!isWork(run)) return run;
  return { ...run, heldMillis: Math.max(run.heldMillis, elapsedMillis), repsDone: run.step.reps ?? 0 };
}

/** 2 when a repetition is done once on each side in turn, else 1. */
export function turnsOf({ reps, secondsPerRep, seconds }: WorkStep): number {
  if (reps === undefined || secondsPerRep === undefined || reps * secondsPerRep === 0) return 1;
  return Math.max(1, Math.round(seconds / (reps * secondsPerRep)));
}

// A hold that made up for the other side's extra seconds belongs to the set it completes.
function groupsOf(worked: readonly WorkRun[]): readonly (readonly WorkRun[])[] {
  const groups: WorkRun[][] = [];
  for (const run of worked) {
    const group = groups.find(
      ([first]) => first?.step.set === run.step.set && first.step.side === run.step.side,
    );
    if (group === undefined) groups.push([run]);
    else group.push(run);
  }
  return groups;
}

function lastSetBySide(worked: readonly WorkRun[]): ReadonlyMap<Side | 'both', number> {
  return new Map(
    worked
      .toSorted((first, second) => first.step.set - second.step.set)
      .map(({ step }) => [step.side, step.set]),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
