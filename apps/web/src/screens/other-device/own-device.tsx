import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/sync';
import { longestName } from '../../sync/device-names.ts';

/** This device in the list, and its name to change. */
export function OwnDevice({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }): JSX.Element {
  const [typed, setTyped] = useState<string>();
  if (typed === undefined)
    return (
      <div class="spread">
        <span class="row-text">
          <span class="row-title">{name}</span>
          <span class="row-note">{text.devices.this}</span>
        </span>
        <button type="button" class="text-button" onClick={() => setTyped(name)}>
          {text.devices.rename}
        </button>
      </div>
    );
  return (
    <form
      class="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        onName(typed);
        setTyped(undefined);
      }}
    >
      <label class="field">
        <span class="field-label">{text.begin.name}</span>
        <input class="input" type="text" autocomplete="off" maxLength={longestName} value={typed} onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
      </label>
      <button type="submit" class="text-button">
        {text.devices.save}
      </button>
    </form>
  );
}
