import type { JSX } from 'preact';

/** What lies open, word for word, in a window of its own that scrolls. */
export function WholeText({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  return (
    // It scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre class="calendar-text" tabIndex={0} role="region" aria-label={label} translate={false}>
      {text}
    </pre>
  );
}
