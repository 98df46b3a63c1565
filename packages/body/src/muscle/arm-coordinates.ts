import { coordinateIndex, type CoordinateName } from '../pose/coordinates.ts';

/** The coordinates about which muscles have moment arms, in the order of every table of arms. */
export const armCoordinates = [
  'hip_flexion_r',
  'hip_adduction_r',
  'hip_rotation_r',
  'knee_angle_r',
  'hip_flexion_l',
  'hip_adduction_l',
  'hip_rotation_l',
  'knee_angle_l',
  'lumbar_extension',
  'lumbar_bending',
  'lumbar_rotation',
] as const satisfies readonly CoordinateName[];

/** The name of a coordinate that has moment arms. */
export type ArmCoordinate = (typeof armCoordinates)[number];

/** How many moment arms each muscle line has. */
export const armCount = armCoordinates.length;

const armByCoordinate = new Map(armCoordinates.map((name, arm) => [coordinateIndex(name), arm]));

/** The place of a coordinate (by its index) among the arms; undefined for one that no muscle here works on. */
export function armOfCoordinate(coordinate: number): number | undefined {
  return armByCoordinate.get(coordinate);
}
