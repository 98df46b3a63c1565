import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export type Option<Value> = {
  readonly value: Value;
  readonly label: string;
  readonly note?: string | undefined;
};

type ChoiceListProps<Value> = {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  /** Short options side by side. */
  readonly inline?: boolean;
  readonly hidesLegend?: boolean;
};

/** One of several: radio buttons as cards. */
export function ChoiceList<Value extends string | number | boolean>(
  props: ChoiceListProps<Value>,
): JSX.Element {
  const { legend, options, value, onChange, inline = false, hidesLegend = false } = props;
  const name = useId();
  return (
    <fieldset class="field">
      <legend class={hidesLegend ? 'visually-hidden' : 'field-label'}>{legend}</legend>
      <div class={inline ? 'choices choices-inline' : 'choices'}>
        {options.map((option) => (
          <label key={String(option.value)} class="choice">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
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
