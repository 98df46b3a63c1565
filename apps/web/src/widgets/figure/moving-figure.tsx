import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Movement } from '@psoas/body';
import { colourByRole, type Drawing } from '@psoas/figure';
import type { FigurePlaceProps } from '../figure-place.tsx';
import { useMovement, type LitMovement } from './figure-movement.ts';
import { createStaging, type Staging } from './staging.ts';

/** Between two ways that are worked out ahead: a frame or two. */
const preparingMillis = 30;

export type MovingFigureProps = FigurePlaceProps;

/** A person who shows an exercise: still, or moving with the time that the caller tells. */
export function MovingFigure(props: MovingFigureProps): JSX.Element | null {
  const lit = useMovement(props.of);
  return lit === undefined ? null : <StagedFigure {...props} {...lit} />;
}

function StagedFigure({ movement, lights, ...props }: MovingFigureProps & LitMovement): JSX.Element {
  const { side, fault, variant, detail = 'full', label } = props;
  const staging = useMemo(
    () =>
      createStaging(movement, {
        side: side === 'left' ? 'left' : 'right',
        fault,
        variant,
        detail,
        lights,
      }),
    [movement, lights, side, fault, variant, detail],
  );
  const drawing = useDrawing(staging, movement, props);
  const { x, y, width, height } = drawing.viewBox;
  return (
    <svg
      viewBox={`${x} ${y} ${width} ${height}`}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {drawing.shapes.map(({ key, role, d }) => (
        <path key={key} fill={`var(${colourByRole[role].variable})`} d={d} />
      ))}
    </svg>
  );
}

// The drawing of now: made anew at every frame while there is a time to follow.
function useDrawing(
  staging: Staging,
  movement: Movement,
  { phaseNow, inTurn = false }: MovingFigureProps,
): Drawing {
  const latest = useRef({ phaseNow, inTurn });
  latest.current = { phaseNow, inTurn };
  const isMoving = phaseNow !== undefined;
  const draw = (): Drawing => {
    const now = latest.current;
    return now.phaseNow === undefined
      ? staging.still()
      : staging.at(now.phaseNow(movement), { inTurn: now.inTurn, byKeyframes: prefersStillness() });
  };
  const [shown, setShown] = useState(() => ({ staging, drawing: draw() }));
  useEffect(() => {
    if (!isMoving) {
      setShown({ staging, drawing: draw() });
      return;
    }
    let request = 0;
    const follow = (): void => {
      setShown({ staging, drawing: draw() });
      request = requestAnimationFrame(follow);
    };
    follow();
    // Between frames, so that no frame waits for a way that is still to be worked out.
    let timer = 0;
    const prepare = (): void => {
      if (staging.prepareNext()) timer = window.setTimeout(prepare, preparingMillis);
    };
    prepare();
    return () => {
      cancelAnimationFrame(request);
      window.clearTimeout(timer);
    };
  }, [staging, isMoving]);
  return shown.staging === staging ? shown.drawing : draw();
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
