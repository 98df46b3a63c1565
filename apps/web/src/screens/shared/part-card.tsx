import type { ComponentChildren, JSX } from 'preact';
import type { SharedView, SharePartId } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/shared';

type PartCardProps = {
  readonly part: SharePartId;
  readonly view: SharedView;
  readonly title: string;
  readonly children: ComponentChildren;
};

/** [SH-17] One part of what is shared; what is not shared is said to be. */
export function PartCard({ part, view, title, children }: PartCardProps): JSX.Element {
  const isShared = view.standing?.parts.includes(part) === true;
  return (
    <section class="card stack">
      <h2>{title}</h2>
      {view[part] === undefined ? <p class="soft">{isShared ? text.notYet : text.notShared}</p> : children}
    </section>
  );
}
