import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import text from '@psoas/knowledge/text/player';

type PainScaleProps = {
  readonly legend: string;
  readonly note?: string;
  readonly value: number | undefined;
  readonly onChange: (pain: number) => void;
};

const numbers = Array.from({ length: 11 }, (_, pain) => pain);

/** Pain from 0 to 10 as one row of radio buttons: arrow keys move, the ends are named. */
export function PainScale({ legend, note, value, onChange }: PainScaleProps): JSX.Element {
  const name = useId();
  return (
    <fieldset class="field">
      <legend class="field-label">{legend}</legend>
      {note !== undefined && <p class="soft small">{note}</p>}
      <div class="scale">
        {numbers.map((pain) => (
          <label key={pain}>
            <input type="radio" name={name} checked={value === pain} onChange={() => onChange(pain)} />
            {pain}
          </label>
        ))}
      </div>
      <p class="scale-ends" aria-hidden="true">
        <span>{text.ask.painNone}</span>
        <span>{text.ask.painWorst}</span>
      </p>
    </fieldset>
  );
}
