import table from '../../data/surface.json' with { type: 'json' };
import { bodyIndex } from '../model/body-names.ts';
import { leftName, point, rightName } from '../model/joints.ts';

/** The balls that stand for the skin, by name: what can touch something, and what the figure is drawn over. */
export const ballNames = [
  'pubis',
  'sacrum',
  'belly',
  'ribs',
  'chest',
  'nape',
  'skull',
  'chin',
  'iliac_r',
  'buttock_r',
  'hip_r',
  'thigh_r',
  'knee_r',
  'calf_r',
  'ankle_r',
  'heel_r',
  'ball_r',
  'toe_r',
  'shoulder_r',
  'elbow_r',
  'wrist_r',
  'palm_r',
  'fingers_r',
  'iliac_l',
  'buttock_l',
  'hip_l',
  'thigh_l',
  'knee_l',
  'calf_l',
  'ankle_l',
  'heel_l',
  'ball_l',
  'toe_l',
  'shoulder_l',
  'elbow_l',
  'wrist_l',
  'palm_l',
  'fingers_l',
] as const;

/** The name of a ball of the surface. */
export type BallName = (typeof ballNames)[number];

/** A ball of the surface, in its body's frame and in metres of the model's own stature. */
export type Ball = {
  readonly name: BallName;
  readonly body: number;
  readonly centreMetres: readonly [number, number, number];
  readonly radiusMetres: number;
};

/** All balls in the order of `ballNames`, from `data/surface.json`. */
export const balls: readonly Ball[] = ballNames.map((name) => {
  const isLeft = name.endsWith('_l');
  const row = table.balls.find((each) => each.name === rightName(name));
  if (row === undefined) throw new Error(`surface.json lacks '${name}'.`);
  return {
    name,
    body: bodyIndex(isLeft ? leftName(row.body) : row.body),
    centreMetres: point(row.atMetres, isLeft),
    radiusMetres: row.radiusMetres,
  };
});

/** The place of a ball in `balls`. An unknown name is a fault of our data files. */
export function ballIndex(name: string): number {
  const index = ballNames.findIndex((ball) => ball === name);
  if (index < 0) throw new Error(`The surface has no ball '${name}'.`);
  return index;
}
