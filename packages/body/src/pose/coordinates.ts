import table from '../../data/coordinates.json' with { type: 'json' };

/** The joint coordinates under their OpenSim names, in the order of every table of coordinates. */
export const coordinateNames = [
  'pelvis_tx',
  'pelvis_ty',
  'pelvis_tz',
  'pelvis_tilt',
  'pelvis_list',
  'pelvis_rotation',
  'lumbar_extension',
  'lumbar_bending',
  'lumbar_rotation',
  'neck_flexion',
  'neck_bending',
  'neck_rotation',
  'hip_flexion_r',
  'hip_adduction_r',
  'hip_rotation_r',
  'knee_angle_r',
  'ankle_angle_r',
  'mtp_angle_r',
  'hip_flexion_l',
  'hip_adduction_l',
  'hip_rotation_l',
  'knee_angle_l',
  'ankle_angle_l',
  'mtp_angle_l',
  'arm_flex_r',
  'arm_add_r',
  'arm_rot_r',
  'elbow_flex_r',
  'wrist_flex_r',
  'arm_flex_l',
  'arm_add_l',
  'arm_rot_l',
  'elbow_flex_l',
  'wrist_flex_l',
] as const;

/** The name of a joint coordinate. */
export type CoordinateName = (typeof coordinateNames)[number];

/** How many coordinates there are. */
export const coordinateCount = coordinateNames.length;

/** What a coordinate measures, and the range the model is made for. */
export type Coordinate = {
  readonly name: CoordinateName;
  readonly min: number;
  readonly max: number;
  readonly unit: 'degrees' | 'metres';
  /** The direction in which it grows, in plain words. */
  readonly positive: string;
};

/** All coordinates in the order of `coordinateNames`, with ranges from `data/coordinates.json`. */
export const coordinates: readonly Coordinate[] = coordinateNames.map((name) => {
  const row = table.coordinates.find((each) => each.name === name.replace(/_l$/, '_r'));
  if (row === undefined) throw new Error(`coordinates.json lacks '${name}'.`);
  return {
    name,
    min: row.min,
    max: row.max,
    unit: row.unit === 'metres' ? 'metres' : 'degrees',
    positive: row.positive,
  };
});

const indexByName = new Map<string, number>(coordinateNames.map((name, index) => [name, index]));

/** Whether a word is the name of a coordinate. */
export function isCoordinateName(word: string): word is CoordinateName {
  return indexByName.has(word);
}

/** The place of a coordinate in every table of coordinates. An unknown name is a fault of our data files. */
export function coordinateIndex(name: string): number {
  const index = indexByName.get(name);
  if (index === undefined) throw new Error(`The model has no coordinate '${name}'.`);
  return index;
}

/** The same coordinate on the other side of the body; itself where it has no side. */
export function otherSideCoordinate(name: CoordinateName): CoordinateName {
  const other = name.endsWith('_r')
    ? `${name.slice(0, -1)}l`
    : name.endsWith('_l')
      ? `${name.slice(0, -1)}r`
      : name;
  return isCoordinateName(other) ? other : name;
}
