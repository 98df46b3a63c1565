import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/published-calendar';
import { useServices } from '../../app/services.ts';
import { createReminderStore } from '../../reminders/reminder-store.ts';
import { minuteOfTime, timeOfMinute } from '../../reminders/session-reminder.ts';
import { hasOwnTimes, usualStartMinute } from '../../reminders/session-start.ts';
import type { CalendarWish } from '../../sync/calendar-tasks.ts';
import type { CalendarPublisher } from '../../sync/create-published-calendar.ts';
import { ConsentDialog } from './consent-dialog.tsx';

/** What it is, and what shall lie there. Nothing goes out before the consent. */
export function BeginCalendar({ publisher }: { readonly publisher: CalendarPublisher }): JSX.Element {
  const { localStorage } = useServices();
  const [times] = useState(() => createReminderStore(localStorage).times());
  const [wish, setWish] = useState<CalendarWish>(() => ({ withBreaks: false, startMinute: usualStartMinute(times) }));
  const [shown, setShown] = useState<string>();
  return (
    <>
      <section class="card stack">
        <h2>{text.how.title}</h2>
        <ul class="bullets">
          {text.how.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <a href="/programme">{text.file}</a>
      </section>
      <section class="card stack">
        <h2>{text.choose.title}</h2>
        {hasOwnTimes(times) ? (
          <p>{text.choose.ownTimes}</p>
        ) : (
          <label class="spread">
            <span class="field-label">{text.choose.at}</span>
            <input
              class="input calendar-start"
              type="time"
              required
              value={timeOfMinute(wish.startMinute)}
              onChange={({ currentTarget }) => setWish({ ...wish, startMinute: minuteOfTime(currentTarget.value) ?? wish.startMinute })}
            />
          </label>
        )}
        <label class="choice">
          <input type="checkbox" checked={wish.withBreaks} onChange={({ currentTarget }) => setWish({ ...wish, withBreaks: currentTarget.checked })} />
          <span>{text.choose.breaks}</span>
        </label>
      </section>
      <button type="button" class="button" onClick={() => void publisher.preview(wish).then(setShown)}>
        {text.choose.do}
      </button>
      {shown !== undefined && <ConsentDialog publisher={publisher} wish={wish} shown={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}
