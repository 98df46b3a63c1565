import table from '../../data/joints.json' with { type: 'json' };
import { coordinateIndex } from '../pose/coordinates.ts';
import { bodyIndex, bodyNames } from './body-names.ts';

/** An axis of the frame that the earlier rotations of the same joint have left. */
export type Axis = 'x' | 'y' | 'z';

/** One rotation of a joint: `share` times the coordinate's radians about the axis. */
export type JointRotation = { readonly axis: Axis; readonly coordinate: number; readonly share: number };

/** Where a body hangs on its parent, in metres of the model's own stature. */
export type Joint = {
  readonly body: number;
  readonly parent: number;
  readonly inParentMetres: readonly [number, number, number];
  readonly inChildMetres: readonly [number, number, number];
  readonly rotations: readonly JointRotation[];
};

/** The stature whose lengths stand in the data files: vertex to sole, standing in coordinates of 0. */
export const modelStatureMetres = table.statureMetres;

type Row = (typeof table.joints)[number];

/** All joints but the root, each after its parent. Left ones are mirror images of the right ones. */
export const joints: readonly Joint[] = bodyNames.slice(1).map((name) => {
  const isLeft = name.endsWith('_l');
  const row = table.joints.find(({ body }) => body === rightName(name));
  if (row === undefined) throw new Error(`joints.json lacks '${name}'.`);
  return {
    body: bodyIndex(name),
    parent: bodyIndex(isLeft ? leftName(row.parent) : row.parent),
    inParentMetres: point(row.inParentMetres, isLeft),
    inChildMetres: point(row.inChildMetres, isLeft),
    rotations: row.rotations.map((rotation) => jointRotation(rotation, isLeft)),
  };
});

function jointRotation(
  { axis, coordinate, share }: Row['rotations'][number],
  isLeft: boolean,
): JointRotation {
  if (axis !== 'x' && axis !== 'y' && axis !== 'z') throw new Error(`joints.json: no axis '${axis}'.`);
  // A mirror turns rotations about the axes that lie in it the other way round.
  const sign = isLeft && axis !== 'z' ? -1 : 1;
  return {
    axis,
    coordinate: coordinateIndex(isLeft ? leftName(coordinate) : coordinate),
    share: sign * share,
  };
}

/** A point of the data files as three numbers; its mirror image for the left side. */
export function point(metres: readonly number[], isLeft: boolean): readonly [number, number, number] {
  const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = metres;
  if (Number.isNaN(x + y + z)) throw new Error('A point of the data files needs three numbers.');
  return [x, y, isLeft && z !== 0 ? -z : z];
}

/** The right-sided name of a body, point or muscle. */
export function rightName(name: string): string {
  return name.endsWith('_l') ? `${name.slice(0, -1)}r` : name;
}

/** The left-sided name of a body, point or muscle. */
export function leftName(name: string): string {
  return name.endsWith('_r') ? `${name.slice(0, -1)}l` : name;
}
