import type { JSX } from 'preact';

type SwitchProps = { readonly label: string; readonly note?: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };

/** On or off. */
export function Switch({ label, note, isOn, onChange }: SwitchProps): JSX.Element {
  return (
    <label class="switch">
      <span class="row-text">
        <span class="field-label">{label}</span>
        {note !== undefined && <span class="choice-note">{note}</span>}
      </span>
      <input type="checkbox" role="switch" aria-checked={isOn} checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    </label>
  );
}
