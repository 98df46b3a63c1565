import type { JSX } from 'preact';
import { goals } from '@psoas/core/answers';
import { equipmentKinds } from '@psoas/core/catalogue';
import text from '@psoas/knowledge/text/check';
import { optionsOf } from '../../widgets/form/options.ts';
import { TickList } from '../../widgets/form/tick-list.tsx';
import { WeekSteppers } from '../../widgets/week-steppers.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { StepProps } from './step-props.ts';

/** Goals, days, minutes, things at hand. */
export function WeekStep({ draft, onChange, onNext }: StepProps): JSX.Element {
  const { about } = draft;
  const set = (changes: typeof about): void => onChange({ ...draft, about: { ...about, ...changes } });
  return (
    <>
      <ScreenHead kicker={text.kicker} title={text.week.title} />
      <div class="card stack">
        <WeekSteppers days={about.daysPerWeek ?? 5} minutes={about.minutesPerDay ?? 15} onChange={set} />
      </div>
      <TickList legend={text.week.goals} inline options={optionsOf(goals, text.week.goalNames)} values={about.goals ?? []} onChange={(chosen) => set({ goals: chosen })} />
      <TickList
        legend={text.week.equipment}
        note={text.week.equipmentNote}
        inline
        options={optionsOf(equipmentKinds, text.week.equipmentNames)}
        values={about.equipment ?? []}
        onChange={(equipment) => set({ equipment })}
      />
      <div class="action-bar">
        <button type="button" class="button" onClick={onNext}>
          {text.next}
        </button>
      </div>
    </>
  );
}
