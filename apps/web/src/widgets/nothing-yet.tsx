import type { JSX } from 'preact';
import { FigurePlace } from './figure-place.tsx';
import { ScreenHead } from './screen-head.tsx';

type NothingYetProps = {
  readonly title: string;
  readonly lead: string;
  readonly href: string;
  readonly button: string;
  /** Training is stopped: then there is no picture of an exercise. */
  readonly isStopped?: boolean;
};

/** A screen that has nothing to show yet, and the one thing to do instead. */
export function NothingYet({ title, lead, href, button, isStopped = false }: NothingYetProps): JSX.Element {
  return (
    <div class="screen narrow">
      {!isStopped && (
        <div class="card figure-card">
          <FigurePlace of="standing-march" />
        </div>
      )}
      <ScreenHead title={title} lead={lead} />
      <div class="action-bar">
        <a class="button" href={href}>
          {button}
        </a>
      </div>
    </div>
  );
}
