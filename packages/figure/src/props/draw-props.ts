import type { BarProp, BallProp, Prop } from '@psoas/body';
import type { Shape } from '../drawing.ts';
import type { Pen } from '../outline/pen.ts';
import { spotOf, type Camera } from '../view/camera.ts';
import { drawBlock } from './draw-block.ts';
import { drawStrip } from './draw-carried.ts';

/** How far a bar is drawn to each side of the middle, in metres. */
const barReachMetres = 0.6;

/** Everything that stands in the room and does not move with the body. */
export function drawRoom(pen: Pen, camera: Camera, props: readonly Prop[]): readonly Shape[] {
  return props.flatMap((prop): readonly Shape[] => {
    switch (prop.kind) {
      case 'ball':
        return [drawBall(pen, camera, prop)];
      case 'bar':
        return [drawBar(pen, camera, prop)];
      case 'band':
      case 'kettlebell':
      case 'dumbbell':
      case 'ankle-weight':
        return [];
      default:
        return drawBlock(pen, camera, prop);
    }
  });
}

function drawBall(pen: Pen, camera: Camera, { id, atMetres, radiusMetres }: BallProp): Shape {
  const spot = spotOf(camera, atMetres);
  return { key: `${id}-ball`, role: 'weight', d: drawStrip(pen, spot, spot, 100 * radiusMetres) };
}

function drawBar(pen: Pen, camera: Camera, { id, atMetres: [x, y], radiusMetres }: BarProp): Shape {
  const from = spotOf(camera, [x, y, -barReachMetres]);
  const to = spotOf(camera, [x, y, barReachMetres]);
  return { key: `${id}-bar`, role: 'prop-dark', d: drawStrip(pen, from, to, 100 * radiusMetres) };
}
