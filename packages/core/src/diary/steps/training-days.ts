import type { LocalDate } from '@psoas/kernel';
import type { PlanItem } from '../../programme/index.ts';
import type { LoggedRunSet, Run } from '../diary-state.ts';
import type { NextDayAnswer } from '../event.ts';
import { worseAnswer } from '../next-day-effect.ts';

/** One exercise as it was done in one session of a day. */
export type DoneExercise = {
  readonly exercise: string;
  readonly item: PlanItem;
  readonly sets: readonly LoggedRunSet[];
  /** Whether steps forward count from it. */
  readonly counts: boolean;
  /** Whether the answer of the day after speaks for it: one session of each exercise and day, so that one bad morning is one step. */
  readonly isMain: boolean;
};

/** A day on which something was done, with its worst answer of the day after. */
export type TrainingDay = {
  readonly day: LocalDate;
  /** When its first session began, in milliseconds since 1970 UTC. */
  readonly startedAtMillis: number;
  readonly exercises: readonly DoneExercise[];
  readonly nextDay?: NextDayAnswer;
};

/** The days with sets, earliest first. The answer of the day after is given once and speaks for the whole day. */
export function trainingDays(runs: readonly Run[]): readonly TrainingDay[] {
  const runsByDay = new Map<LocalDate, Run[]>();
  for (const run of runs) {
    if (run.sets.length === 0) continue;
    const ofDay = runsByDay.get(run.startedDay);
    if (ofDay === undefined) runsByDay.set(run.startedDay, [run]);
    else ofDay.push(run);
  }
  return [...runsByDay]
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([day, ofDay]) => {
      const nextDay = worstAnswer(ofDay.flatMap((run) => run.nextDay ?? []));
      return { day, startedAtMillis: Math.min(...ofDay.map((run) => run.startedAtMillis)), exercises: withMain(ofDay.flatMap(exercisesOf)), ...(nextDay && { nextDay }) };
    });
}

// Sessions around a sport and the light day have their own amounts: from them only steps back follow.
function exercisesOf({ session, items, sets }: Run): readonly DoneExercise[] {
  const ids = [...new Set(sets.map(({ exercise }) => exercise))];
  return ids.flatMap((exercise) => {
    const own = items.filter((item) => item.exercise === exercise);
    const item = own.find(({ side }) => side === 'both') ?? own[0];
    return item === undefined
      ? []
      : [
          {
            exercise,
            item,
            sets: sets.filter((set) => set.exercise === exercise),
            isMain: true,
            counts: /-(?:home|gym|maintenance)$/.test(session),
          },
        ];
  });
}

// The session that counts, else the longest hold or the most repetitions; the last one of equal ones.
function withMain(exercises: readonly DoneExercise[]): readonly DoneExercise[] {
  const weight = ({ counts, item }: DoneExercise): number => (counts ? 10_000 : 0) + (item.reps ?? item.holdSeconds ?? 0);
  return exercises.map((done, index) => {
    const isMain = !exercises.some(
      (other, place) =>
        other.exercise === done.exercise && (weight(other) > weight(done) || (weight(other) === weight(done) && place > index)),
    );
    return isMain ? done : { ...done, counts: false, isMain };
  });
}

function worstAnswer(answers: readonly NextDayAnswer[]): NextDayAnswer | undefined {
  return answers.reduce<NextDayAnswer | undefined>((worst, answer) => (worst === undefined ? answer : worseAnswer(worst, answer)), undefined);
}
