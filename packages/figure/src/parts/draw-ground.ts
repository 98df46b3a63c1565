import type { Shape } from '../drawing.ts';
import type { Pen } from '../outline/pen.ts';
import { drawPolygon } from '../outline/polygon.ts';
import { spotOf, type Camera, type Direction } from '../view/camera.ts';

/** How far the line of the floor goes beyond the figure, and how thick it is, in centimetres. */
const beyondCm = 6;
const thickCm = 1.5;

/** Where the feet, knees and hands of people are, from front to back and side to side, in metres. */
const patchMetres = [0.75, 0.42] as const;

/** The floor under the figure: a line seen from the side, a patch seen from above; nothing for one that hangs. */
export function drawGround(
  pen: Pen,
  camera: Camera,
  { isHanging, isCovered }: { readonly isHanging: boolean; readonly isCovered: boolean },
): readonly Shape[] {
  if (isHanging) return [];
  const isFromAbove = Math.abs(camera.up[1]) < 0.999;
  if (isFromAbove) {
    if (!isCovered) drawPatch(pen, camera);
    return [{ key: 'ground', role: 'ground-soft', d: pen.take() }];
  }
  const [from, to] = [pen.bounds.left - beyondCm, pen.bounds.right + beyondCm];
  drawPolygon(
    pen,
    [
      [from, 0],
      [to, 0],
      [to, thickCm],
      [from, thickCm],
    ],
    thickCm / 2,
  );
  return [{ key: 'ground', role: 'ground', d: pen.take() }];
}

/** A round patch of floor around the middle of what is drawn. */
function drawPatch(pen: Pen, camera: Camera): void {
  const middle = (pen.bounds.left + pen.bounds.right) / 2;
  const wide = Math.max(0.45, (pen.bounds.right - pen.bounds.left) / 200);
  const [long, broad] = patchMetres;
  const corners = Array.from({ length: 8 }, (_, index) => {
    const angle = (index * Math.PI) / 4;
    const place: Direction = [wide * Math.cos(angle) * long * 1.6, 0, wide * Math.sin(angle) * broad * 2];
    const { x, y } = spotOf(camera, place);
    return [x + middle, y] as const;
  });
  drawPolygon(pen, corners, 1000);
}
