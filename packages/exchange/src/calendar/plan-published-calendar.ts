import type { BreakSettings } from '@psoas/core/breaks';
import { addDays, weekdayOf } from '@psoas/kernel';
import type { CalendarFile } from './calendar-event.ts';
import type { CalendarWords } from './calendar-words.ts';
import { layOutPlan, type PlanInput } from './plan-calendar.ts';
import { planEvents } from './plan-events.ts';

/** What a published calendar follows from. */
export type PublishedCalendarInput = PlanInput & {
  /** Begins the name of each event; nothing of the diary is in it. */
  readonly uidStem: string;
  /** How often it was published. */
  readonly sequence: number;
  /** Where breaks go; without them they are left out. */
  readonly breakSettings?: BreakSettings;
};

/**
 * [IC-11] The plan for a calendar that lies open. Strangers may read it, so it begins with the week whatever was done in
 * it, bears no number or name from the diary, and where there is no plan it has no events and does not say why.
 */
export function planPublishedCalendar(input: PublishedCalendarInput, words: CalendarWords): CalendarFile {
  const { today, nowMillis, sequence, uidStem } = input;
  const calendar = { name: words.name, sequence, writtenAtMillis: nowMillis };
  const laidOut = layOutPlan(input);
  if (!laidOut.ok) return { ...calendar, events: [] };
  const { latestCheckDay, ...plan } = laidOut.value;
  const monday = addDays(today, 1 - weekdayOf(today));
  const from = monday < latestCheckDay ? latestCheckDay : monday;
  const uid = (name: string): string => `${uidStem}-${name}`;
  return { ...calendar, events: planEvents({ ...plan, from }, { ...input, words, uid }) };
}
