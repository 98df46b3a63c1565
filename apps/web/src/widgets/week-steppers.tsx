import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/check';
import { Stepper } from './form/stepper.tsx';
import { countText } from './count-text.ts';

type WeekSteppersProps = {
  readonly days: number;
  readonly minutes: number;
  readonly onChange: (changes: { readonly daysPerWeek?: number; readonly minutesPerDay?: number }) => void;
};

/** How many days a week and how many minutes a day. */
export function WeekSteppers({ days, minutes, onChange }: WeekSteppersProps): JSX.Element {
  // Below ten minutes single minutes matter; above, steps of five.
  const toMinutes = (next: number): number =>
    next > minutes ? (minutes < 10 ? minutes + 1 : minutes + 5) : minutes <= 10 ? minutes - 1 : minutes - 5;
  return (
    <>
      <Stepper
        label={text.week.days}
        min={1}
        max={7}
        value={days}
        shown={countText(text.week.dayCount, days)}
        onChange={(daysPerWeek) => onChange({ daysPerWeek })}
      />
      <Stepper
        label={text.week.minutes}
        min={2}
        max={60}
        value={minutes}
        shown={fillTemplate(text.week.minuteCount, { count: minutes })}
        onChange={(next) => onChange({ minutesPerDay: Math.min(60, Math.max(2, toMinutes(next))) })}
      />
    </>
  );
}
