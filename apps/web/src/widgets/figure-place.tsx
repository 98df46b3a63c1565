import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Movement, Phase } from '@psoas/body';
import type { Side } from '@psoas/kernel';
import type { MovingFigureProps } from './figure/moving-figure.tsx';

export type FigurePlaceProps = {
  /** Id of an exercise or of a self-test. */
  readonly of: string;
  /** Which side works; the picture is mirrored for the left one. */
  readonly side?: Side | 'both';
  /** What the picture shows, in words; without it the picture is decoration. */
  readonly label?: string;
  /** Shows a typical fault, by its id, over a shadow of the right posture. */
  readonly fault?: string;
  /** Shows a variant of the exercise, by its id. */
  readonly variant?: string;
  /** Where the movement is now, asked at every frame; without it the figure stands still. */
  readonly phaseNow?: (movement: Movement) => Phase;
  /** Both sides take turns, one repetition each. */
  readonly inTurn?: boolean;
  /** Small leaves out what a little picture cannot show. */
  readonly detail?: 'full' | 'small';
};

// Once fetched, later figures are there at once.
let loaded: ((props: MovingFigureProps) => JSX.Element | null) | undefined;

/** The place of the figure. Its code and its movement are fetched after the words around it stand. */
export function FigurePlace(props: FigurePlaceProps): JSX.Element {
  const [Figure, setFigure] = useState(() => loaded);
  useEffect(() => {
    if (Figure !== undefined) return;
    void import('./figure/moving-figure.tsx').then(({ MovingFigure }) => {
      loaded = MovingFigure;
      setFigure(() => MovingFigure);
    });
  }, [Figure]);
  return <div class="figure">{Figure !== undefined && <Figure {...props} />}</div>;
}
