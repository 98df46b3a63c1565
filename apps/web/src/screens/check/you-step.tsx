import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { sports } from '@psoas/core/answers';
import { experienceLevels } from '@psoas/core/catalogue';
import text from '@psoas/knowledge/text/check';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { NumberField } from '../../widgets/form/number-field.tsx';
import { optionsOf } from '../../widgets/form/options.ts';
import { Stepper } from '../../widgets/form/stepper.tsx';
import { TickList } from '../../widgets/form/tick-list.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { StepProps } from './step-props.ts';

/** Age, sitting, sports, experience. */
export function YouStep({ draft, onChange, onNext }: StepProps): JSX.Element {
  const { about } = draft;
  const set = (changes: typeof about): void => onChange({ ...draft, about: { ...about, ...changes } });
  const hours = about.sittingHoursPerDay ?? 6;
  const isComplete = about.ageYears !== undefined && about.ageYears >= 0 && about.ageYears <= 120 && about.level !== undefined;
  return (
    <>
      <ScreenHead kicker={text.kicker} title={text.you.title} />
      <NumberField
        label={text.you.age}
        unit={text.you.ageUnit}
        min={0}
        max={120}
        fault={text.you.ageFault}
        value={about.ageYears}
        onChange={(ageYears) => {
          const { ageYears: _old, ...others } = about;
          onChange({ ...draft, about: ageYears === undefined ? others : { ...others, ageYears } });
        }}
      />
      <ChoiceList legend={text.you.level} options={optionsOf(experienceLevels, text.you.levels)} value={about.level} onChange={(level) => set({ level })} />
      <p class="small soft">{text.you.levelNote}</p>
      <Stepper label={text.you.sitting} min={0} max={16} value={hours} shown={fillTemplate(text.you.hours, { count: hours })} onChange={(sittingHoursPerDay) => set({ sittingHoursPerDay })} />
      <TickList legend={text.you.sports} note={text.you.sportsNote} inline options={optionsOf(sports, text.you.sportNames)} values={about.sports ?? []} onChange={(chosen) => set({ sports: chosen })} />
      <div class="action-bar">
        <button type="button" class="button" disabled={!isComplete} onClick={onNext}>
          {text.next}
        </button>
      </div>
    </>
  );
}
