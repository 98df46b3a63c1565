import type { StepChange } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import type { Life, LifeDay } from './live-life.ts';

/** A life week by week: what was planned and done, and each change with its rule and its numbers. */
export function lifeToText({ temperament, days, changes, stoppedDays }: Life): string {
  const weeks = Array.from({ length: 26 }, (_, index) =>
    days.filter(({ number }) => Math.floor(number / 7) === index),
  );
  const lines = weeks.flatMap((week, index) =>
    weekLines(week, index + 1, changesOf(week, weeks.slice(index + 1).flat()[0], changes)),
  );
  return [
    `# A desk worker, ${temperament}`,
    '',
    ...lines,
    '',
    `Days on which training waited: ${stoppedDays}`,
    '',
  ].join('\n');
}

function weekLines(
  week: readonly LifeDay[],
  number: number,
  changes: readonly StepChange[],
): readonly string[] {
  const done = week.filter((day) => day.done.length > 0).length;
  const notes = [
    ...(week.some(({ travelling }) => travelling) ? ['on a journey'] : []),
    ...(week.some(({ assessment }) =>
      assessment.programme?.sessions.some(({ items }) =>
        items.some(({ because }) => because.includes('D-08')),
      ),
    )
      ? ['lighter week (D-08)']
      : []),
  ];
  return [
    `Week ${number}: ${done} of ${week.length} days done${notes.map((note) => `, ${note}`).join('')}`,
    ...planLines(week),
    ...changes.map(changeLine),
  ];
}

// The fullest day of the week stands for it.
function planLines(week: readonly LifeDay[]): readonly string[] {
  const items =
    week
      .map((day) => day.today.sessions.flatMap((session) => session.items))
      .toSorted((first, second) => second.length - first.length)[0] ?? [];
  return items.length === 0 ? [] : [`  ${items.map(itemText).join('; ')}`];
}

function itemText({ exercise, side, sets, reps, holdSeconds, variant }: PlanItem): string {
  return `${exercise}${variant === undefined ? '' : ` (${variant})`}${side === 'both' ? '' : ` ${side}`} ${sets} x ${reps ?? `${holdSeconds ?? 0} s`}`;
}

function changesOf(
  week: readonly LifeDay[],
  next: LifeDay | undefined,
  changes: readonly StepChange[],
): readonly StepChange[] {
  const first = week[0]?.day;
  return first === undefined
    ? []
    : changes.filter(({ day }) => day >= first && (next === undefined || day < next.day));
}

function changeLine({ exercise, side, key, rule, values }: StepChange): string {
  const numbers = Object.entries(values).map(([name, value]) => `${name} ${String(value)}`);
  return `    ${rule} ${key}: ${exercise}, ${side}${numbers.length === 0 ? '' : ` (${numbers.join(', ')})`}`;
}
