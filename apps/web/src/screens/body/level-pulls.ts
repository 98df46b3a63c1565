import type { BodyModel, JointCentres, Place } from '@psoas/body';
import type { Side } from '@psoas/kernel';

/** The joints of the low back, each named by its upper vertebra, from the top down. */
export const lumbarLevels = ['lumbar1', 'lumbar2', 'lumbar3', 'lumbar4', 'lumbar5'] as const;
export type LumbarLevel = (typeof lumbarLevels)[number];

/** How the psoas works on one joint of the low back: + backwards (arching), - forwards (bending), in millimetres. */
export type LevelPull = { readonly level: LumbarLevel; readonly leverMillimetres: number };

type LevelQuestion = {
  readonly model: BodyModel;
  /** The ways of all lines in the world, in metres. */
  readonly ways: readonly (readonly Place[])[];
  readonly centres: JointCentres;
  readonly side: Side;
  /** The direction about which the low back bends and arches: to the right of the pelvis. */
  readonly axis: Place;
};

/**
 * The lever arm of the psoas of one side about each joint of the low back. Counts the strands that begin above the
 * joint, weighted by strength; each pulls its vertebra along its first straight part.
 */
export function levelPulls({ model, ways, centres, side, axis }: LevelQuestion): readonly LevelPull[] {
  const muscle = `psoas_${side === 'right' ? 'r' : 'l'}`;
  const strands = [...model.lines.entries()].filter(([, line]) => line.muscle === muscle);
  return lumbarLevels.map((level, index) => {
    const above = strands.filter(([, { name }]) => vertebraOf(name) <= index + 1);
    const strength = above.reduce((sum, [, { maxForceNewtons }]) => sum + maxForceNewtons, 0);
    const moment = above.reduce((sum, [line, { maxForceNewtons }]) => {
      const [from, to] = ways[line] ?? [];
      return from === undefined || to === undefined
        ? sum
        : sum + maxForceNewtons * leverOf(from, to, centres[level], axis);
    }, 0);
    return { level, leverMillimetres: (1000 * moment) / strength };
  });
}

/** The number of the vertebra on which a strand begins; a disc's strand hangs on the upper one. */
function vertebraOf(strand: string): number {
  return Number(/^Ps_L(\d)/.exec(strand)?.[1] ?? Number.NaN);
}

function leverOf(from: Place, to: Place, centre: Place, axis: Place): number {
  const pull = minus(to, from);
  const length = Math.hypot(...pull);
  const arm = minus(from, centre);
  const turn = [
    arm[1] * pull[2] - arm[2] * pull[1],
    arm[2] * pull[0] - arm[0] * pull[2],
    arm[0] * pull[1] - arm[1] * pull[0],
  ] as const;
  return (turn[0] * axis[0] + turn[1] * axis[1] + turn[2] * axis[2]) / length;
}

function minus(first: Place, second: Place): Place {
  return [first[0] - second[0], first[1] - second[1], first[2] - second[2]];
}
