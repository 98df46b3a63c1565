import {
  bodyIndex,
  createLineTracer,
  createMuscleEvaluator,
  coordinateCount,
  muscleTableSize,
  placeSize,
  createPlaces,
  placeBodies,
  placePoint,
  joints,
  type BodyModel,
  type MuscleLine,
  type Place,
} from '@psoas/body';
import { createPen } from '../outline/pen.ts';
import type { Camera } from '../view/camera.ts';
import { createStage } from '../view/stage.ts';
import { boneParts, iliacusOrigins, type BonePoint, type BoneTone } from './bone-parts.ts';
import { drawBone } from './draw-bone.ts';
import { drawStrand, type Strand } from './draw-strand.ts';

/** One painted shape, in centimetres of the picture. */
export type AnatomyShape = {
  readonly key: string;
  /** The bone or muscle it is part of, with its side, such as `femur_r`. */
  readonly part: string;
  readonly paint: BoneTone | 'wing-inside' | 'muscle';
  /** For a muscle of several strands: which of them, counted from 0. */
  readonly strand: number;
  readonly d: string;
  readonly depth: number;
};

/** Paints bones and muscles as a camera sees them. */
export type AnatomyPainter = (
  values: Float64Array,
  camera: Camera,
  shows: (part: string) => boolean,
) => readonly AnatomyShape[];

/** Thickness of a strand by its strength: its cross-section follows strength. Drawn slimmer, so that one sees between. */
const radiusPerRootNewton = 0.046;

/** The fan of the iliacus is flat: its strands are wider than they are thick. */
const fanSwell = 1.3;

/** Muscles of one or few lines are drawn slimmer than their strength asks, so that they hide less. */
const slimShare = 0.72;

/** A muscle of steady volume thins with the root of its length; the picture shows more of it. */
const thinning = 2;

/** How far the outermost strand lies from the middle one where all share one way, in metres. */
const spreadMetres = 0.0085;

/** Makes the painter of a model. Shapes come farthest first. */
export function createAnatomyPainter(model: BodyModel): AnatomyPainter {
  const trace = createLineTracer(model);
  const measure = createMuscleEvaluator(model);
  const neutral = new Float64Array(muscleTableSize(model));
  measure(new Float64Array(coordinateCount), neutral);
  const lengths = new Float64Array(muscleTableSize(model));
  const places = createPlaces();
  const pen = createPen();
  return (values, camera, shows) => {
    const stage = createStage(camera);
    stage.place(values);
    placeBodies(joints, values, places);
    measure(values, lengths);
    const ways = trace(values);
    const bones = boneParts
      .filter(({ bone }) => shows(bone))
      .map((part): AnatomyShape => {
        const { d, depth, showsInside } = drawBone(pen, part, stage.table);
        const isInside = part.tone === 'wing' && showsInside !== part.bone.endsWith('_l');
        return {
          key: part.key,
          part: part.bone,
          paint: isInside ? 'wing-inside' : part.tone,
          strand: 0,
          d,
          depth,
        };
      });
    const strands = model.lines.flatMap((line, index) => {
      if (!shows(line.muscle)) return [];
      const ratio = (lengths[index] ?? 1) / (neutral[index] ?? 1);
      return strandsOf(line, { way: ways[index] ?? [], ratio, places, lines: model.lines }).flatMap(
        (strand, each) =>
          drawStrand(pen, camera, strand).map(({ d, depth }, piece): AnatomyShape => ({
            key: `${line.name}-${each}-${piece}`,
            part: line.muscle,
            paint: 'muscle',
            strand: line.muscle.startsWith('iliacus') ? each : strandNumber(line, model.lines),
            d,
            depth,
          })),
      );
    });
    const all = [...bones, ...strands.map((strand) => besideWing(strand, bones))];
    return all.toSorted((first, second) => first.depth - second.depth);
  };
}

/** How far, in centimetres, a muscle of the bowl is set before or behind the hip bone's wing. */
const wingGap = 0.1;

// Psoas and iliacus lie inside the bowl: before the wing where its inside is seen, behind it otherwise. The mean
// depth of a large curved sheet cannot tell.
function besideWing(strand: AnatomyShape, bones: readonly AnatomyShape[]): AnatomyShape {
  const isInBowl = /^(psoas|iliacus)_[rl]$/.test(strand.part) && !/-[3]$/.test(strand.key);
  const side = strand.part.slice(-1);
  const wing = isInBowl
    ? bones.find(({ part, paint }) => part === `hip_bone_${side}` && paint.startsWith('wing'))
    : undefined;
  if (wing === undefined) return strand;
  const depth =
    wing.paint === 'wing-inside'
      ? Math.max(strand.depth, wing.depth + wingGap)
      : strand.part.startsWith('iliacus')
        ? Math.min(strand.depth, wing.depth - wingGap)
        : strand.depth;
  return { ...strand, depth };
}

type StrandPlace = {
  readonly way: readonly Place[];
  /** Its length against neutral standing. */
  readonly ratio: number;
  readonly places: Float64Array;
  readonly lines: readonly MuscleLine[];
};

function strandsOf(line: MuscleLine, { way, ratio, places, lines }: StrandPlace): readonly Strand[] {
  const full = radiusPerRootNewton * ratio ** (-thinning / 2);
  const isLeft = line.muscle.endsWith('_l');
  if (line.muscle.startsWith('iliacus')) {
    const origins = iliacusOrigins(isLeft ? 'left' : 'right');
    const radiusCentimetres = fanSwell * full * Math.sqrt(line.maxForceNewtons / origins.length);
    return origins.map((origin, index) => ({
      way: [worldPlace(places, origin), ...way.slice(1)],
      radiusCentimetres,
      endShares: [0.7, 0.35],
      besideMetres: sideways(
        places,
        (isLeft ? -1 : 1) * spreadMetres * (1 - (2 * index) / (origins.length - 1)),
      ),
    }));
  }
  const siblings = lines.filter(({ muscle }) => muscle === line.muscle);
  const isPsoas = line.muscle.startsWith('psoas_') && siblings.length > 1;
  const number = strandNumber(line, lines);
  const spread = isPsoas ? spreadMetres * (1 - (2 * number) / (siblings.length - 1)) : 0;
  return [
    {
      way,
      radiusCentimetres: (isPsoas ? 1 : slimShare) * full * Math.sqrt(line.maxForceNewtons),
      endShares: isPsoas ? [0.62, 0.4] : [0.35, 0.35],
      besideMetres: sideways(places, (isLeft ? -1 : 1) * spread),
    },
  ];
}

function strandNumber(line: MuscleLine, lines: readonly MuscleLine[]): number {
  return lines.filter(({ muscle }) => muscle === line.muscle).indexOf(line);
}

const pelvis = bodyIndex('pelvis') * placeSize;

/** A way to the right of the pelvis, in the world. */
function sideways(places: Float64Array, metres: number): Place {
  const column = (row: number): number => metres * (places[pelvis + 5 + 3 * row] ?? 0);
  return [column(0), column(1), column(2)];
}

const point = new Float64Array(3);

function worldPlace(places: Float64Array, { body, atMetres }: BonePoint): Place {
  placePoint(places, { body, centreMetres: atMetres }, point, 0);
  return [point[0] ?? 0, point[1] ?? 0, point[2] ?? 0];
}
