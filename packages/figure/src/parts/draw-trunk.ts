import type { Build } from '../flesh/build.ts';
import { blobSize } from '../flesh/flesh.ts';
import type { Shape } from '../drawing.ts';
import { at } from '../view/stage.ts';
import { depthOf, fleshShape, type Layer, type Sketch } from './sketch.ts';

/** The trunk in its clothes, with the band of the shorts that shows how the pelvis tilts. */
export function drawTrunk(sketch: Sketch, build: Build): Layer {
  const { middle, right, left } = sketch.person;
  const busts = build.girths.bust > 0 ? [right.bust, left.bust] : [];
  return {
    depth: (depthOf(sketch, middle.pelvis[1]) + depthOf(sketch, middle.shirt[4])) / 2,
    shapes: [
      fleshShape(sketch, 'neck', 'skin', [middle.neck]),
      fleshShape(sketch, 'shirt', 'shirt', [middle.shirt, ...busts]),
      fleshShape(sketch, 'pelvis', 'shorts', [middle.pelvis]),
      drawWaistband(sketch),
    ],
  };
}

/** A strip around the waist: from rim to rim of two flat rings of the pelvis. */
function drawWaistband({ pen, person }: Sketch): Shape {
  const [low, high] = person.middle.waistband;
  if (low !== undefined && high !== undefined) {
    const ends = [low, high].map((blob) => rimEnds(person.blobs, blob, [low, high]));
    const [bottom, top] = ends;
    if (bottom !== undefined && top !== undefined) {
      pen.move(bottom.front[0], bottom.front[1]);
      pen.line(top.front[0], top.front[1]);
      pen.line(top.back[0], top.back[1]);
      pen.line(bottom.back[0], bottom.back[1]);
      pen.close();
    }
  }
  return { key: 'waistband', role: 'waistband', d: pen.take() };
}

type Ends = { readonly front: readonly [number, number]; readonly back: readonly [number, number] };

function rimEnds(blobs: Float64Array, blob: number, [low, high]: readonly [number, number]): Ends {
  const dx = at(blobs, high * blobSize) - at(blobs, low * blobSize);
  const dy = at(blobs, high * blobSize + 1) - at(blobs, low * blobSize + 1);
  const length = Math.max(1e-9, Math.hypot(dx, dy));
  const [nx, ny] = [-dy / length, dx / length];
  const from = blob * blobSize;
  const [xx, xy, yy] = [at(blobs, from + 3), at(blobs, from + 4), at(blobs, from + 5)];
  const far = Math.sqrt(Math.max(1e-9, xx * nx * nx + 2 * xy * nx * ny + yy * ny * ny));
  const [px, py] = [(xx * nx + xy * ny) / far, (xy * nx + yy * ny) / far];
  const [x, y] = [at(blobs, from), at(blobs, from + 1)];
  return { front: [x + px, y + py], back: [x - px, y - py] };
}
