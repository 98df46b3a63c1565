import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/sync';

type WordsFieldProps = { readonly value: string; readonly onChange: (words: string) => void };

/** A field for the 24 words. Nothing in the browser learns or mends them. */
export function WordsField({ value, onChange }: WordsFieldProps): JSX.Element {
  return (
    <label class="field">
      <span class="field-label">{text.link.words}</span>
      <textarea class="input words-input" rows={5} autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck={false} value={value} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
      <span class="small soft">{text.link.wordsNote}</span>
    </label>
  );
}
