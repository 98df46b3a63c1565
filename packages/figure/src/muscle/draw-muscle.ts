import type { Place } from '@psoas/body';
import type { Shape } from '../drawing.ts';
import { blobSize } from '../flesh/flesh.ts';
import type { Pen } from '../outline/pen.ts';
import { drawTube } from '../outline/tube.ts';
import { spotOf, type Camera } from '../view/camera.ts';
import type { MusclePath } from './muscle-path.ts';

/** Thickness follows the square root of length in a body; the picture shows more of it, so that it can be seen. */
const thinning = 1.6;

/** The thickness at the ends against the belly: tendons are thin. */
const tendonShare = 0.42;

const samples = 8;
const blobs = new Float64Array(samples * blobSize);
const row = Array.from({ length: samples }, (_, index) => index);

/** A muscle as a spindle along each of its lines: thinner when it is longer. */
export function drawMuscle(pen: Pen, camera: Camera, muscle: MusclePath): Shape {
  const radius = 100 * muscle.radiusMetres * Math.max(0.2, 1 + muscle.changeShare) ** -thinning;
  for (const line of muscle.lines) drawLine(pen, camera, line, radius);
  return { key: muscle.key, role: muscle.role, d: pen.take() };
}

function drawLine(pen: Pen, camera: Camera, line: readonly Place[], radius: number): void {
  const lengths = [0];
  for (let index = 1; index < line.length; index += 1)
    lengths.push((lengths.at(-1) ?? 0) + distance(line[index - 1], line[index]));
  const total = lengths.at(-1) ?? 0;
  if (total <= 0) return;
  for (let sample = 0; sample < samples; sample += 1) {
    const share = sample / (samples - 1);
    const spot = spotOf(camera, placeAlong(line, lengths, share * total));
    const swell = Math.sin(Math.PI * share) ** 0.8;
    const half = radius * (tendonShare + (1 - tendonShare) * swell);
    blobs.set([spot.x, spot.y, spot.depth, half * half, 0, half * half], sample * blobSize);
  }
  drawTube(pen, blobs, row);
}

function placeAlong(line: readonly Place[], lengths: readonly number[], away: number): Place {
  let index = 1;
  while (index < line.length - 1 && (lengths[index] ?? 0) < away) index += 1;
  const [from, to] = [line[index - 1], line[index]];
  const [start, end] = [lengths[index - 1] ?? 0, lengths[index] ?? 0];
  if (from === undefined || to === undefined) return [0, 0, 0];
  const share = end > start ? Math.min(1, (away - start) / (end - start)) : 0;
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

function distance(from: Place | undefined, to: Place | undefined): number {
  return from === undefined || to === undefined
    ? 0
    : Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
}
