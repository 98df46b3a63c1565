/** The exported model inside MuJoCo, an oracle and a yardstick for `packages/body`. For development only. */
import loadMujoco from '@mujoco/mujoco';
import { armCoordinates, coordinateNames, followerJoints, toMjcf, type BodyModel } from '@psoas/body';

/** A model loaded into MuJoCo. Coordinates are radians and metres in the order of `coordinateNames`. */
export type MujocoBody = {
  /**
   * Sets all joints, the followers of shared coordinates too, and computes kinematics, centres of mass (the tendons
   * need them) and tendons.
   */
  readonly place: (values: Float64Array) => void;
  /** Sets all joints without computing. */
  readonly set: (values: Float64Array) => void;
  /** Writes what our `MuscleEvaluator` writes: all lengths, then the arms of each line. */
  readonly read: (into: Float64Array) => void;
  readonly tendonCount: number;
  readonly close: () => void;
};

type Table = Float64Array | Int32Array;

/** Loads a model. The tables that MuJoCo hands out stay good, since nothing is created after they are read. */
export async function loadMujocoBody(body: BodyModel): Promise<MujocoBody> {
  const mujoco = await loadMujoco();
  const model = mujoco.MjModel.from_xml_string(toMjcf(body));
  if (model === null) throw new Error('MuJoCo did not take the exported model.');
  const data = new mujoco.MjData(model);
  const idOf = (kind: 'mjOBJ_JOINT' | 'mjOBJ_TENDON', name: string): number => {
    const id: unknown = mujoco.mj_name2id(model, Number(mujoco.mjtObj[kind].value), name);
    if (typeof id !== 'number' || id < 0) throw new Error(`MuJoCo does not know '${name}'.`);
    return id;
  };
  const joints = coordinateNames.map((name) => idOf('mjOBJ_JOINT', name));
  const followers = followerJoints.map(({ name, coordinate, share }) => ({
    joint: idOf('mjOBJ_JOINT', name),
    from: coordinateNames.findIndex((each) => each === coordinate),
    share,
  }));
  const tendons = body.lines.map(({ name }) => idOf('mjOBJ_TENDON', name));
  const address = numbers(model.jnt_qposadr);
  const positions = numbers(data.qpos);
  const lengths = numbers(data.ten_length);
  const gradient = createGradient({
    degree: numbers(model.jnt_dofadr),
    rowStart: numbers(model.ten_J_rowadr),
    rowCount: numbers(model.ten_J_rownnz),
    column: numbers(model.ten_J_colind),
    gradients: numbers(data.ten_J),
  });

  // The joints that move with each arm's coordinate, and by how much.
  const movers = armCoordinates.map((coordinate) => {
    const from = coordinateNames.findIndex((each) => each === coordinate);
    const following = followers.filter((each) => each.from === from);
    return following.length > 0 ? following : [{ joint: joints[from] ?? 0, share: 1 }];
  });
  const compute = (): void => {
    mujoco.mj_kinematics(model, data);
    mujoco.mj_comPos(model, data);
    mujoco.mj_tendon(model, data);
  };
  const set = (values: Float64Array): void => {
    for (const [index, joint] of joints.entries()) positions[address[joint] ?? 0] = values[index] ?? 0;
    for (const { joint, from, share } of followers)
      positions[address[joint] ?? 0] = share * (values[from] ?? 0);
  };
  return {
    set,
    place: (values) => {
      set(values);
      compute();
    },
    read: (into) => {
      for (const [line, tendon] of tendons.entries()) {
        into[line] = lengths[tendon] ?? 0;
        for (const [arm, moving] of movers.entries())
          into[tendons.length + line * armCoordinates.length + arm] = -moving.reduce(
            (sum, { joint, share }) => sum + share * gradient(tendon, joint),
            0,
          );
      }
    },
    tendonCount: tendons.length,
    close: () => {
      data.delete();
      model.delete();
    },
  };
}

/** Reads how a tendon's length changes with a joint out of MuJoCo's sparse rows. */
function createGradient({
  degree,
  rowStart,
  rowCount,
  column,
  gradients,
}: Readonly<Record<'degree' | 'rowStart' | 'rowCount' | 'column' | 'gradients', Table>>): (
  tendon: number,
  joint: number,
) => number {
  return (tendon, joint) => {
    const start = rowStart[tendon] ?? 0;
    const columns = column.subarray(start, start + (rowCount[tendon] ?? 0));
    const found = columns.indexOf(degree[joint] ?? 0);
    return found < 0 ? 0 : (gradients[start + found] ?? 0);
  };
}

/** A table that MuJoCo hands out without a type. */
function numbers(table: unknown): Table {
  if (table instanceof Float64Array || table instanceof Int32Array) return table;
  throw new Error('MuJoCo handed out no table of numbers.');
}
