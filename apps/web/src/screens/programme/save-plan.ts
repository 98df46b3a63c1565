import type { BreakSettings } from '@psoas/core/breaks';
import type { PlannedSession } from '@psoas/core/programme';
import { createTimeline, defaultTimelineOptions } from '@psoas/core/session';
import { fillTemplate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import calendarWords from '@psoas/knowledge/text/calendar';
import watchWords from '@psoas/knowledge/text/watch';
import type { DeviceClock } from '../../adapters/clock.ts';
import { saveFile } from '../../adapters/save-file.ts';
import type { Settings } from '../../adapters/settings.ts';
import type { Standing } from '../../app/use-standing.ts';

type Device = { readonly clock: DeviceClock; readonly order: Settings['order'] };

/** Hands the plan over as a calendar file. What writes it is loaded now. */
export async function saveCalendar({ state, diary, day }: Standing, { clock, ...wishes }: Device & { readonly breakSettings: BreakSettings; readonly startMinuteOf: (weekday: number) => number }): Promise<void> {
  const { calendarToIcs, planCalendar } = await import('@psoas/exchange/calendar');
  const plan = planCalendar({ ...wishes, state, catalogue, today: day, nowMillis: clock.nowMillis(), entryCount: diary.records().length }, calendarWords);
  // The screen shows this way only where there is a programme.
  if (plan.ok) saveFile(calendarWords.fileName, 'text/calendar', [calendarToIcs(plan.value)]);
}

/** Hands a session over as a workout for a watch. What writes it is loaded now. */
export async function saveWorkout(session: PlannedSession, { clock, order }: Device): Promise<void> {
  const [{ workoutToFit }, { exercises }] = await Promise.all([import('@psoas/exchange/fit'), import('@psoas/knowledge/exercises')]);
  const timeline = createTimeline(session.items, new Map(catalogue.exercises.map((exercise) => [exercise.id, exercise])), { ...defaultTimelineOptions, order });
  const nameOf = (id: string): string => exercises.find((exercise) => exercise.id === id)?.name ?? id;
  const file = workoutToFit({ items: session.items, timeline, nameOf, createdAtMillis: clock.nowMillis() }, watchWords);
  saveFile(fillTemplate(watchWords.fileName, { session: session.id }), 'application/vnd.ant.fit', [file]);
}
