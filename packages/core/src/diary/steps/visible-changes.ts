import type { PlannedSession, PlanItem } from '../../programme/index.ts';
import type { Run } from '../diary-state.ts';
import type { StepChange } from './step-change.ts';

/**
 * The latest change of each exercise since it was last done, as far as the day really shows it: a step that the
 * minutes do not hold is not claimed. Another exercise in its place is news until something of its class was done.
 */
export function visibleChanges(
  changes: readonly StepChange[],
  sessions: readonly PlannedSession[],
  runs: readonly Run[],
): readonly StepChange[] {
  const items = sessions.flatMap((session) => session.items);
  return [...new Set(changes.map(({ exercise }) => exercise))].flatMap((exercise) => {
    const latest = changes.findLast((change) => change.exercise === exercise);
    if (latest === undefined) return [];
    const isShown =
      latest.key === 'ladderUp' || latest.key === 'ladderDown'
        ? showsAnother(latest, items, runs)
        : isSince(latest, runs, (done) => done.exercise === exercise) &&
          shows(latest, items.find((item) => item.exercise === exercise));
    if (!isShown) return [];
    // A proposal may change several amounts of one exercise at once.
    const isTogether = (change: StepChange): boolean => latest.values.by !== undefined && change.exercise === exercise && change.day === latest.day && change.rule === latest.rule && change.values.by === latest.values.by;
    return changes.filter((change) => change === latest || isTogether(change));
  });
}

function isSince({ day }: StepChange, runs: readonly Run[], isSuch: (done: PlanItem) => boolean): boolean {
  const lastDone = runs.findLast(({ items, sets }) => sets.some((set) => items.some((item) => item.exercise === set.exercise && isSuch(item))));
  return lastDone === undefined || day >= lastDone.startedDay;
}

function showsAnother(change: StepChange, items: readonly PlanItem[], runs: readonly Run[]): boolean {
  const before = runs.findLast((run) => run.items.some((item) => item.exercise === change.exercise))?.items;
  const className = before?.find((item) => item.exercise === change.exercise)?.class;
  const ofClass = (item: PlanItem): boolean => item.class === className;
  return items.some(ofClass) && items.every((item) => item.exercise !== change.exercise) && isSince(change, runs, ofClass);
}

function shows({ key, values: { to, variant } }: StepChange, item: PlanItem | undefined): boolean {
  if (item === undefined) return false;
  if (key === 'repsUp' || key === 'repsDown') return item.reps === to;
  if (key === 'holdUp' || key === 'holdDown') return item.holdSeconds === to;
  if (key === 'repsTo') return item.reps === to;
  if (key === 'holdTo') return item.holdSeconds === to;
  if (key === 'setsTo') return item.sets === to;
  if (key === 'setsUp' || key === 'setsDown') return item.sets === to;
  if (key === 'loadUp' || key === 'loadDown') return item.loadKilograms === to;
  return key === 'variantUp' ? item.variant === variant : true;
}
