import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/shared';
import { ScreenHead } from '../../widgets/screen-head.tsx';

type PassphraseFormProps = { readonly isWrong: boolean; readonly isWorking: boolean; readonly onOpen: (passphrase: string) => void };

/** Asks for the passphrase of a link. Trying it takes a second or two on purpose, so that guessing is slow. */
export function PassphraseForm({ isWrong, isWorking, onOpen }: PassphraseFormProps): JSX.Element {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      class="screen narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWorking && passphrase !== '') onOpen(passphrase);
      }}
    >
      <ScreenHead title={text.passphrase.title} lead={text.passphrase.lead} />
      <label class="field">
        <span class="field-label">{text.passphrase.label}</span>
        <input class="input" type="password" autocomplete="off" maxLength={200} value={passphrase} onInput={({ currentTarget }) => setPassphrase(currentTarget.value)} />
      </label>
      <p role="alert">{isWorking ? '' : isWrong ? text.passphrase.wrong : ''}</p>
      <p role="status" class="soft">
        {isWorking ? text.passphrase.working : ''}
      </p>
      <div class="action-bar">
        <button type="submit" class="button" disabled={isWorking || passphrase === ''}>
          {text.passphrase.open}
        </button>
      </div>
    </form>
  );
}
