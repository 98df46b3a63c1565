import type { SidedRows } from '../flesh/person.ts';
import type { Shape } from '../drawing.ts';
import { depthOf, fleshShape, type Layer, type Sketch } from './sketch.ts';

/** How much nearer to the eye a knee is than hip or ankle, in centimetres, before it is painted over them. */
const kneeInFrontCm = 12;

/** So many blobs of the thigh lie under the shorts. */
const hiddenByShorts = 2;

/** A leg: skin, shorts and shoe. */
export function drawLeg(sketch: Sketch, rows: SidedRows, key: string, isFar: boolean): Layer {
  const skin = isFar ? 'skin-far' : 'skin';
  const thigh = fleshShape(sketch, `${key}-thigh`, skin, [rows.thigh.slice(hiddenByShorts)]);
  const shank = fleshShape(sketch, `${key}-shank`, skin, [rows.shank, rows.kneecap]);
  const shorts = fleshShape(sketch, `${key}-shorts`, isFar ? 'shorts-far' : 'shorts', [rows.shortsLeg]);
  const hip = depthOf(sketch, rows.thigh[0]);
  const knee = depthOf(sketch, rows.shank[0]);
  const ankle = depthOf(sketch, rows.shank.at(-1));
  const foot = drawFoot(sketch, rows, key, isFar);
  return {
    // The foot swings far and hides little: it does not decide.
    depth: (hip + knee) / 2,
    shapes: inOrder({ hip, knee, ankle }, { thigh, shorts, shank, foot }),
  };
}

type Depths = { readonly hip: number; readonly knee: number; readonly ankle: number };
type LegShapes = {
  readonly thigh: Shape;
  readonly shorts: Shape;
  readonly shank: Shape;
  readonly foot: readonly Shape[];
};

/** A knee that points at the eye lies over the shorts; a foot that points away lies behind the shin. */
function inOrder({ hip, knee, ankle }: Depths, { thigh, shorts, shank, foot }: LegShapes): readonly Shape[] {
  if (knee - hip > kneeInFrontCm)
    return knee - ankle > kneeInFrontCm ? [...foot, thigh, shorts, shank] : [thigh, shorts, shank, ...foot];
  return knee - ankle > kneeInFrontCm ? [...foot, shank, thigh, shorts] : [thigh, shank, ...foot, shorts];
}

/** Sock, shoe and sole; the sole over the shoe where one sees it from below. */
function drawFoot(sketch: Sketch, rows: SidedRows, key: string, isFar: boolean): readonly Shape[] {
  const sock = fleshShape(sketch, `${key}-sock`, isFar ? 'shoe-far' : 'shoe', [rows.sock]);
  const sole = fleshShape(sketch, `${key}-sole`, 'sole', [rows.sole, rows.soleToe]);
  const shoe = fleshShape(sketch, `${key}-shoe`, isFar ? 'shoe-far' : 'shoe', [
    rows.shoe,
    rows.shoeHeel,
    rows.shoeTop,
    rows.shoeToe,
  ]);
  const isSoleNearer = depthOf(sketch, rows.sole[1]) > depthOf(sketch, rows.shoeTop[1]) + 0.6;
  return isSoleNearer ? [sock, shoe, sole] : [sock, sole, shoe];
}
