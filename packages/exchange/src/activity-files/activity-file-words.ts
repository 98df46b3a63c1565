import type { ActivityDone, RecordedActivity } from '@psoas/core/diary';
import { fillTemplate, type LocalDate } from '@psoas/kernel';
import type { ActivityFileProblem } from './activity-file-problem.ts';

/** The words for activities, as in `activity-file.yaml`. Places in braces are filled in. */
export type ActivityFileWords = {
  readonly problems: { readonly [id in ActivityFileProblem['id']]: string };
  /** In place of a name that a file does not have. */
  readonly noName: string;
  readonly kinds: { readonly [activity in RecordedActivity]: string };
  readonly line: string;
  readonly lineWithWay: string;
};

/** What is wrong with a file, where, and what to do. */
export function activityFileProblemText(problem: ActivityFileProblem, { problems, noName }: ActivityFileWords): string {
  const { id, ...values } = problem;
  const named = Object.entries(values).map(([place, value]): [string, string | number] => [place, value === '' ? noName : value]);
  return fillTemplate(problems[id], Object.fromEntries(named));
}

/** An activity in one line: what, on which day, how many minutes, how far. */
export function activityLine({ activity, seconds, metres, day }: ActivityDone & { readonly day: LocalDate }, words: ActivityFileWords): string {
  const values = { kind: words.kinds[activity], day, minutes: Math.round(seconds / 60) };
  return metres === undefined
    ? fillTemplate(words.line, values)
    : fillTemplate(words.lineWithWay, { ...values, kilometres: (metres / 1000).toFixed(1) });
}
