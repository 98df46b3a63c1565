import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/clients';

/** The way to the people whom a professional looks after. */
export function ClientsRow(): JSX.Element {
  return (
    <a class="card settings-link" href="/clients">
      <span class="settings-link-title row-text">
        {text.settings.title}
        <span class="choice-note">{text.settings.note}</span>
      </span>
      <span class="chevron" aria-hidden="true" />
    </a>
  );
}
