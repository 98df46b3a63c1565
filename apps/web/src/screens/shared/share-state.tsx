import type { ComponentChildren, JSX } from 'preact';
import { ScreenHead } from '../../widgets/screen-head.tsx';

type ShareStateProps = { readonly title: string; readonly lead?: string; readonly kicker?: ComponentChildren; readonly children?: ComponentChildren };

/** Nothing of a share to show: why, and what to do. */
export function ShareState({ title, lead, kicker, children }: ShareStateProps): JSX.Element {
  return (
    <div class="screen narrow">
      <ScreenHead title={title} {...(kicker !== undefined && { kicker })} {...(lead !== undefined && { lead })} />
      {children}
    </div>
  );
}
