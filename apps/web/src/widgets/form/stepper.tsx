import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

type StepperProps = {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** The value in words, such as `3 days`. */
  readonly shown: string;
  readonly onChange: (value: number) => void;
};

/** A number between two ends, changed by minus and plus. */
export function Stepper({ label, value, min, max, step = 1, shown, onChange }: StepperProps): JSX.Element {
  const id = useId();
  const to = (next: number): void => onChange(Math.min(max, Math.max(min, next)));
  return (
    <div class="spread" role="group" aria-labelledby={id}>
      <span id={id} class="field-label">
        {label}
      </span>
      <span class="stepper">
        <button
          type="button"
          aria-label={`− ${label}`}
          disabled={value <= min}
          onClick={() => to(value - step)}
        >
          −
        </button>
        <output aria-live="polite">{shown}</output>
        <button
          type="button"
          aria-label={`+ ${label}`}
          disabled={value >= max}
          onClick={() => to(value + step)}
        >
          +
        </button>
      </span>
    </div>
  );
}
