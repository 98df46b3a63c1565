import { byId, isRecord } from '@psoas/kernel';
import type { Run } from '@psoas/core/diary';
import { createPlayerState, createTimeline, parsePlayerState, type PlayerState } from '@psoas/core/session';
import { catalogue } from '@psoas/knowledge/rules';
import { exercises } from '@psoas/knowledge/exercises';

/** A player for a walk, at its beginning or where it was left. */
export type PreparedPlayer = {
  readonly state: PlayerState;
  readonly begin: 'start' | 'restore';
  readonly wasDamaged: boolean;
};

/** A player at the start of the items. */
export function freshPlayer(
  { items, options }: Pick<Run, 'items' | 'options'>,
  redsInLastWeek: number,
): PlayerState {
  return createPlayerState({
    timeline: createTimeline(
      items,
      byId(catalogue.exercises),
      options,
    ),
    exercises,
    redsInLastWeek,
  });
}

/**
 * [E-07] A player for a walk that was left: from its checkpoint, or else at the first exercise of which no set is in
 * the diary.
 */
export function resumedPlayer(run: Run, saved: unknown, redsInLastWeek: number): PreparedPlayer {
  const isOurs = isRecord(saved) && saved['run'] === run.run;
  const parsed = isOurs ? parsePlayerState(saved['state']) : undefined;
  if (parsed?.ok === true && parsed.value.status !== 'finished') {
    // Nobody trained while psoas did not run, and who comes back needs a moment to get into place.
    const { value } = parsed;
    return {
      state: value.status === 'running' ? { ...value, status: 'paused' } : value,
      begin: 'restore',
      wasDamaged: false,
    };
  }
  const fresh = freshPlayer(run, redsInLastWeek);
  const isDone = (item: number): boolean => run.sets.some((set) => set.item === item);
  const open = fresh.runs.findIndex(({ step }) => !isDone(step.item));
  const items = fresh.items.map((item, index) => (isDone(index) ? { ...item, logged: true } : item));
  // What is done is left out of the walk; with everything done only the last question is left.
  return {
    state: { ...fresh, items, runs: fresh.runs.slice(open < 0 ? fresh.runs.length - 1 : open) },
    begin: 'start',
    wasDamaged: isOurs,
  };
}
