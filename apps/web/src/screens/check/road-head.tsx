import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/check';

type RoadHeadProps = { readonly index: number; readonly count: number; readonly onBack: (() => void) | undefined };

/** How far along the road, and the way back. */
export function RoadHead({ index, count, onBack }: RoadHeadProps): JSX.Element {
  const label = fillTemplate(text.step, { step: index + 1, steps: count });
  const bar = (element: HTMLSpanElement | null): void => {
    if (element !== null) element.style.width = `${Math.round(((index + 1) / count) * 100)}%`;
  };
  return (
    <div class="road-head">
      <button type="button" class="road-back" aria-label={text.back} disabled={onBack === undefined} onClick={onBack}>
        <span class="chevron chevron-back" aria-hidden="true" />
      </button>
      <div class="road" role="progressbar" aria-label={label} aria-valuemin={1} aria-valuemax={count} aria-valuenow={index + 1}>
        <span ref={bar} />
      </div>
      <span class="small soft" aria-hidden="true">
        {index + 1}/{count}
      </span>
    </div>
  );
}
