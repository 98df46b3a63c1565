import type { ComponentChildren, JSX } from 'preact';

type SettingsGroupProps = {
  /** What an address can name after its #. */
  readonly id: string;
  readonly title: string;
  /** What is inside, in a few words. */
  readonly note: string;
  readonly children: ComponentChildren;
};

/** Settings that belong together, closed until somebody wants them. */
export function SettingsGroup({ id, title, note, children }: SettingsGroupProps): JSX.Element {
  return (
    <details class="card settings-group" id={id}>
      {/* Its label is the text inside, which the rule does not see behind the heading. */}
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <summary>
        <span class="row-text">
          <h2>{title}</h2>
          <span class="choice-note">{note}</span>
        </span>
        <span class="chevron" aria-hidden="true" />
      </summary>
      <div class="settings-body">{children}</div>
    </details>
  );
}
