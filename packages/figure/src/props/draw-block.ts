import type { BlockProp, Place } from '@psoas/body';
import type { Role, Shape } from '../drawing.ts';
import type { Pen } from '../outline/pen.ts';
import { drawPolygon, hullOf, type Corner } from '../outline/polygon.ts';
import { spotOf, type Camera } from '../view/camera.ts';

type Box = { readonly from: Place; readonly to: Place };
type BoxLook = { readonly key: string; readonly role: Role; readonly radius: number };

/** What the person sits, lies, kneels or stands on: its whole outline, then what lies lighter or darker on it. */
export function drawBlock(pen: Pen, camera: Camera, prop: BlockProp): readonly Shape[] {
  const { id, kind, fromMetres: from, toMetres: to } = prop;
  const box = { from, to };
  const draw = (part: Box, look: BoxLook): Shape => {
    drawBox(pen, camera, part, look.radius);
    return { key: `${id}-${look.key}`, role: look.role, d: pen.take() };
  };
  switch (kind) {
    case 'mat':
      return [draw(box, { key: 'mat', role: 'prop-top', radius: 0.5 })];
    case 'cushion':
      return [draw(box, { key: 'cushion', role: 'prop-top', radius: 3 })];
    case 'wall':
      return [draw(box, { key: 'wall', role: 'prop', radius: 0.4 })];
    case 'box':
      return [
        draw(box, { key: 'box', role: 'prop', radius: 1.2 }),
        draw({ from: [from[0], to[1] - 0.03, from[2]], to }, { key: 'lid', role: 'prop-top', radius: 1.2 }),
      ];
    case 'chair':
      return drawChair(draw, box);
    case 'bed':
    case 'couch':
      return drawBed(draw, box, kind === 'couch');
  }
}

/** How far forwards a chair stands on which nobody sits, in metres. */
const inFrontMetres = 0.1;

function drawChair(draw: (part: Box, look: BoxLook) => Shape, { from, to }: Box): readonly Shape[] {
  const seat = to[1];
  // A chair that stands well in front is one to hold on to or to step on: its back is away from the person.
  const back = from[0] > inFrontMetres ? to[0] - 0.005 : from[0] - 0.035;
  const low: Place = [from[0], seat - 0.05, from[2]];
  const legs = [
    [from[0] + 0.02, from[2] + 0.01],
    [to[0] - 0.055, from[2] + 0.01],
    [from[0] + 0.02, to[2] - 0.045],
    [to[0] - 0.055, to[2] - 0.045],
  ] as const;
  return [
    ...legs.map(([x, z], index) =>
      draw(
        { from: [x, 0, z], to: [x + 0.035, seat - 0.03, z + 0.035] },
        { key: `leg-${index}`, role: 'prop-dark', radius: 1 },
      ),
    ),
    draw(
      { from: [back, seat - 0.04, from[2]], to: [back + 0.04, seat + 0.42, to[2]] },
      { key: 'back', role: 'prop', radius: 1.8 },
    ),
    draw({ from: low, to }, { key: 'seat', role: 'prop-top', radius: 2 }),
  ];
}

function drawBed(
  draw: (part: Box, look: BoxLook) => Shape,
  { from, to }: Box,
  isCouch: boolean,
): readonly Shape[] {
  const mattress = Math.min(0.18, (to[1] - from[1]) * 0.45);
  const foot = Math.min(0.08, to[1] * 0.2);
  return [
    draw(
      { from: [from[0] + 0.04, 0, from[2] + 0.03], to: [to[0] - 0.04, foot + 0.02, to[2] - 0.03] },
      { key: 'feet', role: 'prop-dark', radius: 0.6 },
    ),
    draw(
      { from: [from[0], foot, from[2]], to: [to[0], to[1] - mattress + 0.03, to[2]] },
      { key: 'frame', role: 'prop', radius: isCouch ? 4 : 2 },
    ),
    draw(
      { from: [from[0], to[1] - mattress, from[2]], to },
      { key: 'mattress', role: 'prop-top', radius: isCouch ? 5 : 4 },
    ),
  ];
}

function drawBox(pen: Pen, camera: Camera, { from, to }: Box, radius: number): void {
  const corners: Corner[] = [];
  for (const x of [from[0], to[0]])
    for (const y of [from[1], to[1]])
      for (const z of [from[2], to[2]]) {
        const spot = spotOf(camera, [x, y, z]);
        corners.push([spot.x, spot.y]);
      }
  drawPolygon(pen, hullOf(corners), radius);
}
