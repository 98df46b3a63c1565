import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Movement } from '@psoas/body';
import { colourByRole, edgeByRole, edgeCm, type Drawing, type Role } from '@psoas/figure';
import type { MovementModule } from '@psoas/knowledge/types';
import { useSettings } from '../../app/use-settings.ts';
import '../../styles/tones.css';
import type { FigurePlaceProps } from '../figure-place.tsx';
import { useMovement } from './figure-movement.ts';
import type { Staging } from './staging.ts';
import { createStill, type Still } from './still.ts';

/** Between two ways that are worked out ahead: a frame or two. */
const preparingMillis = 30;

export type MovingFigureProps = FigurePlaceProps;

/** A person who shows an exercise: still, or moving with the time that the caller tells. */
export function MovingFigure(props: MovingFigureProps): JSX.Element | null {
  const known = useMovement(props.of);
  return known === undefined ? null : <StagedFigure {...props} {...known} />;
}

function StagedFigure({ movement, lights, seen, ...props }: MovingFigureProps & MovementModule): JSX.Element {
  const { side, fault, variant, detail = 'full', label } = props;
  const [{ figureBuild }] = useSettings();
  const still = useMemo(
    () =>
      createStill(movement, {
        side: side === 'left' ? 'left' : 'right',
        fault,
        variant,
        detail,
        build: figureBuild,
        lights,
      }),
    [movement, lights, side, fault, variant, detail, figureBuild],
  );
  const drawing = useDrawing(still, props);
  const isTheExercise = fault === undefined && variant === undefined;
  const spoken =
    label === undefined || !isTheExercise ? label : `${label.replace(/\.$/, '')}. ${seen[side === 'left' ? 'left' : 'right']}`;
  const { x, y, width, height } = drawing.viewBox;
  return (
    <svg
      viewBox={`${x} ${y} ${width} ${height}`}
      role={label === undefined ? undefined : 'img'}
      aria-label={spoken}
      aria-hidden={label === undefined}
    >
      {drawing.shapes.map(({ key, role, d }) => (
        <path key={key} fill={`var(${colourByRole[role].variable})`} {...edgeOf(role)} d={d} />
      ))}
    </svg>
  );
}

// Shoes would be lost on a light card without an edge. It is painted first, so that none runs across a shape.
function edgeOf(role: Role): Partial<JSX.IntrinsicElements['path']> {
  const edge = edgeByRole[role];
  if (edge === undefined) return {};
  return {
    stroke: `var(${colourByRole[edge].variable})`,
    'stroke-width': 2 * edgeCm,
    'paint-order': 'stroke',
  };
}

// The drawing of now: made anew at every frame while there is a time to follow. What moves a figure is fetched then.
function useDrawing(still: Still, { phaseNow, inTurn = false }: MovingFigureProps): Drawing {
  const latest = useRef({ phaseNow, inTurn });
  latest.current = { phaseNow, inTurn };
  const isMoving = phaseNow !== undefined;
  const [shown, setShown] = useState(() => ({ still, drawing: still.draw() }));
  useEffect(() => {
    if (!isMoving) {
      setShown({ still, drawing: still.draw() });
      return;
    }
    let stop = (): void => undefined;
    let isCurrent = true;
    void import('./staging.ts').then(({ createStaging }) => {
      if (isCurrent)
        stop = follow(createStaging(still), still.movement, latest, (drawing) =>
          setShown({ still, drawing }),
        );
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [still, isMoving]);
  return shown.still === still ? shown.drawing : still.draw();
}

type Latest = {
  readonly current: {
    readonly phaseNow: MovingFigureProps['phaseNow'] | undefined;
    readonly inTurn: boolean;
  };
};

// Draws at every frame until it is told to stop; works ways out between frames, so that no frame waits for one.
function follow(
  staging: Staging,
  movement: Movement,
  latest: Latest,
  onDraw: (drawing: Drawing) => void,
): () => void {
  let request = 0;
  let timer = 0;
  let shown: Drawing | undefined;
  const draw = (): void => {
    const { phaseNow, inTurn } = latest.current;
    const drawing = phaseNow && staging.at(phaseNow(movement), { inTurn, byKeyframes: prefersStillness() });
    // Who stands still costs nothing.
    if (drawing !== undefined && drawing !== shown) onDraw(drawing);
    shown = drawing;
    request = requestAnimationFrame(draw);
  };
  const prepare = (): void => {
    if (staging.prepareNext()) timer = window.setTimeout(prepare, preparingMillis);
  };
  draw();
  prepare();
  return () => {
    cancelAnimationFrame(request);
    window.clearTimeout(timer);
  };
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
