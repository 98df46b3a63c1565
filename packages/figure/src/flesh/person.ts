import { bodyIndex } from '@psoas/body';
import type { Build } from './build.ts';
import { clothedArm, followArm, raisedShare } from './clothed-arm.ts';
import { blobSize, placeEllipsoids } from './flesh.ts';
import { rowOf, type Ellipsoid, type RowName } from './rows.ts';

/** The numbers of a row's blobs in the person's table. */
export type Row = readonly number[];

const sidedRows = [
  'thigh',
  'shank',
  'kneecap',
  'shortsLeg',
  'shoe',
  'shoeHeel',
  'shoeTop',
  'shoeToe',
  'sole',
  'soleToe',
  'sock',
  'upperArm',
  'forearm',
  'sleeve',
  'palm',
  'fist',
  'hook',
  'thumb',
  'yoke',
  'armpit',
  'bust',
  'ear',
  'eye',
  'hairSide',
] as const satisfies readonly RowName[];

const middleRows = [
  'pelvis',
  'waistband',
  'shirt',
  'neck',
  'face',
  'chin',
  'nose',
  'mouth',
  'hairBack',
  'hairTop',
  'bun',
  'bob',
  'crop',
] as const satisfies readonly RowName[];

/** The rows of one side of the body. */
export type SidedRows = Readonly<Record<(typeof sidedRows)[number], Row>>;

/** All flesh of a person of one build, and the table that says where it stands in the picture. */
export type Person = {
  readonly ellipsoids: readonly Ellipsoid[];
  readonly blobs: Float64Array;
  readonly middle: Readonly<Record<(typeof middleRows)[number], Row>>;
  readonly right: SidedRows;
  readonly left: SidedRows;
  /** Places everything for a stage; `breath` is 0 when breathed out, 1 when breathed in. */
  readonly place: (stage: Float64Array, breath?: number) => void;
};

/** Makes a person. Placing fills one table again and again. */
export function createPerson(build: Build): Person {
  const ellipsoids: Ellipsoid[] = [];
  const add: AddRow = (name, side) =>
    rowOf(name, side, build).map((ellipsoid) => ellipsoids.push(ellipsoid) - 1);
  const middle = middleFlesh(add);
  const right = sidedFlesh(add, 'right');
  const left = sidedFlesh(add, 'left');
  const blobs = new Float64Array(ellipsoids.length * blobSize);
  const breathing = middle.shirt.slice(1, 5).flatMap((index) => {
    const still = ellipsoids[index];
    return still === undefined ? [] : [[index, still] as const];
  });
  const arms = (['right', 'left'] as const).map((side) =>
    clothedArm(
      side === 'right' ? right : left,
      ellipsoids,
      bodyIndex(side === 'right' ? 'humerus_r' : 'humerus_l'),
    ),
  );
  return {
    ellipsoids,
    blobs,
    middle,
    right,
    left,
    place: (stage, breath = 0) => {
      for (const [index, still] of breathing)
        ellipsoids[index] = breath === 0 ? still : swollen(still, breath);
      for (const arm of arms) followArm(arm, ellipsoids, raisedShare(arm, stage));
      placeEllipsoids(ellipsoids, stage, blobs, 0);
    },
  };
}

/** How far belly and chest come forward in a breath, in metres. Own choice: seen, but quiet. */
const breathMetres = 0.013;

// The back stays where it is; the front comes forward.
function swollen({ body, at: [x, y, z], half: [dx, dy, dz] }: Ellipsoid, breath: number): Ellipsoid {
  const forwards = (breathMetres * breath) / 2;
  return { body, at: [x + forwards, y, z], half: [dx + forwards, dy, dz] };
}

/** Adds a row of ellipsoids to a person and gives their numbers. */
type AddRow = (name: RowName, side: 'left' | 'right') => Row;

function sidedFlesh(add: AddRow, side: 'left' | 'right'): SidedRows {
  return {
    thigh: add('thigh', side),
    shank: add('shank', side),
    kneecap: add('kneecap', side),
    shortsLeg: add('shortsLeg', side),
    shoe: add('shoe', side),
    shoeHeel: add('shoeHeel', side),
    shoeTop: add('shoeTop', side),
    shoeToe: add('shoeToe', side),
    sole: add('sole', side),
    soleToe: add('soleToe', side),
    sock: add('sock', side),
    upperArm: add('upperArm', side),
    forearm: add('forearm', side),
    sleeve: add('sleeve', side),
    palm: add('palm', side),
    fist: add('fist', side),
    hook: add('hook', side),
    thumb: add('thumb', side),
    bust: add('bust', side),
    yoke: add('yoke', side),
    armpit: add('armpit', side),
    ear: add('ear', side),
    eye: add('eye', side),
    hairSide: add('hairSide', side),
  };
}

function middleFlesh(add: AddRow): Person['middle'] {
  return {
    pelvis: add('pelvis', 'right'),
    waistband: add('waistband', 'right'),
    shirt: add('shirt', 'right'),
    neck: add('neck', 'right'),
    face: add('face', 'right'),
    chin: add('chin', 'right'),
    nose: add('nose', 'right'),
    mouth: add('mouth', 'right'),
    hairBack: add('hairBack', 'right'),
    hairTop: add('hairTop', 'right'),
    bun: add('bun', 'right'),
    bob: add('bob', 'right'),
    crop: add('crop', 'right'),
  };
}
