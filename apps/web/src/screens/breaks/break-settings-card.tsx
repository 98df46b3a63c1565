import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { everyMinutesRange, parseQuietHours, quietHoursText, withinEveryMinutes } from '@psoas/core/breaks';
import text from '@psoas/knowledge/text/breaks';
import today from '@psoas/knowledge/text/today';
import type { BreakReminder } from '../../breaks/break-reminder.ts';
import { Stepper } from '../../widgets/form/stepper.tsx';
import { TickList } from '../../widgets/form/tick-list.tsx';
import { IdleNote } from './idle-note.tsx';

/** When reminders come. */
export function BreakSettingsCard({ reminder }: { readonly reminder: BreakReminder }): JSX.Element {
  const { everyMinutes, workingDays } = reminder.settings();
  const days = ['1', '2', '3', '4', '5', '6', '7'];
  return (
    <section class="card stack">
      <h2>{text.settings.title}</h2>
      <Stepper
        label={text.settings.every}
        {...everyMinutesRange}
        step={5}
        value={everyMinutes}
        shown={fillTemplate(text.settings.minutes, { count: everyMinutes })}
        onChange={(minutes) => reminder.changeSettings({ everyMinutes: withinEveryMinutes(minutes) })}
      />
      <QuietField reminder={reminder} />
      <TickList
        legend={text.settings.days}
        inline
        options={days.map((value) => ({ value, label: today.weekdays[Number(value) - 1] ?? value }))}
        values={workingDays.map(String)}
        onChange={(values) => reminder.changeSettings({ workingDays: values.map(Number).toSorted((first, second) => first - second) })}
      />
      <IdleNote reminder={reminder} />
    </section>
  );
}

function QuietField({ reminder }: { readonly reminder: BreakReminder }): JSX.Element {
  const [typed, setTyped] = useState(() => quietHoursText(reminder.settings().quiet));
  const [wrong, setWrong] = useState<string>();
  const id = useId();
  const take = (value: string): void => {
    setTyped(value);
    const quiet = parseQuietHours(value);
    setWrong(quiet.ok ? undefined : quiet.error);
    if (quiet.ok) reminder.changeSettings({ quiet: quiet.value });
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {text.settings.quiet}
      </label>
      <input class="input" id={id} value={typed} aria-describedby={`${id}-note`} aria-invalid={wrong !== undefined} onChange={({ currentTarget }) => take(currentTarget.value)} />
      <p id={`${id}-note`} class="small soft" role={wrong === undefined ? undefined : 'alert'}>
        {wrong === undefined ? text.settings.quietNote : fillTemplate(text.settings.quietWrong, { found: wrong })}
      </p>
    </div>
  );
}
