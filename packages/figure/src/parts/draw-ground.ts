import type { Shape } from '../drawing.ts';
import type { Pen } from '../outline/pen.ts';
import { drawPolygon } from '../outline/polygon.ts';
import type { Camera } from '../view/camera.ts';

/** How far the line of the floor goes beyond the figure, and how thick it is, in centimetres. */
const beyondCm = 6;
const thickCm = 1.5;

/** The floor under the figure; nothing for one that hangs. */
export function drawGround(
  pen: Pen,
  camera: Camera,
  { isHanging }: { readonly isHanging: boolean },
): readonly Shape[] {
  if (isHanging) return [];
  const { left, right } = pen.bounds;
  const [from, to] = [left - beyondCm, right + beyondCm];
  const deep = 28 * Math.abs(camera.up[2]) + 28 * Math.abs(camera.up[0]);
  drawPolygon(
    pen,
    [
      [from, -deep],
      [to, -deep],
      [to, deep + thickCm],
      [from, deep + thickCm],
    ],
    Math.max(thickCm / 2, deep),
  );
  return [{ key: 'ground', role: 'ground', d: pen.take() }];
}
