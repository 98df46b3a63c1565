import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

type NumberFieldProps = {
  readonly label: string;
  readonly unit?: string | undefined;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number;
  readonly max?: number;
};

/** A typed number; empty is undefined. */
export function NumberField({ label, unit, value, onChange, min, max }: NumberFieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="input-row">
        <input
          id={id}
          class="input input-number"
          type="number"
          inputMode="decimal"
          step="any"
          min={min}
          max={max}
          value={value ?? ''}
          onInput={({ currentTarget }) =>
            onChange(Number.isNaN(currentTarget.valueAsNumber) ? undefined : currentTarget.valueAsNumber)
          }
        />
        {unit !== undefined && <span class="soft">{unit}</span>}
      </div>
    </div>
  );
}
