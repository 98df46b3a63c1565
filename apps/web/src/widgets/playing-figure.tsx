import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Movement, MovementTempo, Phase } from '@psoas/body';
import text from '@psoas/knowledge/text/model';
import { useServices } from '../app/services.ts';
import { FigurePlace, type FigurePlaceProps } from './figure-place.tsx';
import { previewPhase } from './figure/preview-phase.ts';

type PlayingFigureProps = Omit<FigurePlaceProps, 'phaseNow'> & {
  /** The tempo of the usual dose; none where the exercise is held. */
  readonly tempo: MovementTempo | undefined;
};

/** A figure that shows the exercise when it is asked to, and stands still until then. */
export function PlayingFigure({ tempo, ...figure }: PlayingFigureProps): JSX.Element {
  const { clock } = useServices();
  const [isPlaying, setPlaying] = useState(false);
  const startedAt = useRef(0);
  useEffect(() => setPlaying(false), [figure.of, figure.side]);
  const phaseNow = (movement: Movement): Phase =>
    previewPhase(movement, tempo, (clock.monotonicMillis() - startedAt.current) / 1000);
  const toggle = (): void => {
    startedAt.current = clock.monotonicMillis();
    setPlaying(!isPlaying);
  };
  return (
    <>
      <FigurePlace {...figure} {...(isPlaying && { phaseNow })} />
      <button type="button" class="button button-quiet" aria-pressed={isPlaying} onClick={toggle}>
        {isPlaying ? text.figure.pause : text.figure.play}
      </button>
    </>
  );
}
