import { isRecord, type LocalDate } from '@psoas/kernel';
import type { DiaryEvent, DiaryState } from '@psoas/core/diary';
import { timeText } from './time-text.ts';
import { toCsv } from './to-csv.ts';

type Told = {
  readonly atMillis: number;
  readonly day: LocalDate;
  readonly when: 'check' | 'before-session' | 'set' | 'day-after' | 'break' | 'measurement';
  /** An exercise, an occasion, a test, or the walk through a session. */
  readonly about?: string;
  readonly side?: string;
  readonly pain: number | undefined;
};

/** One row for each time that pain was told, earliest first. */
export function painToCsv(events: readonly DiaryEvent[], { runs }: DiaryState): string {
  const head = ['day', 'told_at_utc', 'when', 'about', 'side', 'pain_0_to_10'];
  // Sets come from the fold: one that was written again stands once (E-06).
  const ofSets = runs.flatMap(({ sets }) =>
    sets.map(({ day, atMillis, exercise, side, pain }): Told => ({ when: 'set', day, atMillis, about: exercise, side, pain })),
  );
  const told = [...ofSets, ...events.flatMap(painOfEvent)].filter(({ pain }) => pain !== undefined);
  const rows = told
    .toSorted((first, second) => first.atMillis - second.atMillis)
    .map(({ day, atMillis, when, about, side, pain }) => [day, timeText(atMillis), when, about, side, pain]);
  return toCsv([head, ...rows]);
}

function painOfEvent(event: DiaryEvent): readonly Told[] {
  const { atMillis, day } = event;
  switch (event.kind) {
    case 'check-completed':
      return [{ atMillis, day, when: 'check', pain: painOfAnswers(event.data.answers) }];
    case 'safety-answered':
      return [{ atMillis, day, when: 'before-session', pain: event.data.painNow }];
    case 'next-day-answer':
      return [{ atMillis, day, when: 'day-after', about: event.data.run, pain: event.data.painNow }];
    case 'break-taken':
      return [{ atMillis, day, when: 'break', about: event.data.exercise ?? event.data.occasion, pain: event.data.pain }];
    case 'measurement':
      return [{ atMillis, day, when: 'measurement', about: event.data.test, side: event.data.side, pain: event.data.pain }];
    default:
      return [];
  }
}

// Answers stay as they were given; only a number from 0 to 10 is pain.
function painOfAnswers(answers: unknown): number | undefined {
  const pain = isRecord(answers) ? answers['pain'] : undefined;
  const now = isRecord(pain) ? pain['now'] : undefined;
  return typeof now === 'number' && now >= 0 && now <= 10 ? now : undefined;
}
