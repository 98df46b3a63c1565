import { coordinateNames } from '@psoas/body';
import type { Side } from '@psoas/kernel';

/** Joints that others record and our model does not move, without `_r` and `_l`. */
const recordedOnly = ['knee_adduction', 'knee_rotation', 'subtalar_angle', 'pro_sup', 'wrist_dev'];

const known: ReadonlySet<string> = new Set([
  ...coordinateNames,
  ...recordedOnly.flatMap((name) => [`${name}_r`, `${name}_l`]),
]);

/** Other models' names for the same joint: Christophy's and Raabe's lumbar spine, the flat models of Moco. */
const nameByOtherName: ReadonlyMap<string, string> = new Map([
  ['flex_extension', 'lumbar_extension'],
  ['lat_bending', 'lumbar_bending'],
  ['axial_rotation', 'lumbar_rotation'],
  ['lumbar', 'lumbar_extension'],
]);

/**
 * The coordinate that a column of a motion file holds, under its plain name; undefined for everything else (speeds,
 * forces, markers, muscles). Reads `hip_flexion_r` and the state paths of OpenSim 4 and 3.3:
 * `/jointset/hip_r/hip_flexion_r/value`, the same without `/value`, `hip_r/hip_flexion_r/value`.
 */
export function plainCoordinateName(label: string): string | undefined {
  const parts = label.split('/').filter((part) => part !== '');
  const isValue = parts.length > 1 && parts.at(-1) === 'value';
  if (parts.length > 1 && !isValue && parts[0] !== 'jointset') return undefined;
  const name = isValue ? parts.at(-2) : parts.at(-1);
  if (name === undefined) return undefined;
  const plain = nameByOtherName.get(name) ?? name;
  return known.has(plain) ? plain : undefined;
}

/** Whether a label is written as a state path, whose angles OpenSim keeps in radians. */
export function isStatePath(label: string): boolean {
  return label.endsWith('/value');
}

/** Whether a coordinate is a distance in metres, not an angle. */
export function isTranslation(coordinate: string): boolean {
  return /_t[xyz]$/.test(coordinate);
}

/** Whether a coordinate can wind up by whole turns: the heading, and the arms. */
export function isWinding(coordinate: string): boolean {
  return coordinate === 'pelvis_rotation' || coordinate.startsWith('arm_');
}

/** The coordinates that the lengths of the hip flexors depend on, by the side that they belong to. */
export const lengthCoordinates = {
  middle: ['lumbar_extension', 'lumbar_bending', 'lumbar_rotation'],
  right: ['hip_flexion_r', 'hip_adduction_r', 'hip_rotation_r', 'knee_angle_r'],
  left: ['hip_flexion_l', 'hip_adduction_l', 'hip_rotation_l', 'knee_angle_l'],
} as const;

/** The coordinate of hip flexion on a side. */
export function hipFlexionOf(side: Side): string {
  return side === 'right' ? 'hip_flexion_r' : 'hip_flexion_l';
}

/** The coordinate of knee flexion on a side. */
export function kneeAngleOf(side: Side): string {
  return side === 'right' ? 'knee_angle_r' : 'knee_angle_l';
}
