import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/corrections';

/** A link to a source; articles go by their short title. */
export function Cite({ source }: { readonly source: string }): JSX.Element {
  const short: Readonly<Record<string, string>> = text.short;
  return (
    <a
      class="cite"
      href={`/sources#${source}`}
      aria-label={fillTemplate(text.sourceLink, { source: short[source] ?? source })}
    >
      {short[source] ?? source}
    </a>
  );
}
