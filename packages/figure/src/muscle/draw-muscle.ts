import type { Place } from '@psoas/body';
import type { Shape } from '../drawing.ts';
import { blobSize } from '../flesh/flesh.ts';
import type { Pen } from '../outline/pen.ts';
import { drawTube } from '../outline/tube.ts';
import { spotOf, type Camera } from '../view/camera.ts';
import type { MusclePath } from './muscle-path.ts';
import { distanceBetween, mixPlaces } from './places.ts';

/** Thickness follows the square root of length in a body; the picture shows more of it, so that it can be seen. */
const thinning = 1.6;

/** The thickness at the ends against the belly: tendons are thin. */
const tendonShare = 0.42;

/** Points along a line: fewer where many lines lie side by side, for they are drawn in every frame. */
const samplesAlone = 9;
const samplesAmongMany = 7;
const manyLines = 4;

const blobs = new Float64Array(samplesAlone * blobSize);
const rows = [samplesAlone, samplesAmongMany].map((length) => Array.from({ length }, (_, index) => index));

/** A muscle as a spindle along each of its lines: thinner when it is longer. */
export function drawMuscle(pen: Pen, camera: Camera, muscle: MusclePath): Shape {
  const radius = 100 * muscle.radiusMetres * Math.max(0.2, 1 + muscle.changeShare) ** -thinning;
  const row = rows[muscle.lines.length > manyLines ? 1 : 0] ?? [];
  for (const line of muscle.lines) {
    placeLine(camera, line, { radius, samples: row.length });
    if (line.length > 1) drawTube(pen, blobs, row);
  }
  return { key: muscle.key, role: muscle.role, d: pen.take() };
}

type Thickness = { readonly radius: number; readonly samples: number };

function placeLine(camera: Camera, line: readonly Place[], { radius, samples }: Thickness): void {
  const lengths = [0];
  for (let index = 1; index < line.length; index += 1)
    lengths.push((lengths.at(-1) ?? 0) + distanceBetween(line[index - 1], line[index]));
  const total = lengths.at(-1) ?? 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const share = sample / (samples - 1);
    const spot = spotOf(camera, placeAlong(line, lengths, share * total));
    const swell = Math.sin(Math.PI * share) ** 0.8;
    const half = radius * (tendonShare + (1 - tendonShare) * swell);
    const to = sample * blobSize;
    blobs[to] = spot.x;
    blobs[to + 1] = spot.y;
    blobs[to + 2] = spot.depth;
    blobs[to + 3] = half * half;
    blobs[to + 4] = 0;
    blobs[to + 5] = half * half;
  }
}

function placeAlong(line: readonly Place[], lengths: readonly number[], away: number): Place {
  let index = 1;
  while (index < line.length - 1 && (lengths[index] ?? 0) < away) index += 1;
  const [from, to] = [line[index - 1], line[index]];
  const [start, end] = [lengths[index - 1] ?? 0, lengths[index] ?? 0];
  if (from === undefined || to === undefined) return [0, 0, 0];
  const share = end > start ? Math.min(1, (away - start) / (end - start)) : 0;
  return mixPlaces(from, to, share);
}
