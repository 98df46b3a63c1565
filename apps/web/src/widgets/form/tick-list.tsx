import type { JSX } from 'preact';
import type { Option } from './choice-list.tsx';

type TickListProps<Value> = {
  readonly legend: string;
  readonly note?: string;
  readonly options: readonly Option<Value>[];
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
  readonly inline?: boolean;
};

/** Any of several: tick boxes as cards. */
export function TickList<Value extends string>({
  legend,
  note,
  options,
  values,
  onChange,
  inline = false,
}: TickListProps<Value>): JSX.Element {
  const toggle = (value: Value): void =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <fieldset class="field">
      <legend class="field-label">{legend}</legend>
      {note !== undefined && <p class="small soft">{note}</p>}
      <div class={inline ? 'choices choices-inline' : 'choices'}>
        {options.map((option) => (
          <label key={option.value} class="choice">
            <input
              type="checkbox"
              checked={values.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            <span>
              {option.label}
              {option.note !== undefined && <span class="choice-note">{option.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
