import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/sync';
import { longestName } from '../../sync/device-names.ts';

/** The name under which the other devices see this one. */
export function NameField({ name, onChange }: { readonly name: string; readonly onChange: (name: string) => void }): JSX.Element {
  return (
    <label class="field">
      <span class="field-label">{text.begin.name}</span>
      <input class="input" type="text" autocomplete="off" maxLength={longestName} value={name} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
      <span class="small soft">{text.begin.nameNote}</span>
    </label>
  );
}
