import type { Catalogue, Gate } from '../catalogue/index.ts';
import { closedByThighTingling } from '../session/stop-rules.ts';
import type { DiaryState, LoggedRunSet, Run } from './diary-state.ts';
import { isLater } from './moment.ts';

/** [P-05] The exercises whose every gate was opened by what was done, less what a sign has closed (D-01). */
export function openedExercises(
  catalogue: Pick<Catalogue, 'exercises'>,
  state: Pick<DiaryState, 'runs' | 'agreements'>,
): ReadonlySet<string> {
  const gated = catalogue.exercises.filter(({ gates }) => gates.length > 0);
  const open = gated
    .filter(({ gates }) => gates.every((gate) => isOpen(gate, state.runs)))
    .map(({ id }) => id);
  return new Set(isClosedByTingling(state) ? open.filter((id) => id !== closedByThighTingling) : open);
}

/** [P-05] In how many sessions a gate's condition was met, of how many it asks. */
export function gateProgress(
  gate: Gate,
  runs: readonly Run[],
): { readonly done: number; readonly of: number } {
  return {
    done: Math.min(gate.requires.sessions, runs.filter((run) => meets(gate, run)).length),
    of: gate.requires.sessions,
  };
}

function isOpen(gate: Gate, runs: readonly Run[]): boolean {
  const { done, of } = gateProgress(gate, runs);
  return done >= of;
}

// On both sides enough good sets. Without a pain answer nobody knows whether a set was good.
function meets({ requires }: Gate, run: Run): boolean {
  const good = run.sets.filter(
    (set) =>
      set.exercise === requires.exercise &&
      set.pain !== undefined &&
      set.pain <= requires.painAtMost &&
      isEnough(requires, set),
  );
  return (['left', 'right'] as const).every(
    (side) => good.filter((set) => set.side === side || set.side === 'both').length >= requires.sets,
  );
}

function isEnough({ reps, holdSeconds }: Gate['requires'], set: LoggedRunSet): boolean {
  return (
    (reps === undefined || (set.reps ?? 0) >= reps) &&
    (holdSeconds === undefined || set.seconds >= holdSeconds)
  );
}

// [D-01] Tingling closes the couch stretch until a clinician agreed later. Where it was is not logged: the careful reading.
function isClosedByTingling({ runs, agreements }: Pick<DiaryState, 'runs' | 'agreements'>): boolean {
  return runs
    .flatMap(({ sets }) => sets)
    .some((set) => set.felt === 'tingling' && agreements.every(({ atMillis, date }) => isLater(set, { atMillis, day: date })));
}
