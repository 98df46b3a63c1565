import type { JSX } from 'preact';
import { stillPoseOf } from './figure/poses.ts';
import { StillFigure } from './figure/still-figure.tsx';

type FigurePlaceProps = {
  /** Id of an exercise or of a self-test. */
  readonly of: string;
  /** Which side works; the picture is mirrored for the left one. */
  readonly side?: 'left' | 'right' | 'both';
  /** What the picture shows, in words; without it the picture is decoration. */
  readonly label?: string;
};

/** The place of the figure: shows how an exercise or a test looks. */
export function FigurePlace({ of, side = 'right', label }: FigurePlaceProps): JSX.Element {
  return (
    <div class={side === 'left' ? 'figure figure-mirrored' : 'figure'}>
      <StillFigure pose={stillPoseOf(of)} label={label} />
    </div>
  );
}
