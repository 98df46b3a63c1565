import { daysBetween, type LocalDate } from '@psoas/kernel';
import { day, entry } from '../../diary/testing/sample-events.ts';

const lunge = { exercise: 'kneeling-hip-flexor-lunge', class: 'stretch', side: 'both', sets: 2, holdSeconds: 45, restSeconds: 10, because: ['P-02'] };
const march = { exercise: 'standing-march', class: 'strengthen', side: 'both', sets: 2, reps: 10, restSeconds: 30, because: ['P-02'] };

/** The entries of one session on a day: two holds and two sets of repetitions, each on both sides. */
export function sessionEntries(on: LocalDate, name: string, pain = 1): readonly { readonly [key: string]: unknown }[] {
  const at = minutesOf(on);
  const stamp = (id: string, minutes: number) => ({ id: `${name}-${id}`, at: at + minutes, on });
  return [
    entry('session-started', { run: name, session: 'day-1-home', items: [lunge, march], options: { firstSide: 'left', order: 'alternate' } }, stamp('start', 0)),
    ...[1, 2].flatMap((set) =>
      ['left', 'right'].flatMap((side) => [
        entry('set-logged', { run: name, item: 0, exercise: lunge.exercise, side, set, seconds: 45, pain }, stamp(`hold-${side}-${set}`, set)),
        entry('set-logged', { run: name, item: 1, exercise: march.exercise, side, set, seconds: 50, reps: 10 }, stamp(`march-${side}-${set}`, 2 + set)),
      ]),
    ),
    entry('session-finished', { run: name, outcome: 'completed' }, stamp('end', 10)),
    entry('next-day-answer', { run: name, comparedWithBefore: 'same', painNow: 1 }, stamp('next', 24 * 60)),
  ];
}

/** Minutes from the start of 2026-03-02 to the start of a day, which is what `entry` counts by. */
export function minutesOf(on: LocalDate): number {
  return daysBetween(day('2026-03-02'), on) * 24 * 60;
}
