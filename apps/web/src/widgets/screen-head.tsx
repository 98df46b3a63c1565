import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/shell';
import { isComingBack } from '../app/router.tsx';

type ScreenHeadProps = {
  readonly title: string;
  readonly kicker?: ComponentChildren;
  readonly lead?: ComponentChildren;
};

// The first screen of a visit leaves the focus where the browser put it.
let isFirstScreen = true;

/** The head of a screen. Names the page and moves the focus to its title when the screen changes. */
export function ScreenHead({ title, kicker, lead }: ScreenHeadProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = fillTemplate(text.title, { screen: title });
    if (!isFirstScreen)
      heading.current?.focus({ preventScroll: window.location.hash !== '' || isComingBack() });
    isFirstScreen = false;
  }, [title]);
  return (
    <div class="screen-head">
      {kicker !== undefined && <p class="kicker">{kicker}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
    </div>
  );
}
