import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/sync';
import { NameField } from './name-field.tsx';

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
      <NameField name={typed} onChange={setTyped} />
      <button type="submit" class="text-button">
        {text.devices.save}
      </button>
    </form>
  );
}
