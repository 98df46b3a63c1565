import { otherSide } from '@psoas/kernel';
import { currentRun, runOf, withRun, type PlayerState, type StepRun } from './player-state.ts';
import { isWork, turnsOf, type WorkRun } from './set-log.ts';
import { switchSeconds, type SwitchStep, type WorkStep } from './step.ts';
import { trimShare } from './stop-rules.ts';

/** What one press of +15 s adds. */
export const extraMillis = 15_000;

/** [T-07] No step grows beyond five minutes. Own choice: more is a slip of the thumb. */
export const longestStepMillis = 300_000;

/** [T-07] Makes the step that is now 15 s longer; a hold on one side gives the other side the same. */
export function withExtraTime(state: PlayerState): PlayerState {
  const run = currentRun(state);
  if (run === undefined || run.step.kind === 'ask' || run.allottedMillis + extraMillis > longestStepMillis)
    return state;
  const longer = withRun(state, state.position, extended);
  return isWork(run) ? withOtherSideEqual(longer, run) : longer;
}

function withOtherSideEqual(state: PlayerState, { step }: WorkRun): PlayerState {
  if (step.side === 'both') return state;
  const other = otherSide(step.side);
  const isTwin = (run: StepRun): boolean =>
    isWork(run) && run.step.item === step.item && run.step.side === other;
  const later = state.runs.flatMap((run, index) => (index > state.position && isTwin(run) ? [index] : []));
  const twin = later.find((index) => state.runs[index]?.step.set === step.set) ?? later[0];
  if (twin !== undefined) return withRun(state, twin, extended);
  // Repetitions stay equal in number; only holds owe the other side seconds.
  return step.mode === 'hold' && state.runs.some(isTwin)
    ? withMakeUpHold(state, { ...step, side: other, seconds: extraMillis / 1000 })
    : state;
}

// The other side has had its turns: it gets its 15 s at the end of the exercise, before the question.
function withMakeUpHold(state: PlayerState, work: WorkStep): PlayerState {
  const { item, exercise, set, sets, side } = work;
  if (side === 'both') return state;
  const change: SwitchStep = { kind: 'switch', item, exercise, set, sets, to: side, seconds: switchSeconds };
  const lastWork = state.runs.findLastIndex((run) => run.step.item === item && run.step.kind === 'work');
  return { ...state, runs: state.runs.toSpliced(lastWork + 1, 0, runOf(change), runOf(work)) };
}

function extended(run: StepRun): StepRun {
  return { ...run, allottedMillis: run.allottedMillis + extraMillis };
}

/** [D-04] Trims the work of an exercise that is still to come by a quarter, in whole seconds or repetitions. */
export function withTrimmedRest(state: PlayerState): PlayerState {
  const exercise = currentRun(state)?.step.exercise;
  const runs = state.runs.map((run, index) => {
    if (index < state.position || run.step.exercise !== exercise || !isWork(run)) return run;
    return trimmed(run, index === state.position ? state.elapsedMillis : 0);
  });
  // A trim can put the half behind us without its cue; a later +15 s must not bring the cue back.
  const isHalfPast = state.elapsedMillis >= (runs[state.position]?.allottedMillis ?? 0) / 2;
  return { ...state, runs, halfwayPassed: state.halfwayPassed || isHalfPast };
}

/** Whether work of the exercise that is now is still to come. */
export function hasWorkLeft({ runs, position, elapsedMillis }: PlayerState): boolean {
  const exercise = runs[position]?.step.exercise;
  return runs.some(
    (run, index) =>
      isWork(run) &&
      run.step.exercise === exercise &&
      (index > position || (index === position && elapsedMillis < run.allottedMillis)),
  );
}

function trimmed(run: WorkRun, elapsedMillis: number): StepRun {
  const { step } = run;
  if (step.reps === undefined || step.secondsPerRep === undefined) {
    const seconds = Math.floor((run.allottedMillis * (1 - trimShare)) / 1000);
    return { ...run, allottedMillis: Math.max(elapsedMillis, seconds * 1000) };
  }
  const reps = Math.max(1, Math.floor(step.reps * (1 - trimShare)));
  const seconds = reps * step.secondsPerRep * turnsOf(step);
  return {
    ...run,
    step: { ...step, reps, seconds },
    allottedMillis: Math.max(elapsedMillis, seconds * 1000),
  };
}
