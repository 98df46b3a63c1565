import type { Shape, ViewBox } from '../drawing.ts';
import type { Pen } from '../outline/pen.ts';
import { drawPolygon } from '../outline/polygon.ts';
import { spotOf, type Camera } from '../view/camera.ts';

/** How far the line of the floor goes beyond the figure, and how thick it is, in centimetres. */
const beyondCm = 6;
const thickCm = 1.5;
const thickSmallCm = 3;

/** Half the depth of the patch of floor that is seen from above, in metres. */
const patchMetres = 0.62;

/** What the floor is drawn by. */
export type Floor = {
  /** The fixed frame of a movement: the floor stands still with it. */
  readonly frame: ViewBox | undefined;
  /** A mat lies on it. */
  readonly isCovered: boolean;
  readonly isSmall: boolean;
};

/** The floor under the figure: a line seen from the side, a patch seen from above. */
export function drawGround(pen: Pen, camera: Camera, { frame, isCovered, isSmall }: Floor): Shape {
  const [left, right] =
    frame === undefined
      ? [pen.bounds.left, pen.bounds.right]
      : [frame.x + beyondCm, frame.x + frame.width - beyondCm];
  const isFromAbove = Math.abs(camera.up[1]) < 0.999;
  if (isFromAbove) {
    if (!isCovered) drawPatch(pen, camera, [left, right]);
    return { key: 'ground', role: 'ground-soft', d: pen.take() };
  }
  const thick = isSmall ? thickSmallCm : thickCm;
  const [from, to] = [left - beyondCm + 1, right + beyondCm - 1];
  const corners = [
    [from, 0],
    [to, 0],
    [to, thick],
    [from, thick],
  ] as const;
  drawPolygon(pen, corners, thick / 2);
  return { key: 'ground', role: 'ground', d: pen.take() };
}

/** A round patch of floor around the middle of what is drawn. */
function drawPatch(pen: Pen, camera: Camera, [left, right]: readonly [number, number]): void {
  const [across, , along] = camera.right;
  const middle = (left + right) / 200;
  // The place on the floor that stands under the middle of the picture.
  const centre =
    Math.abs(across) > Math.abs(along) ? ([middle / across, 0] as const) : ([0, middle / along] as const);
  const wide = Math.max(55, (right - left) / 2) / 100 / (Math.abs(across) + 0.2);
  const corners = Array.from({ length: 8 }, (_, index) => {
    const angle = (index * Math.PI) / 4;
    const { x, y } = spotOf(camera, [
      centre[0] + wide * Math.cos(angle),
      0,
      centre[1] + patchMetres * Math.sin(angle),
    ]);
    return [x, y] as const;
  });
  drawPolygon(pen, corners, 1000);
}
