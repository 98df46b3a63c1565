import { bodyIndex } from '@psoas/body';
import { at, stageSize } from '../view/stage.ts';
import type { SidedRows } from './person.ts';
import type { Ellipsoid } from './rows.ts';

/** The cloth of an arm that moves with it: its pieces in the person's table, each lowered and raised. */
export type ClothedArm = {
  readonly humerus: number;
  readonly pieces: readonly { readonly index: number; readonly low: Ellipsoid; readonly high: Ellipsoid }[];
};

/** Where the seam of a sleeve lies on a raised arm, below the joint, and how thick it is there, in metres. */
const seamMetres = 0.066;
const seamHalfMetres = 0.008;

/** How far the yoke goes up along a raised arm, and how much a bust is drawn flat by it, in metres. */
const yokeMetres = 0.055;
const bustMetres = 0.022;

const torso = bodyIndex('torso') * stageSize;

/** Prepares an arm: a seam instead of a round end on the sleeve, a yoke that rises with the arm, a flatter bust. */
export function clothedArm(rows: SidedRows, ellipsoids: readonly Ellipsoid[], humerus: number): ClothedArm {
  const piece = (index: number | undefined, raise: (low: Ellipsoid) => Ellipsoid): ClothedArm['pieces'] => {
    const low = index === undefined ? undefined : ellipsoids[index];
    return index === undefined || low === undefined ? [] : [{ index, low, high: raise(low) }];
  };
  return {
    humerus: humerus * stageSize,
    pieces: [
      ...piece(rows.sleeve[0], ({ body, at: [x, , z], half: [dx, , dz] }) => ({
        body,
        at: [x, -seamMetres, z],
        half: [dx, seamHalfMetres, dz],
      })),
      ...piece(rows.yoke.at(-1), ({ body, at: [x, , z], half }) => ({ body, at: [x, -yokeMetres, z], half })),
      ...piece(rows.bust[0], ({ body, at: [x, y, z], half }) => ({
        body,
        at: [x - bustMetres, y + bustMetres, z],
        half,
      })),
    ],
  };
}

/** 0 while the arm hangs, 1 from well above the shoulder on. */
export function raisedShare({ humerus }: ClothedArm, stage: Float64Array): number {
  let along = 0;
  // The share of the arm's own up in the trunk's: both are columns of the stage, in hundredths.
  for (const row of [4, 7, 10]) along += at(stage, humerus + row) * at(stage, torso + row);
  return Math.max(0, Math.min(1, (0.45 - along / 10_000) / 1.1));
}

/** Puts the cloth where an arm that is raised by a share has it. */
export function followArm({ pieces }: ClothedArm, ellipsoids: Ellipsoid[], raised: number): void {
  for (const { index, low, high } of pieces) {
    ellipsoids[index] =
      raised === 0
        ? low
        : {
            body: low.body,
            at: between(low.at, high.at, raised),
            half: between(low.half, high.half, raised),
          };
  }
}

type Three = readonly [number, number, number];

function between([a, b, c]: Three, [d, e, f]: Three, share: number): Three {
  return [a + (d - a) * share, b + (e - b) * share, c + (f - c) * share];
}
