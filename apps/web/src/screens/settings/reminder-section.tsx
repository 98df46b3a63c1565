import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import breaks from '@psoas/knowledge/text/breaks';
import text from '@psoas/knowledge/text/settings';
import today from '@psoas/knowledge/text/today';
import { askForNotifications, notificationAnswer } from '../../adapters/notifications.ts';
import { useServices } from '../../app/services.ts';
import { useSettings } from '../../app/use-settings.ts';
import { createReminderStore } from '../../reminders/reminder-store.ts';
import { minuteOfTime, timeOfMinute, weekdays, type ReminderTimes, type Weekday } from '../../reminders/session-reminder.ts';
import { Switch } from './switch.tsx';

/** Where a first reminder stands: after work, before dinner. */
const usualMinute = 18 * 60;

/** Reminders of the session, and the way to those of breaks. */
export function ReminderSection(): JSX.Element {
  const { openReminders, localStorage } = useServices();
  const [settings, change] = useSettings();
  const [answer, setAnswer] = useState(notificationAnswer);
  const [store] = useState(() => createReminderStore(localStorage));
  const [times, setTimes] = useState(store.times);
  const keep = (next: ReminderTimes): void => {
    store.keepTimes(next);
    setTimes(next);
  };
  const turn = (sessionReminder: boolean): void => {
    change({ sessionReminder });
    if (!sessionReminder) return;
    if (Object.keys(times).length === 0) keep(everyDayAt(usualMinute));
    openReminders();
    void askForNotifications().then(setAnswer);
  };
  return (
    <>
      <div class="stack">
        <Switch label={text.reminders.session} note={text.reminders.sessionNote} isOn={settings.sessionReminder} onChange={turn} />
        {settings.sessionReminder && <TimeFields times={times} onChange={keep} />}
        <p class="small soft">
          {text.reminders.honest} {settings.sessionReminder && breaks.notifications[answer]}
        </p>
      </div>
      <div class="stack-tight settings-part">
        <h3>{text.reminders.breaks}</h3>
        <p class="soft">{breaks.off.text}</p>
        <p>
          <a href="/breaks">{breaks.day.breaks}</a>
        </p>
      </div>
    </>
  );
}

type TimeFieldsProps = { readonly times: ReminderTimes; readonly onChange: (times: ReminderTimes) => void };

function TimeFields({ times, onChange }: TimeFieldsProps): JSX.Element {
  const chosen = new Set(weekdays.map((day) => times[day]));
  const [same] = chosen;
  const withTime = (day: Weekday, minute: number | undefined): ReminderTimes =>
    Object.fromEntries(weekdays.flatMap((one) => {
      const at = one === day ? minute : times[one];
      return at === undefined ? [] : [[one, at]];
    }));
  return (
    <>
      <TimeField label={text.reminders.sameTime} minute={chosen.size === 1 ? same : undefined} onChange={(minute) => minute !== undefined && onChange(everyDayAt(minute))} />
      <details class="more">
        <summary>{text.reminders.otherTimes}</summary>
        <div class="more-body">
          <p class="small soft">{text.reminders.otherTimesNote}</p>
          {weekdays.map((day) => (
            <TimeField key={day} label={today.weekdays[day - 1] ?? ''} minute={times[day]} onChange={(minute) => onChange(withTime(day, minute))} />
          ))}
        </div>
      </details>
    </>
  );
}

type TimeFieldProps = { readonly label: string; readonly minute: number | undefined; readonly onChange: (minute: number | undefined) => void };

function TimeField({ label, minute, onChange }: TimeFieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="spread">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input class="input input-time" id={id} type="time" value={minute === undefined ? '' : timeOfMinute(minute)} onChange={({ currentTarget }) => onChange(minuteOfTime(currentTarget.value))} />
    </div>
  );
}

function everyDayAt(minute: number): ReminderTimes {
  return Object.fromEntries(weekdays.map((day) => [day, minute]));
}
