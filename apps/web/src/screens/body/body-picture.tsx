import type { JSX, TargetedPointerEvent } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { poseToArray } from '@psoas/body';
import type { AnatomyShape } from '@psoas/figure/bones';
import { fillTemplate, type Side } from '@psoas/kernel';
import text from '@psoas/knowledge/text/body';
import type { Anatomy } from './anatomy.ts';
import { cameraOfSight, directionOf, frameOf, turned, type Sight, type Zoom } from './framing.ts';
import { isNeighbour, isOf, partOf, type ChosenPart } from './parts.ts';
import type { Posture } from './posture.ts';

type BodyPictureProps = {
  readonly anatomy: Anatomy;
  readonly posture: Posture;
  readonly side: Side;
  readonly sight: Sight;
  readonly zoom: Zoom;
  readonly showsNeighbours: boolean;
  readonly chosen: ChosenPart | undefined;
  readonly onTurn: (sight: Sight) => void;
  readonly onChoose: (part: ChosenPart | undefined) => void;
};

/** Degrees of turn for one press of an arrow key. */
const stepDegrees = 15;

/** Bones and muscles in a posture. Dragging or the arrow keys turn them; a touch names what lies there. */
export function BodyPicture(props: BodyPictureProps): JSX.Element {
  const { sight, onTurn } = props;
  const pointer = usePointer(props);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') props.onChoose(undefined);
    const by = turnByKey(event.key);
    if (by === undefined) return;
    event.preventDefault();
    onTurn(turned(sight, by));
  };
  const seen = fillTemplate(sight.tiltDegrees === 0 ? text.view.seenFrom : text.view.seenFromHeight, {
    direction: text.view.directions[directionOf(sight)],
    degrees: sight.tiltDegrees,
  });
  return (
    <div
      class="body-picture"
      role="slider"
      tabIndex={0}
      aria-label={text.view.turn}
      aria-valuemin={0}
      aria-valuemax={359}
      aria-valuenow={Math.round(sight.turnDegrees)}
      aria-valuetext={seen}
      onKeyDown={onKeyDown}
      {...pointer}
    >
      <Shapes {...props} />
    </div>
  );
}

function turnByKey(key: string): Sight | undefined {
  switch (key) {
    case 'ArrowRight':
      return { turnDegrees: stepDegrees, tiltDegrees: 0 };
    case 'ArrowLeft':
      return { turnDegrees: -stepDegrees, tiltDegrees: 0 };
    case 'ArrowUp':
      return { turnDegrees: 0, tiltDegrees: stepDegrees / 3 };
    case 'ArrowDown':
      return { turnDegrees: 0, tiltDegrees: -stepDegrees / 3 };
    default:
      return undefined;
  }
}

function Shapes({
  anatomy,
  posture,
  side,
  sight,
  zoom,
  showsNeighbours,
  chosen,
}: BodyPictureProps): JSX.Element {
  const { shapes, frame } = useMemo(() => {
    const values = poseToArray(posture.pose);
    const camera = cameraOfSight(sight);
    const isChosen = (part: string): boolean => chosen !== undefined && isOf(part, chosen);
    const shows = (part: string): boolean =>
      !isNeighbour(part) || isChosen(part) || (showsNeighbours && isOnSide(part, side));
    return {
      shapes: anatomy.paint(values, camera, shows),
      frame: frameOf(posture.start, values, { camera, zoom }),
    };
  }, [anatomy, posture, side, sight, zoom, showsNeighbours, chosen]);
  // The psoas last: it is what the picture is about.
  const through = shapes
    .filter(({ part }) => shinesThrough(part, side))
    .toSorted(
      (first, second) => Number(first.part.startsWith('psoas')) - Number(second.part.startsWith('psoas')),
    );
  const named = chosen === undefined ? [] : shapes.filter(({ part }) => isOf(part, chosen));
  return (
    <svg viewBox={frame.viewBox} aria-hidden="true" focusable="false">
      <Shades />
      <g transform={`translate(${frame.shiftX.toFixed(2)} ${frame.shiftY.toFixed(2)})`}>
        {shapes.map(shapePath)}
        <g class="body-through">{through.map(shapePath)}</g>
        {named.length > 0 && (
          <>
            <path class="body-chosen-edge" d={named.map(({ d }) => d).join('')} />
            <g class="body-chosen">{named.map(shapePath)}</g>
          </>
        )}
      </g>
    </svg>
  );
}

