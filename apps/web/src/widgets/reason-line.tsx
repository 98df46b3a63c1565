import type { JSX } from 'preact';
import { reasonText } from './reason-text.ts';

/** One reason as a sentence. */
export function ReasonLine({ id }: { readonly id: string }): JSX.Element | null {
  const sentence = reasonText(id);
  return sentence === undefined ? null : <p class="soft">{sentence}</p>;
}
