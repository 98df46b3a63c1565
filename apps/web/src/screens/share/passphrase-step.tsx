import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/share';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';

const words = text.steps.passphrase;
/** Own choice: with scrypt before each try, eight signs that are no word are hard to guess. */
const shortestPassphrase = 8;

type PassphraseStepProps = {
  /** Where a sealed copy of the diary will lie from then on; undefined where it does already. */
  readonly relay: string | undefined;
  readonly isWorking: boolean;
  readonly button: string;
  readonly onDone: (passphrase: string | undefined) => void;
  /** What went wrong. */
  readonly children: ComponentChildren;
};

/** Whether a passphrase opens the page too. */
export function PassphraseStep({ relay, isWorking, button, onDone, children }: PassphraseStepProps): JSX.Element {
  const [isSealed, setSealed] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const isTooShort = passphrase.length < shortestPassphrase;
  return (
    <form
      class="screen"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSealed || !isTooShort) onDone(isSealed ? passphrase : undefined);
      }}
    >
      <ScreenHead title={words.title} />
      <ChoiceList
        legend={words.legend}
        options={[
          { value: false, label: words.no, note: words.noNote },
          { value: true, label: words.yes, note: words.yesNote },
        ]}
        value={isSealed}
        onChange={setSealed}
      />
      {isSealed && (
        <label class="field">
          <span class="field-label">{words.label}</span>
          <input class="input" type="text" autocomplete="off" autocapitalize="off" spellcheck={false} value={passphrase} onInput={({ currentTarget }) => setPassphrase(currentTarget.value)} />
          <span class="small soft">{fillTemplate(words.labelNote, { count: shortestPassphrase })}</span>
        </label>
      )}
      {relay !== undefined && <p class="note small">{fillTemplate(words.sealed, { relay })}</p>}
      {children}
      <div class="action-bar">
        <button type="submit" class="button" disabled={isWorking || (isSealed && isTooShort)}>
          {isWorking ? words.working : button}
        </button>
      </div>
    </form>
  );
}
