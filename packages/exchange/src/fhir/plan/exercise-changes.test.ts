import type { PlannedSession, PlanItem } from '@psoas/core/programme';
import { describe, expect, it } from 'vitest';
import { amountsByExercise, changesOfExercise, type ExerciseChanges } from './exercise-changes.ts';
import type { ImportedExercise } from './imported-plan.ts';

type Amounts = Partial<Omit<ImportedExercise, 'exercise' | 'path'>>;
const item = (amounts: Pick<PlanItem, 'side' | 'sets'> & Partial<PlanItem>): PlanItem => ({ exercise: 'dead-bug', class: 'strengthen', restSeconds: 45, because: ['P-02'], ...amounts });
const session = (kind: PlannedSession['kind'], ...items: readonly PlanItem[]): PlannedSession => ({ id: kind, kind, day: 1, minutes: 5, seconds: 300, items });

const home = session('home', item({ side: 'both', sets: 2, reps: 10 }));
const light = session('light', item({ side: 'both', sets: 1, reps: 10 }));
const withExtra = session('home', item({ side: 'both', sets: 2, reps: 10 }), item({ side: 'left', sets: 1, reps: 10, because: ['P-04'] }));

function changes(sessions: readonly PlannedSession[], ...asked: readonly Amounts[]): ExerciseChanges {
  const exercises = asked.map((one, index): ImportedExercise => ({ exercise: 'dead-bug', path: `activity[${index}]`, ...one }));
  return changesOfExercise(exercises, amountsByExercise(sessions).get('dead-bug') ?? []);
}
const nothing = { changes: [], paths: [], several: [] };
const amount = (amounts: object): object => ({ kind: 'amount', exercise: 'dead-bug', ...amounts });

describe('changesOfExercise', () => {
  it('[FH-11] what is so already, or what the plan does not name, changes nothing', () => {
    expect(changes([home], { side: 'both', sets: 2, reps: 10 })).toEqual(nothing);
    expect(changes([home], {})).toEqual(nothing);
    expect(changes([home], { reps: 10 }, { reps: 10 })).toEqual(nothing);
    expect(changes([light, home], { side: 'both', sets: 1, reps: 10 }, { side: 'both', sets: 2, reps: 10 })).toEqual(nothing);
    expect(changes([withExtra], { side: 'both', sets: 2, reps: 10 }, { side: 'left', sets: 1, reps: 10 })).toEqual(nothing);
  });

  it('[FH-11] an amount that was changed is proposed, and nothing else', () => {
    expect(changes([home], { side: 'both', sets: 3, reps: 10 })).toMatchObject({ changes: [amount({ sets: 3 })], paths: ['activity[0]'], several: [] });
    expect(changes([home], { reps: 12 }).changes).toEqual([amount({ reps: 12 })]);
    expect(changes([session('home', item({ side: 'both', sets: 2, holdSeconds: 30 }))], { side: 'both', sets: 2, holdSeconds: 45 }).changes).toEqual([amount({ holdSeconds: 45 })]);
  });

  it('[FH-11] a side that was changed is proposed, and an amount beside it is for that side', () => {
    expect(changes([home], { side: 'left', sets: 2, reps: 10 }).changes).toEqual([{ kind: 'side', exercise: 'dead-bug', side: 'left' }]);
    expect(changes([home], { side: 'left', sets: 3, reps: 10 }).changes).toEqual([{ kind: 'side', exercise: 'dead-bug', side: 'left' }, amount({ side: 'left', sets: 3 })]);
    expect(changes([session('home', item({ side: 'left', sets: 2, reps: 10 }))], { side: 'both' }).changes).toEqual([{ kind: 'side', exercise: 'dead-bug', side: 'both' }]);
  });

  it('[FH-11] the same on the left and on the right is the same on both', () => {
    expect(changes([home], { side: 'left', sets: 2, reps: 10 }, { side: 'right', sets: 2, reps: 10 })).toMatchObject({ changes: [], several: [] });
    expect(changes([home], { side: 'left', sets: 3, reps: 10 }, { side: 'right', sets: 3, reps: 10 })).toMatchObject({ changes: [amount({ sets: 3 })], paths: ['activity[0]', 'activity[1]'] });
  });

  it('[FH-11] an export with one number changed everywhere proposes this number, though a light day has fewer sets', () => {
    expect(changes([home, light], { side: 'both', sets: 2, reps: 12 }, { side: 'both', sets: 1, reps: 12 }).changes).toEqual([amount({ reps: 12 })]);
    expect(changes([home, light], { side: 'both', sets: 3, reps: 10 }, { side: 'both', sets: 1, reps: 10 }).changes).toEqual([amount({ sets: 3 })]);
    expect(changes([home, light], { side: 'both', sets: 1, reps: 10 }, { side: 'both', sets: 1, reps: 10 }).changes).toEqual([amount({ sets: 1 })]);
    for (const week of [[home, light], [light, home]]) expect(changes(week, { side: 'both', sets: 1, reps: 10 }).changes).toEqual([amount({ sets: 1 })]);
    expect(changes([withExtra], { side: 'both', sets: 2, reps: 12 }, { side: 'left', sets: 1, reps: 12 }).changes).toEqual([amount({ reps: 12 })]);
  });

  it('[FH-11] where several amounts are named and nobody can tell which is meant, nothing is proposed', () => {
    const both = ['activity[0]', 'activity[1]'];
    expect(changes([home], { sets: 3, reps: 10 }, { sets: 1, reps: 10 })).toEqual({ changes: [], paths: [], several: both });
    expect(changes([home], { sets: 3, reps: 12 }, { sets: 2, reps: 12 })).toEqual({ changes: [], paths: [], several: both });
    expect(changes([home, light], { sets: 3, reps: 12 }, { sets: 2, reps: 8 })).toEqual({ changes: [], paths: [], several: both });
    expect(changes([home], { side: 'left', sets: 2 }, { side: 'right', sets: 3 })).toEqual({ changes: [], paths: [], several: both });
    // The exercise's own amount is asked for as it is; what stands beside it psoas works out.
    expect(changes([home, light], { sets: 2, reps: 10 }, { sets: 1, reps: 12 })).toEqual({ changes: [], paths: [], several: ['activity[1]'] });
  });
});