// The light comes from the upper left.
function Shades(): JSX.Element {
  return (
    <defs>
      <linearGradient id="bone-shade" x1="0" y1="0" x2="1" y2="0.6">
        <stop class="bone-light" offset="0" />
        <stop class="bone-middle" offset="0.55" />
        <stop class="bone-dark" offset="1" />
      </linearGradient>
    </defs>
  );
}

// Where a bone covers a lit muscle of the moving side, the muscle shines through.
function shinesThrough(part: string, side: Side): boolean {
  return /^(psoas|iliacus|rectus_femoris|psoas_minor)_[rl]$/.test(part) && isOnSide(part, side);
}

function isOnSide(part: string, side: Side): boolean {
  return part.endsWith(side === 'right' ? '_r' : '_l');
}

function shapePath({ part, paint, strand, d }: AnatomyShape, index: number): JSX.Element {
  const muscle = /^(psoas_minor|psoas|iliacus|rectus_femoris)_/.exec(part)?.[1] ?? 'neighbour';
  const kind = paint === 'muscle' ? `strand ${muscle}${strand % 2 === 1 ? ' odd' : ''}` : `bone ${paint}`;
  return <path key={index} class={kind} data-part={part} d={d} />;
}

type PointerHandler = (event: TargetedPointerEvent<HTMLDivElement>) => void;
type PointerHandlers = {
  readonly [Name in 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel']: PointerHandler;
};

type Drag = { readonly x: number; readonly y: number; readonly from: Sight; isTurning: boolean };

/** Degrees of turn for a pixel of drag, and how far a finger may slip and still touch. */
const degreesPerPixel = 0.6;
const slipPixels = 6;

function usePointer({ sight, onTurn, onChoose }: BodyPictureProps): PointerHandlers {
  const drag = useRef<Drag | undefined>(undefined);
  return {
    onPointerDown: (event) => {
      drag.current = { x: event.clientX, y: event.clientY, from: sight, isTurning: false };
    },
    onPointerMove: (event) => {
      const now = drag.current;
      if (now === undefined || (event.pointerType === 'mouse' && event.buttons === 0)) return;
      const [right, down] = [event.clientX - now.x, event.clientY - now.y];
      if (!now.isTurning && Math.hypot(right, down) < slipPixels) return;
      if (!now.isTurning) event.currentTarget.setPointerCapture(event.pointerId);
      now.isTurning = true;
      // A finger that moves up or down scrolls the page.
      const tiltDegrees = event.pointerType === 'mouse' ? Math.round(down * degreesPerPixel * 0.5) : 0;
      onTurn(turned(now.from, { turnDegrees: Math.round(right * degreesPerPixel), tiltDegrees }));
    },
    onPointerUp: (event) => {
      if (drag.current?.isTurning === false) onChoose(partNear(event.clientX, event.clientY));
      drag.current = undefined;
    },
    onPointerCancel: () => {
      drag.current = undefined;
    },
  };
}

// Strands are thin and fingers are not: what lies beside the touch counts too.
const near = [0, -6, 6, -11, 11] as const;

function partNear(x: number, y: number): ChosenPart | undefined {
  for (const right of near)
    for (const down of near) {
      const touched = document.elementFromPoint(x + right, y + down);
      const painted = touched instanceof SVGElement ? touched.dataset['part'] : undefined;
      const part = painted === undefined ? undefined : partOf(painted);
      if (part !== undefined) return part;
    }
  return undefined;
}
