import type { EventStamp } from '@psoas/core/diary';
import { timeText } from '../../csv/time-text.ts';

/** When something happened, in UTC to the second; the day alone where its time lies beyond what FHIR can write. */
export function momentText({ atMillis, day }: Pick<EventStamp, 'atMillis' | 'day'>): string {
  return timeText(atMillis) || day;
}
