import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/sync';
import { readRelayAddress } from '../../sync/relay-address.ts';

type RelayFieldProps = {
  /** The origin of a relay, or undefined while what stands there is none. */
  readonly onChange: (relay: string | undefined) => void;
};

/** Where the diary is passed on: the relay of the app, unless somebody has another one. */
export function RelayField({ onChange }: RelayFieldProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const isInvalid = typed.trim() !== '' && readRelayAddress(typed) === undefined;
  const take = (next: string): void => {
    setTyped(next);
    onChange(next.trim() === '' ? window.location.origin : readRelayAddress(next));
  };
  return (
    <details class="more">
      <summary>{text.relay.title}</summary>
      <div class="more-body">
        <label class="field">
          <span class="field-label">{text.relay.label}</span>
          <input class="input" type="url" inputMode="url" autocomplete="off" placeholder={window.location.origin} value={typed} aria-invalid={isInvalid} onInput={({ currentTarget }) => take(currentTarget.value)} />
          <span class="small soft">{text.relay.note}</span>
        </label>
        <p role="alert">{isInvalid ? text.relay.invalid : ''}</p>
      </div>
    </details>
  );
}
