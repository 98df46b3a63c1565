import { coordinateIndex, type BallName, type Prop } from '@psoas/body';
import type { Shape } from '../drawing.ts';
import type { Pen } from '../outline/pen.ts';
import type { Grip } from '../parts/draw-arm.ts';
import type { Parts } from '../parts/draw-body.ts';
import type { Layer } from '../parts/sketch.ts';
import type { Stage } from '../view/stage.ts';
import { ballSpot, drawCarried, drawStrip } from './draw-carried.ts';

/** A limb with the weights that it carries. */
export function withCarried(
  parts: Parts,
  side: 'left' | 'right',
  places: readonly string[],
  layer: Layer,
): Layer {
  const suffix = side === 'right' ? '_r' : '_l';
  const hanger = { pen: parts.sketch.pen, camera: parts.camera, stage: parts.stage.table };
  const carried = parts.props.flatMap((prop) => {
    if (prop.kind !== 'kettlebell' && prop.kind !== 'dumbbell' && prop.kind !== 'ankle-weight') return [];
    return places.some((place) => prop.on === `${place}${suffix}`) ? [drawCarried(hanger, prop)] : [];
  });
  if (carried.length === 0) return layer;
  // A weight in a hand lies under the fingers; one on a foot lies over it.
  const isHand = places.includes('palm');
  return {
    depth: layer.depth,
    shapes: isHand ? [...carried, ...layer.shapes] : [...layer.shapes, ...carried],
  };
}

/** Bands between two places of the body. */
export function drawBands(pen: Pen, stage: Stage, props: readonly Prop[]): readonly Shape[] {
  return props.flatMap((prop) =>
    prop.kind === 'band'
      ? [
          {
            key: `${prop.id}-band`,
            role: 'band' as const,
            d: drawStrip(pen, ballSpot(stage.table, prop.from), ballSpot(stage.table, prop.to), 1.3),
          },
        ]
      : [],
  );
}

/** How high above its shoulder a hand has to be raised to hang on a bar, in degrees of the arm. */
const hangingDegrees = 120;

/** How a hand holds what is there. */
export function gripOf(side: 'left' | 'right', values: Float64Array, props: readonly Prop[]): Grip {
  const suffix = side === 'right' ? '_r' : '_l';
  const hands: readonly string[] = [`palm${suffix}`, `fingers${suffix}`, `wrist${suffix}`];
  const isHolding = (on: BallName): boolean => hands.includes(on);
  const raised = values[coordinateIndex(`arm_flex${suffix}`)] ?? 0;
  const isHooked = raised > (hangingDegrees * Math.PI) / 180 && props.some(({ kind }) => kind === 'bar');
  if (isHooked) return 'hook';
  const isClosed = props.some((prop) => {
    switch (prop.kind) {
      case 'kettlebell':
      case 'dumbbell':
        return isHolding(prop.on);
      case 'band':
        return isHolding(prop.from) || isHolding(prop.to);
      default:
        return false;
    }
  });
  return isClosed ? 'fist' : 'open';
}
