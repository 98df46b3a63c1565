import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { addDays, fillTemplate, weekdayOf } from '@psoas/kernel';
import type { PlannedSession, Programme } from '@psoas/core/programme';
import calendarText from '@psoas/knowledge/text/calendar';
import text from '@psoas/knowledge/text/programme';
import publishedText from '@psoas/knowledge/text/published-calendar';
import watchText from '@psoas/knowledge/text/watch';
import { useServices } from '../../app/services.ts';
import type { Standing } from '../../app/use-standing.ts';
import { createReminderStore } from '../../reminders/reminder-store.ts';
import { minuteOfTime, timeOfMinute, type ReminderTimes } from '../../reminders/session-reminder.ts';
import { hasOwnTimes, startMinuteOfDay, usualStartMinute } from '../../reminders/session-start.ts';
import { saveCalendar, saveWorkout } from './save-plan.ts';

type TakeAlongProps = { readonly standing: Standing; readonly programme: Programme };

/** The plan as a file for a calendar, and its sessions as files for a watch. */
export function TakeAlong({ standing, programme }: TakeAlongProps): JSX.Element | null {
  if (programme.sessions.length === 0) return null;
  return (
    <>
      <CalendarPart standing={standing} />
      <WatchPart standing={standing} sessions={programme.sessions} />
    </>
  );
}

function CalendarPart({ standing }: { readonly standing: Standing }): JSX.Element {
  const services = useServices();
  const [times] = useState((): ReminderTimes => createReminderStore(services.localStorage).times());
  const [minute, setMinute] = useState(() => usualStartMinute(times));
  const [isSaved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    const reminder = await services.openBreaks();
    const startMinuteOf = startMinuteOfDay(times, minute);
    await saveCalendar(standing, { clock: services.clock, order: services.settings.get().order, breakSettings: reminder.settings(), startMinuteOf });
    setSaved(true);
  };
  return (
    <details class="more no-print">
      <summary>{calendarText.title}</summary>
      <div class="more-body card take-along">
        <p class="soft">{calendarText.lead}</p>
        {hasOwnTimes(times) ? (
          <p>{calendarText.ownTimes}</p>
        ) : (
          <label class="spread">
            <span class="field-label">{calendarText.at}</span>
            <input class="input calendar-time" type="time" required value={timeOfMinute(minute)} onChange={({ currentTarget }) => setMinute(minuteOfTime(currentTarget.value) ?? minute)} />
          </label>
        )}
        <button type="button" class="button button-quiet" onClick={() => void save()}>
          {calendarText.save}
        </button>
        <p role="status" class="small soft">
          {isSaved ? calendarText.saved : calendarText.again}
        </p>
        <p class="small">
          <a href="/settings/calendar">{publishedText.fromPlan}</a>
          <span class="soft"> {publishedText.fromPlanNote}</span>
        </p>
      </div>
    </details>
  );
}

function WatchPart({ standing: { state, day }, sessions }: { readonly standing: Standing; readonly sessions: readonly PlannedSession[] }): JSX.Element {
  const { clock, settings } = useServices();
  const start = state.programmeStartedOn ?? day;
  const nameOf = (session: PlannedSession): string => {
    const weekday = text.weekdays[weekdayOf(addDays(start, session.day - 1)) - 1] ?? '';
    return fillTemplate(watchText.session, { weekday, kind: text.kinds[session.kind], minutes: session.minutes });
  };
  return (
    <details class="more no-print">
      <summary>{watchText.onWatch}</summary>
      <div class="more-body card take-along">
        <p class="soft">{watchText.lead}</p>
        {sessions.map((session) => (
          <button key={session.id} type="button" class="button button-quiet button-small" onClick={() => void saveWorkout(session, { clock, order: settings.get().order })}>
            {nameOf(session)}
          </button>
        ))}
      </div>
    </details>
  );
}
