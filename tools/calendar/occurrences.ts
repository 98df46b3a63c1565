import ICAL from 'ical.js';

/** One thing of a calendar file as ical.js reads it, with every time at which it happens. */
export type ReadEvent = {
  readonly uid: string;
  readonly title: string;
  readonly sequence: number;
  readonly minutes: number;
  readonly alarmMinutesBefore: number;
  /** Times as `2026-11-23T07:30:00`, by the clock on the wall. */
  readonly times: readonly string[];
  /** The same moments in the time zone of this process. */
  readonly moments: readonly Date[];
};

/** Reads a calendar file with ical.js: the independent reader that our writer is tried against. */
export function readCalendar(ics: string): readonly ReadEvent[] {
  const calendar = ICAL.Component.fromString(ics);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const times = timesOf(event);
    const alarm = component.getFirstSubcomponent('valarm');
    const trigger: unknown = alarm?.getFirstPropertyValue('trigger');
    return {
      uid: event.uid,
      title: event.summary,
      sequence: event.sequence,
      minutes: event.duration.toSeconds() / 60,
      alarmMinutesBefore: trigger instanceof ICAL.Duration ? -trigger.toSeconds() / 60 : Number.NaN,
      times: times.map((time) => time.toString()),
      moments: times.map((time) => time.toJSDate()),
    };
  });
}

function timesOf(event: ICAL.Event): readonly ICAL.Time[] {
  const times: ICAL.Time[] = [];
  const iterator = event.iterator();
  for (let time = iterator.next(); time !== undefined && time !== null && times.length < 10_000; time = iterator.next()) times.push(time);
  return times;
}
