import { err, ok, type Result } from '@psoas/kernel';
import {
  coordinateCount,
  coordinateIndex,
  coordinates,
  isCoordinateName,
  otherSideCoordinate,
  type CoordinateName,
} from './coordinates.ts';

/** A posture: degrees (metres for pelvis_tx, _ty, _tz) by coordinate name. One left out is 0. */
export type Pose = { readonly [Name in CoordinateName]?: number };

/** A coordinate that the model does not know, or a value outside the range it is made for. */
export type PoseError =
  | { readonly kind: 'unknown-coordinate'; readonly coordinate: string }
  | {
      readonly kind: 'out-of-range';
      readonly coordinate: CoordinateName;
      readonly value: number;
      readonly min: number;
      readonly max: number;
      readonly unit: 'degrees' | 'metres';
    };

const radiansPerDegree = Math.PI / 180;

/** Checks a map of coordinates from outside: names that exist, numbers within the model's range. */
export function checkPose(values: { readonly [name: string]: number | undefined }): Result<Pose, PoseError> {
  for (const [name, value] of Object.entries(values)) {
    if (!isCoordinateName(name)) return err({ kind: 'unknown-coordinate', coordinate: name });
    const range = coordinates[coordinateIndex(name)];
    if (range === undefined || value === undefined) continue;
    if (!(value >= range.min && value <= range.max)) {
      return err({
        kind: 'out-of-range',
        coordinate: name,
        value,
        min: range.min,
        max: range.max,
        unit: range.unit,
      });
    }
  }
  return ok(values);
}

/** Writes a pose as radians and metres in the order of `coordinateNames`, for the calculations. */
export function poseToArray(
  pose: Pose,
  into: Float64Array = new Float64Array(coordinateCount),
): Float64Array {
  for (const [index, { name, unit }] of coordinates.entries()) {
    const value = pose[name] ?? 0;
    into[index] = unit === 'degrees' ? value * radiansPerDegree : value;
  }
  return into;
}

/** The pose of values in radians and metres in the order of `coordinateNames`; coordinates of 0 are left out. */
export function arrayToPose(values: Float64Array): Pose {
  const pose: { [Name in CoordinateName]?: number } = {};
  for (const [index, { name, unit }] of coordinates.entries()) {
    const value = values[index] ?? 0;
    if (value !== 0) pose[name] = unit === 'degrees' ? value / radiansPerDegree : value;
  }
  return pose;
}

const flippedByMirror: ReadonlySet<string> = new Set([
  'pelvis_tz',
  'pelvis_list',
  'pelvis_rotation',
  'lumbar_bending',
  'lumbar_rotation',
  'neck_bending',
  'neck_rotation',
]);

/** The mirror image of a pose: left and right change places. */
export function mirrorPose(pose: Pose): Pose {
  const mirrored: { [Name in CoordinateName]?: number } = {};
  for (const { name } of coordinates) {
    const value = pose[name];
    if (value !== undefined)
      mirrored[otherSideCoordinate(name)] = flippedByMirror.has(name) && value !== 0 ? -value : value;
  }
  return mirrored;
}

/** A share of the way from one pose to another, coordinate by coordinate; `share` is 0..1. */
export function poseBetween(from: Pose, to: Pose, share: number): Pose {
  const between: { [Name in CoordinateName]?: number } = {};
  for (const { name } of coordinates) {
    const start = from[name] ?? 0;
    const end = to[name] ?? 0;
    if (start !== 0 || end !== 0) between[name] = start + (end - start) * share;
  }
  return between;
}
