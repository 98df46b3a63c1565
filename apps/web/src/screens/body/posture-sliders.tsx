import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { fillTemplate, type Side } from '@psoas/kernel';
import text from '@psoas/knowledge/text/body';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import {
  moveSlider,
  sliderRange,
  sliderValue,
  tuckLimitDegrees,
  tuckPelvis,
  type PelvisRule,
  type Posture,
  type Slider,
} from './posture.ts';

type PostureSlidersProps = {
  readonly posture: Posture;
  readonly side: Side;
  readonly rule: PelvisRule;
  readonly onMove: (posture: Posture) => void;
  readonly onRule: (rule: PelvisRule) => void;
};

const rules = ['thigh-stays', 'hip-angle-stays'] as const;

/** The joints, each with a slider in plain words; none leaves the range of the model. */
export function PostureSliders({ posture, side, rule, onMove, onRule }: PostureSlidersProps): JSX.Element {
  const joint = (slider: Slider): JSX.Element => (
    <Range
      label={text.sliders[slider]}
      words={text.sliders[`${slider}Words`]}
      range={sliderRange(slider)}
      value={sliderValue(posture, slider, side)}
      onInput={(degrees) => onMove(moveSlider(posture, slider, { side, degrees }))}
    />
  );
  return (
    <div class="stack">
      {joint('hip')}
      <Range
        label={text.sliders.tuck}
        words={text.sliders.tuckWords}
        range={{ min: -tuckLimitDegrees, max: tuckLimitDegrees }}
        value={posture.tuckDegrees}
        onInput={(degrees) => onMove(tuckPelvis(posture, rule, degrees))}
      />
      <ChoiceList
        legend={text.sliders.rule}
        inline
        options={rules.map((value) => ({ value, label: text.sliders.rules[value] }))}
        value={rule}
        onChange={onRule}
      />
      <p class="small soft">{text.sliders.ruleNotes[rule]}</p>
      {joint('curve')}
      {joint('knee')}
      {joint('out')}
    </div>
  );
}

type RangeProps = {
  readonly label: string;
  readonly words: { readonly minus: string; readonly zero: string; readonly plus: string };
  readonly range: { readonly min: number; readonly max: number };
  readonly value: number;
  readonly onInput: (degrees: number) => void;
};

function Range({ label, words, range: { min, max }, value, onInput }: RangeProps): JSX.Element {
  const id = useId();
  const said = degreesInWords(value, words);
  return (
    <div class="body-range">
      <label class="field-label" for={id}>
        {label}
      </label>
      <output for={id} class="body-range-value">
        {said}
      </output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step="1"
        value={Math.round(value)}
        aria-valuetext={said}
        onInput={({ currentTarget }) => onInput(currentTarget.valueAsNumber)}
      />
    </div>
  );
}

/** Degrees with the direction in words. */
export function degreesInWords(value: number, { minus, zero, plus }: RangeProps['words']): string {
  const degrees = Math.round(value);
  return degrees === 0 ? zero : fillTemplate(degrees < 0 ? minus : plus, { degrees: Math.abs(degrees) });
}
