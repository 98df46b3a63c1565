/** The exported model inside MuJoCo, as an oracle and a yardstick for `packages/body`. Development only. */
import {
  armCoordinates,
  coordinateNames,
  followerJoints,
  toMjcf,
  type BodyModel,
} from '@psoas/body';
import loadMujoco from '@mujoco/mujoco';

/** A model loaded into MuJoCo. Coordinates are radians and metres in the order of `coordinateNames`. */
export type MujocoBody = {
  /** Sets all joints, the followers of shared coordinates too, and computes positions and tendons. */
  readonly place: (values: Float64Array) => void;
  /** Computes positions and tendons again: kinematics, centres of mass (tendons need them), tendons. */
  readonly compute: () => void;
  /** Lengths of the tendons in metres, by name. */
  readonly length: (tendon: string) => number;
  /** Moment arm -dL/dq of a tendon for a coordinate, the shares of followers summed. */
  readonly arm: (tendon: string, coordinate: string) => number;
  readonly tendonCount: number;
  readonly close: () => void;
};

/** Loads a model. */
export async function loadMujocoBody(body: BodyModel): Promise<MujocoBody> {
  const mujoco = await loadMujoco();
  const model = mujoco.MjModel.from_xml_string(toMjcf(body));
  if (model === null) throw new Error('MuJoCo did not take the exported model.');
  const data = new mujoco.MjData(model);
  const idOf = (kind: 'mjOBJ_JOINT' | 'mjOBJ_TENDON', name: string): number => {
    const id = mujoco.mj_name2id(model, mujoco.mjtObj[kind].value, name);
    if (id < 0) throw new Error(`MuJoCo does not know '${name}'.`);
    return id;
  };
  const addressOf = (joint: string): number => model.jnt_qposadr[idOf('mjOBJ_JOINT', joint)];
  const own = coordinateNames.map((name) => addressOf(name));
  const followers = followerJoints.map(({ name, coordinate, share }) => ({
    address: addressOf(name),
    from: coordinateNames.findIndex((each) => each === coordinate),
    share,
    coordinate,
  }));
  const compute = (): void => {
    mujoco.mj_kinematics(model, data);
    mujoco.mj_comPos(model, data);
    mujoco.mj_tendon(model, data);
  };
  const gradient = (tendon: number, degree: number): number => {
    const start: number = model.ten_J_rowadr[tendon];
    const count: number = model.ten_J_rownnz[tendon];
    for (let each = start; each < start + count; each += 1)
      if (model.ten_J_colind[each] === degree) return data.ten_J[each];
    return 0;
  };
  return {
    place: (values) => {
      for (const [index, address] of own.entries()) data.qpos[address] = values[index] ?? 0;
      for (const { address, from, share } of followers) data.qpos[address] = share * (values[from] ?? 0);
      compute();
    },
    compute,
    length: (tendon) => data.ten_length[idOf('mjOBJ_TENDON', tendon)],
    arm: (tendon, coordinate) => {
      const id = idOf('mjOBJ_TENDON', tendon);
      const following = followers.filter((each) => each.coordinate === coordinate);
      if (following.length === 0) return -gradient(id, addressOf(coordinate));
      return -following.reduce((sum, { address, share }) => sum + share * gradient(id, address), 0);
    },
    tendonCount: model.ntendon,
    close: () => {
      data.delete();
      model.delete();
    },
  };
}
