import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

type NumberFieldProps = {
  readonly label: string;
  readonly unit?: string | undefined;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number;
  readonly max?: number;
  /** Said where the number lies outside the two ends. */
  readonly fault?: string;
  /** Below zero is possible: an iPhone's decimal keys have no minus. */
  readonly isSigned?: boolean;
};

/** A typed number; empty is undefined. */
export function NumberField({ label, unit, value, onChange, min, max, fault, isSigned = false }: NumberFieldProps): JSX.Element {
  const id = useId();
  const isOutside = value !== undefined && (value < (min ?? -Infinity) || value > (max ?? Infinity));
  const said = isOutside ? fault : undefined;
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
          inputMode={isSigned ? undefined : 'decimal'}
          step="any"
          min={min}
          max={max}
          value={value ?? ''}
          aria-invalid={said !== undefined}
          {...(fault !== undefined && { 'aria-describedby': `${id}-fault` })}
          onInput={({ currentTarget }) =>
            onChange(Number.isNaN(currentTarget.valueAsNumber) ? undefined : currentTarget.valueAsNumber)
          }
        />
        {unit !== undefined && <span class="soft">{unit}</span>}
      </div>
      {fault !== undefined && (
        <p id={`${id}-fault`} role="status" class="small">
          {said}
        </p>
      )}
    </div>
  );
}
