import type { Place } from '@psoas/body';
import { blobSize } from '../flesh/flesh.ts';
import type { Pen } from '../outline/pen.ts';
import { drawTube } from '../outline/tube.ts';
import { spotOf, type Camera } from '../view/camera.ts';
import { distanceBetween, mixPlaces } from '../muscle/places.ts';

/** A strand of muscle: its way through the world in metres, and how thick it is. */
export type Strand = {
  readonly way: readonly Place[];
  /** Half its thickness at the belly, in centimetres. */
  readonly radiusCentimetres: number;
  /** The thickness at the origin and at the insertion, as shares of the belly's. */
  readonly endShares: readonly [number, number];
  /** How far the middle of the strand lies beside its line, so that strands that share a way can be told apart. */
  readonly besideMetres: Place;
};

/** A piece of a strand, short enough to lie wholly before or behind a bone. */
export type DrawnPiece = { readonly d: string; readonly depth: number };

const samples = 19;
const piecesPerStrand = 4;
const smoothings = 2;
const blobs = new Float64Array(samples * blobSize);

/** Draws a strand as a few pieces that overlap a little. */
export function drawStrand(pen: Pen, camera: Camera, strand: Strand): readonly DrawnPiece[] {
  const places = smoothed(samplesAlong(strand.way)).map((place, index) => beside(place, index, strand));
  const depths: number[] = [];
  for (const [index, place] of places.entries()) {
    const spot = spotOf(camera, place);
    const radius = strand.radiusCentimetres * thickness(index / (samples - 1), strand.endShares);
    blobs.set([spot.x, spot.y, spot.depth, radius * radius, 0, radius * radius], index * blobSize);
    depths.push(spot.depth);
  }
  return Array.from({ length: piecesPerStrand }, (_, piece) => {
    const first = Math.round((piece * (samples - 1)) / piecesPerStrand);
    const last = Math.round(((piece + 1) * (samples - 1)) / piecesPerStrand);
    const row = Array.from({ length: last - first + 1 }, (__, index) => first + index);
    drawTube(pen, blobs, row);
    const depth = row.reduce((sum, index) => sum + (depths[index] ?? 0), 0) / row.length;
    return { d: pen.take(), depth };
  });
}

function thickness(share: number, [origin, insertion]: readonly [number, number]): number {
  const end = share < 0.5 ? origin : insertion;
  return end + (1 - end) * Math.sin(Math.PI * share) ** 0.8;
}

function beside(place: Place, index: number, { besideMetres: [x, y, z] }: Strand): Place {
  const share = Math.sin((Math.PI * index) / (samples - 1));
  return [place[0] + share * x, place[1] + share * y, place[2] + share * z];
}

/** Points at equal distances along a way. */
function samplesAlong(way: readonly Place[]): readonly Place[] {
  const lengths = [0];
  for (let index = 1; index < way.length; index += 1)
    lengths.push((lengths.at(-1) ?? 0) + distanceBetween(way[index - 1], way[index]));
  const total = lengths.at(-1) ?? 0;
  let before = 0;
  return Array.from({ length: samples }, (_, sample): Place => {
    const away = (total * sample) / (samples - 1);
    while (before < way.length - 2 && (lengths[before + 1] ?? 0) < away) before += 1;
    const [from = [0, 0, 0], to = from] = [way[before], way[before + 1]];
    const [start = 0, end = 0] = [lengths[before], lengths[before + 1]];
    return mixPlaces(from, to, end > start ? Math.min(1, (away - start) / (end - start)) : 0);
  });
}

/** Takes the corners off a way; its ends stay. */
function smoothed(places: readonly Place[]): readonly Place[] {
  let now = places;
  for (let time = 0; time < smoothings; time += 1) {
    const row = now;
    now = row.map((place, index) => {
      const [before, after] = [row[index - 1], row[index + 1]];
      return before === undefined || after === undefined
        ? place
        : mixPlaces(place, mixPlaces(before, after, 0.5), 0.5);
    });
  }
  return now;
}
