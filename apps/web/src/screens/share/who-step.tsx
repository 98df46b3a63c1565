import type { JSX } from 'preact';
import { longestCallMe } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/share';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { ShareStepProps } from './new-share.tsx';

const words = text.steps.who;
/** A label is for one line of a list. */
const longestLabel = 60;

/** With whom: a name for the own list, and one for them. */
export function WhoStep({ draft: { label, callMe }, onChange, onNext }: ShareStepProps): JSX.Element {
  return (
    <form
      class="screen"
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim() !== '') onNext();
      }}
    >
      <ScreenHead title={words.title} />
      <label class="field">
        <span class="field-label">{words.label}</span>
        <input class="input" type="text" autocomplete="off" maxLength={longestLabel} value={label} onInput={({ currentTarget }) => onChange({ label: currentTarget.value })} />
        <span class="small soft">{words.labelNote}</span>
      </label>
      <label class="field">
        <span class="field-label">{words.callMe}</span>
        <input class="input" type="text" autocomplete="off" maxLength={longestCallMe} value={callMe} onInput={({ currentTarget }) => onChange({ callMe: currentTarget.value })} />
        <span class="small soft">{words.callMeNote}</span>
      </label>
      <div class="action-bar">
        <button type="submit" class="button" disabled={label.trim() === ''}>
          {text.steps.next}
        </button>
      </div>
    </form>
  );
}
