import type { JSX } from 'preact';

/** Sentences below each other. */
export function Lines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <ul class="stack-tight">
      {lines.map((line, index) => (
        <li key={`${index}:${line}`}>{line}</li>
      ))}
    </ul>
  );
}
