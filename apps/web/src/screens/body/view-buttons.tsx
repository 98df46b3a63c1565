import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/body';
import { sights, zooms, type Sight, type Zoom } from './framing.ts';

type ViewButtonsProps = {
  readonly sight: Sight;
  /** A sight as it is for the moving side. */
  readonly sightOf: (view: Sight) => Sight;
  readonly onTurn: (sight: Sight) => void;
};

const views = ['front', 'three-quarter', 'side', 'back'] as const;

/** Turns the picture to one of four sights. */
export function ViewButtons({ sight, sightOf, onTurn }: ViewButtonsProps): JSX.Element {
  return (
    <div class="body-views" role="group" aria-label={text.view.buttons}>
      {views.map((view) => {
        const target = sightOf(sights[view]);
        const isNow = target.turnDegrees === sight.turnDegrees && target.tiltDegrees === sight.tiltDegrees;
        return (
          <button
            key={view}
            type="button"
            class="chip-button"
            aria-pressed={isNow}
            onClick={() => onTurn(target)}
          >
            {text.view[view]}
          </button>
        );
      })}
    </div>
  );
}

/** Shows less or more of the body. */
export function ZoomButtons({
  zoom,
  onZoom,
}: {
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
}): JSX.Element {
  const place = zooms.indexOf(zoom);
  const button = (label: string, sign: string, to: Zoom | undefined): JSX.Element => (
    <button
      type="button"
      class="chip-button body-zoom"
      aria-label={label}
      disabled={to === undefined}
      onClick={() => to !== undefined && onZoom(to)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <div class="body-zooms">
      {button(text.view.closer, '+', zooms[place - 1])}
      {button(text.view.wider, '−', zooms[place + 1])}
    </div>
  );
}
