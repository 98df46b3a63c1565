import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

type PainScaleProps = {
  readonly legend: string;
  readonly none: string;
  readonly worst: string;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
};

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Pain from 0 to 10. */
export function PainScale({ legend, none, worst, value, onChange }: PainScaleProps): JSX.Element {
  const name = useId();
  return (
    <fieldset class="field">
      <legend class="field-label">{legend}</legend>
      <div class="scale">
        {levels.map((level) => (
          <label key={level}>
            <input type="radio" name={name} checked={value === level} onChange={() => onChange(level)} />
            {level}
          </label>
        ))}
      </div>
      <div class="scale-ends" aria-hidden="true">
        <span>0 {none}</span>
        <span>10 {worst}</span>
      </div>
    </fieldset>
  );
}
