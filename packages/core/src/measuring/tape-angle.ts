import { err, ok, type Result } from '@psoas/kernel';
import { thighAngleDegrees } from '../selfcheck/index.ts';
import { toTenth } from './to-tenth.ts';

/** Height of the middle of the kneecap above the edge (negative below it), and the length from hip to knee. */
export type TapeReading = { readonly heightCentimetres: number; readonly lengthCentimetres: number };

/** Which number cannot be, what was read, and what is allowed. */
export type TapeFault = { readonly field: keyof TapeReading; readonly found: number; readonly min: number; readonly max: number };

/** The same ends as in the answers of a check. */
const lengthRange = { min: 20, max: 70 } as const;

/** [ME-01] The thigh's angle above (+) or below (-) the edge in degrees, to a tenth: arcsin(height / length) (source S3). */
export function thighAngleByTape({ heightCentimetres, lengthCentimetres }: TapeReading): Result<number, TapeFault> {
  if (!(lengthCentimetres >= lengthRange.min && lengthCentimetres <= lengthRange.max))
    return err({ field: 'lengthCentimetres', found: lengthCentimetres, ...lengthRange });
  if (!(Math.abs(heightCentimetres) <= lengthCentimetres))
    return err({ field: 'heightCentimetres', found: heightCentimetres, min: -lengthCentimetres, max: lengthCentimetres });
  return ok(toTenth(thighAngleDegrees({ heightCentimetres, thighCentimetres: lengthCentimetres })));
}
